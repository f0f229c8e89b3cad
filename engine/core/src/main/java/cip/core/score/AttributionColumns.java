package cip.core.score;

import cip.core.score.Attribution.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What each input adds to the scores of many rows, exactly: their {@link Attribution}s column by column.
 *
 * @param score name of the score
 * @param scale on which the amounts add up
 * @param baseline what the model says on average over its training rows, on the scale; of a distance, 0
 * @param baselineScores by row: the score there; of a distance, the score that was next; NaN = the row has no attribution
 * @param inputs those that the model asks about, in the model's order
 * @param amounts by input and row, on the scale; NaN = the row has no attribution
 */
public record AttributionColumns(
        String score, Scale scale, double baseline, double[] baselineScores, List<String> inputs, double[][] amounts) {
    public AttributionColumns {
        inputs = List.copyOf(inputs);
    }

    public int rows() {
        return baselineScores.length;
    }

    /** Whether a row, from 0, has an attribution. */
    public boolean has(int row) {
        return !Double.isNaN(baselineScores[row]);
    }

    /** The attribution of a row, from 0; empty = it has none. */
    public Optional<Attribution> row(int row) {
        if (!has(row)) {
            return Optional.empty();
        }
        List<Attribution.Share> shares = new ArrayList<>(inputs.size());
        for (int input = 0; input < amounts.length; input++) {
            shares.add(new Attribution.Share(inputs.get(input), amounts[input][row]));
        }
        return Optional.of(new Attribution(score, scale, baseline, baselineScores[row], shares));
    }
}
