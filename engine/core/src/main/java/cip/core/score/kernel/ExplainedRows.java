package cip.core.score.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The scores of many rows with what each input adds to the sums that they are functions of.
 *
 * @param baseline of the sums
 * @param scores by row; NaN = no plain one, and what else stands there means nothing
 * @param sums by row: what the model adds up
 * @param nexts by row: the score that would have been given if not this one; NaN = the score follows from the sum
 * @param inputs names
 * @param shares by input and row; of a row, baseline and shares add up to the sum but for rounding
 */
public record ExplainedRows(
        double baseline, double[] scores, double[] sums, double[] nexts, List<String> inputs, double[][] shares) {

    static ExplainedRows of(Shares shares, int rows) {
        double[] nexts = new double[rows];
        Arrays.fill(nexts, Double.NaN);
        return new ExplainedRows(
                shares.baseline(),
                new double[rows],
                new double[rows],
                nexts,
                shares.inputs(),
                new double[shares.inputs().size()][rows]);
    }

    /** One row, from 0; empty = it has no plain score. */
    public Optional<Explained> row(int row) {
        if (Double.isNaN(scores[row])) {
            return Optional.empty();
        }
        double[] ofRow = Arrays.stream(shares).mapToDouble(input -> input[row]).toArray();
        return Optional.of(new Explained(scores[row], sums[row], baseline, inputs, ofRow, nexts[row]));
    }
}
