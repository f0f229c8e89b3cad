package cip.plugins.trainer;

import cip.spi.FeatureInput;
import cip.spi.PmmlDocument;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes a linear or logistic regression as PMML. What stands in for a missing number is in the mining schema, logarithms
 * are derived inside the file, calibration is folded into the coefficients, and the statistics carry the mean of every
 * number and the share of every category, so that whoever explains a score knows what an average customer is.
 */
final class LinearPmml {
    private final PmmlDocument pmml = new PmmlDocument("trainer-pmml");
    private final LinearFit fit;
    private final Method.Export export;
    private final boolean classification;
    private final String target;
    private final List<PmmlInput> inputs;
    private final int[] terms;

    LinearPmml(LinearFit fit, boolean classification, Method.Export export) {
        this.fit = fit;
        this.export = export;
        this.classification = classification;
        this.target = "observed_" + export.output().name();
        this.terms =
                IntStream.range(0, fit.coefficients().length).filter(fit::reads).toArray();
        this.inputs = fit.inputs().stream().map(this::declared).toList();
    }

    byte[] write() {
        PmmlInput.declare(pmml, inputs, target, classification);
        pmml.open(
                "RegressionModel",
                "modelName",
                export.output().name(),
                "functionName",
                classification ? "classification" : "regression",
                "normalizationMethod",
                classification ? "logit" : "none");
        pmml.open("MiningSchema");
        pmml.leaf("MiningField", "name", target, "usageType", "target");
        inputs.forEach(input -> input.mine(pmml));
        pmml.close();
        IntervalOutput.write(pmml, export, classification);
        statistics();
        transformations();
        table();
        new VerificationRows(export.features(), inputs, export.output().name(), export.fitted()).write(pmml, false);
        return pmml.bytes();
    }

    private PmmlInput declared(FeatureInput input) {
        if (input.type() == FeatureInput.Type.TEXT) {
            return new PmmlInput(input.name(), "string", categories(input.name()), null);
        }
        int term = Arrays.stream(terms)
                .filter(each -> fit.design().terms().get(each).feature().equals(input.name()))
                .findFirst()
                .orElseThrow();
        double replacement = fit.replacements()[term];
        boolean logarithm = fit.design().terms().get(term).logarithm();
        return PmmlInput.ofNumber(input.name(), logarithm ? Math.expm1(replacement) : replacement);
    }

    private List<String> categories(String feature) {
        return fit.design().terms().stream()
                .filter(term -> term.feature().equals(feature))
                .map(LinearDesign.Term::category)
                .filter(Objects::nonNull)
                .toList();
    }

    private void transformations() {
        List<LinearDesign.Term> logarithms = Arrays.stream(terms)
                .mapToObj(fit.design().terms()::get)
                .filter(LinearDesign.Term::logarithm)
                .toList();
        if (logarithms.isEmpty()) {
            return;
        }
        pmml.open("LocalTransformations");
        for (LinearDesign.Term term : logarithms) {
            pmml.open("DerivedField", "name", term.predictor(), "optype", "continuous", "dataType", "double");
            pmml.open("Apply", "function", "ln1p").open("Apply", "function", "max");
            pmml.leaf("FieldRef", "field", term.feature()).text("Constant", "0", "dataType", "double");
            pmml.close().close().close();
        }
        pmml.close();
    }

    private void table() {
        double slope = export.calibration().slope();
        String intercept =
                Double.toString(slope * fit.intercept() + export.calibration().intercept());
        if (classification) {
            pmml.open("RegressionTable", "intercept", intercept, "targetCategory", "1");
        } else {
            pmml.open("RegressionTable", "intercept", intercept);
        }
        for (int term : terms) {
            LinearDesign.Term read = fit.design().terms().get(term);
            if (read.category() == null) {
                pmml.leaf("NumericPredictor", "name", read.predictor(), "coefficient", coefficient(term));
            }
        }
        for (int term : terms) {
            LinearDesign.Term read = fit.design().terms().get(term);
            if (read.category() != null) {
                pmml.leaf(
                        "CategoricalPredictor",
                        "name",
                        read.feature(),
                        "value",
                        read.category(),
                        "coefficient",
                        coefficient(term));
            }
        }
        pmml.close();
        if (classification) {
            pmml.leaf("RegressionTable", "intercept", "0", "targetCategory", "0");
        }
    }

    private String coefficient(int term) {
        return Double.toString(export.calibration().slope() * fit.coefficients()[term]);
    }

    private void statistics() {
        pmml.open("ModelStats");
        for (int term : terms) {
            LinearDesign.Term read = fit.design().terms().get(term);
            if (read.category() == null) {
                double[] values = fit.design().values()[term];
                double mean = fit.replacements()[term];
                double squares = Arrays.stream(values)
                        .filter(value -> !Double.isNaN(value))
                        .map(value -> (value - mean) * (value - mean))
                        .sum();
                long known = Arrays.stream(values)
                        .filter(value -> !Double.isNaN(value))
                        .count();
                pmml.open("UnivariateStats", "field", read.predictor());
                counts(values.length, values.length - known);
                pmml.leaf(
                        "NumericInfo",
                        "mean",
                        Double.toString(mean),
                        "standardDeviation",
                        Double.toString(Math.sqrt(squares / Math.max(1, known))));
                pmml.close();
            }
        }
        inputs.stream().filter(input -> input.replacement() == null).forEach(this::shares);
        pmml.close();
    }

    private void shares(PmmlInput input) {
        List<String> categories = input.categories();
        int rows = fit.design().rows();
        List<Integer> counts = categories.stream()
                .map(category ->
                        (int) Arrays.stream(fit.design().values()[fit.design().termOf(input.name(), category)])
                                .sum())
                .toList();
        pmml.open("UnivariateStats", "field", input.name());
        counts(rows, rows - counts.stream().mapToInt(count -> count).sum());
        pmml.open("DiscrStats");
        String size = Integer.toString(categories.size());
        pmml.text(
                "Array",
                categories.stream()
                        .map(category -> '"' + category.replace("\"", "\\\"") + '"')
                        .collect(Collectors.joining(" ")),
                "n",
                size,
                "type",
                "string");
        pmml.text(
                "Array",
                counts.stream()
                        .map(count -> String.format(Locale.ROOT, "%d", count))
                        .collect(Collectors.joining(" ")),
                "n",
                size,
                "type",
                "int");
        pmml.close().close();
    }

    private void counts(long rows, long missing) {
        pmml.leaf("Counts", "totalFreq", Long.toString(rows), "missingFreq", Long.toString(missing));
    }
}
