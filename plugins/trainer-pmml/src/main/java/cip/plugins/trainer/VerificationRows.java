package cip.plugins.trainer;

import cip.spi.FeatureColumn;
import cip.spi.FeatureMatrix;
import cip.spi.PmmlDocument;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Training rows written into the PMML with their scores, so that whoever loads the file can check that it computes what
 * was trained. The rows are spread evenly; up to ten more have a missing input.
 */
final class VerificationRows {
    private static final int EVENLY = 40;
    private static final int WITH_MISSING = 10;

    private final FeatureMatrix features;
    private final List<PmmlInput> inputs;
    private final String output;
    private final double[] fitted;

    VerificationRows(FeatureMatrix features, List<PmmlInput> inputs, String output, double[] fitted) {
        this.features = features;
        this.inputs = inputs;
        this.output = output;
        this.fitted = fitted;
    }

    /** @param exact whether a score must be met exactly, as a cluster's number; else within a relative 5e-6 */
    void write(PmmlDocument pmml, boolean exact) {
        int[] rows = chosen();
        pmml.open(
                "ModelVerification",
                "recordCount",
                Integer.toString(rows.length),
                "fieldCount",
                Integer.toString(inputs.size() + 1));
        pmml.open("VerificationFields");
        inputs.forEach(input -> pmml.leaf("VerificationField", "field", input.name(), "column", input.name()));
        String precision = exact ? "0" : "5E-6";
        String zero = exact ? "1E-16" : "1E-6";
        pmml.leaf(
                "VerificationField", "field", output, "column", output, "precision", precision, "zeroThreshold", zero);
        pmml.close();
        pmml.open("InlineTable");
        for (int row : rows) {
            pmml.open("row");
            inputs.forEach(input -> writeInput(pmml, input, row));
            pmml.text(output, exact ? Long.toString((long) fitted[row]) : Double.toString(fitted[row]));
            pmml.close();
        }
        pmml.close();
        pmml.close();
    }

    private void writeInput(PmmlDocument pmml, PmmlInput input, int row) {
        FeatureColumn column = features.column(input.name());
        if (isMissing(column, row)) {
            return;
        }
        if (column instanceof FeatureColumn.NumberColumn numbers) {
            pmml.text(input.name(), input.written(numbers.values()[row]));
        } else if (column instanceof FeatureColumn.TextColumn texts) {
            pmml.text(input.name(), String.valueOf(texts.values()[row]));
        }
    }

    private int[] chosen() {
        TreeSet<Integer> chosen = new TreeSet<>();
        int evenly = Math.min(EVENLY, features.rows());
        for (int i = 0; i < evenly; i++) {
            chosen.add((int) ((long) i * features.rows() / evenly));
        }
        IntStream.range(0, features.rows())
                .filter(row -> !chosen.contains(row))
                .filter(row -> inputs.stream().anyMatch(input -> isMissing(features.column(input.name()), row)))
                .limit(WITH_MISSING)
                .boxed()
                .toList()
                .forEach(chosen::add);
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    private static boolean isMissing(FeatureColumn column, int row) {
        if (column instanceof FeatureColumn.TextColumn texts) {
            return texts.values()[row] == null;
        }
        return Double.isNaN(((FeatureColumn.NumberColumn) column).values()[row]);
    }
}
