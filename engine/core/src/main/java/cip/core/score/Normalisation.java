package cip.core.score;

import java.util.List;
import org.dmg.pmml.LinearNorm;
import org.dmg.pmml.NormContinuous;
import org.dmg.pmml.OutlierTreatmentMethod;

/**
 * A line through points, straight between neighbours and carried on beyond the ends: PMML 4.4, "Transformations",
 * NormContinuous. Outliers kept as they are or pulled to the ends.
 *
 * @param x ascending @param y at each x
 */
record Normalisation(double[] x, double[] y, boolean clipped) {
    /** @throws Uncompilable when missing values or outliers are replaced, or there is only one point */
    static Normalisation of(NormContinuous norm) {
        List<LinearNorm> points = norm.requireLinearNorms();
        if (points.size() < 2
                || norm.getMapMissingTo() != null
                || norm.getOutlierTreatment() == OutlierTreatmentMethod.AS_MISSING_VALUES) {
            throw new Uncompilable("a normalisation with replacements");
        }
        return new Normalisation(
                points.stream().mapToDouble(p -> p.requireOrig().doubleValue()).toArray(),
                points.stream().mapToDouble(p -> p.requireNorm().doubleValue()).toArray(),
                norm.getOutlierTreatment() == OutlierTreatmentMethod.AS_EXTREME_VALUES);
    }

    /** @return NaN for NaN */
    double apply(double value) {
        int last = x.length - 1;
        if (clipped && value < x[0]) {
            return y[0];
        }
        if (clipped && value > x[last]) {
            return y[last];
        }
        int i = 0;
        while (i < last - 1 && value > x[i + 1]) {
            i++;
        }
        return y[i] + ((value - x[i]) / (x[i + 1] - x[i])) * (y[i + 1] - y[i]);
    }
}
