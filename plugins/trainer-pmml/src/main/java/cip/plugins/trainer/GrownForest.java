package cip.plugins.trainer;

import cip.spi.FeatureInput;
import java.util.Arrays;
import java.util.List;

/**
 * A forest with what it was grown on.
 *
 * @param margins XGBoost's own margin of each row the forest was grown on
 */
record GrownForest(Objective objective, Forest forest, DesignMatrix design, float[] margins) implements Method.Fit {
    @Override
    public double margin(int row) {
        return forest.margin(design.values(), row);
    }

    @Override
    public double[] shuffled(int[] rows, String feature, int[] donors) {
        float[][] columns = design.values().clone();
        for (int column : design.columnsOf(feature)) {
            float[] mixed = columns[column].clone();
            for (int i = 0; i < rows.length; i++) {
                mixed[rows[i]] = design.values()[column][donors[i]];
            }
            columns[column] = mixed;
        }
        return Arrays.stream(rows)
                .mapToDouble(row -> forest.margin(columns, row))
                .toArray();
    }

    /** The features that at least one tree asks for. */
    @Override
    public List<FeatureInput> inputs() {
        return forest.columnsUsed().stream()
                .map(column -> design.columns().get(column).input())
                .distinct()
                .toList();
    }

    @Override
    public byte[] pmml(Method.Export export) {
        requireSameMargins();
        List<PmmlInput> declared =
                inputs().stream().map(input -> PmmlInput.ofTree(input, design)).toList();
        return new BoostingPmml(objective, forest, design, declared, export)
                .write(new VerificationRows(
                        export.features(), declared, export.output().name(), export.fitted()));
    }

    /** The trees were read from XGBoost's text; had we misread one, the PMML would be wrong without a sign. */
    private void requireSameMargins() {
        for (int row = 0; row < design.rows() && row < margins.length; row++) {
            float ours = forest.margin(design.values(), row);
            float theirs = margins[row];
            if (Math.abs(ours - theirs) > 1e-5 * Math.max(1, Math.abs(theirs))) {
                throw new IllegalStateException(
                        "The trees give row " + row + " the margin " + ours + ", XGBoost itself gave " + theirs + ".");
            }
        }
    }
}
