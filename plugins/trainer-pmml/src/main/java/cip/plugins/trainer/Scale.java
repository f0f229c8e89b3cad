package cip.plugins.trainer;

import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.PmmlDocument;
import java.util.Arrays;

/**
 * How a feature becomes comparable with others: z = (x - centre) / spread, or of ln(1 + max(x, 0)) when amounts are
 * skewed. A missing value becomes z = 0, that of an average customer.
 *
 * @param spread standard deviation; 0 = the feature is the same for everybody
 */
record Scale(String name, boolean logarithm, double centre, double spread) {
    static Scale of(NumberColumn column, boolean logarithm) {
        double[] known = Arrays.stream(column.values())
                .filter(value -> !Double.isNaN(value))
                .map(value -> logarithm ? Math.log1p(Math.max(value, 0)) : value)
                .toArray();
        double mean = Arrays.stream(known).average().orElse(0);
        double variance = Arrays.stream(known)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
        return new Scale(column.name(), logarithm, mean, Math.sqrt(variance));
    }

    /** The value that stands in for a missing one, in the feature's own unit. */
    double replacement() {
        return logarithm ? Math.expm1(centre) : centre;
    }

    double apply(double value) {
        if (Double.isNaN(value)) {
            return 0;
        }
        return ((logarithm ? Math.log1p(Math.max(value, 0)) : value) - centre) / spread;
    }

    String derivedName() {
        return "z_" + name;
    }

    void derive(PmmlDocument pmml) {
        pmml.open("DerivedField", "name", derivedName(), "optype", "continuous", "dataType", "double");
        if (logarithm) {
            pmml.open("Apply", "function", "/").open("Apply", "function", "-");
            pmml.open("Apply", "function", "ln1p").open("Apply", "function", "max");
            pmml.leaf("FieldRef", "field", name).text("Constant", "0", "dataType", "double");
            pmml.close().close();
            pmml.text("Constant", Double.toString(centre), "dataType", "double").close();
            pmml.text("Constant", Double.toString(spread), "dataType", "double").close();
        } else {
            pmml.open("NormContinuous", "field", name);
            pmml.leaf("LinearNorm", "orig", Double.toString(centre), "norm", "0");
            pmml.leaf("LinearNorm", "orig", Double.toString(centre + spread), "norm", "1");
            pmml.close();
        }
        pmml.close();
    }
}
