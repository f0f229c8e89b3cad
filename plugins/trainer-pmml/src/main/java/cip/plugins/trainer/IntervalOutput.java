package cip.plugins.trainer;

import cip.spi.PmmlDocument;

/** The output fields of a score: itself and, when an interval was asked for, {@code <score>_low} and {@code <score>_high}. */
final class IntervalOutput {
    private IntervalOutput() {}

    static void write(PmmlDocument pmml, Method.Export export, boolean classification) {
        String name = export.output().name();
        pmml.open("Output");
        if (classification) {
            pmml.leaf(
                    "OutputField",
                    "name",
                    name,
                    "optype",
                    "continuous",
                    "dataType",
                    "double",
                    "feature",
                    "probability",
                    "value",
                    "1");
        } else {
            pmml.leaf(
                    "OutputField",
                    "name",
                    name,
                    "optype",
                    "continuous",
                    "dataType",
                    "double",
                    "feature",
                    "predictedValue");
        }
        if (export.halfWidth() > 0) {
            end(pmml, name, "_low", "-", export.halfWidth());
            end(pmml, name, "_high", "+", export.halfWidth());
        }
        pmml.close();
    }

    private static void end(PmmlDocument pmml, String name, String suffix, String function, double halfWidth) {
        pmml.open(
                "OutputField",
                "name",
                name + suffix,
                "optype",
                "continuous",
                "dataType",
                "double",
                "feature",
                "transformedValue");
        pmml.open("Apply", "function", function).leaf("FieldRef", "field", name);
        pmml.text("Constant", Double.toString(halfWidth), "dataType", "double")
                .close()
                .close();
    }
}
