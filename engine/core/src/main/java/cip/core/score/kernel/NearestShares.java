package cip.core.score.kernel;

import java.util.List;

/**
 * How much each input makes the nearest centre nearer than the next one: the difference of the two distances, which are sums
 * over fields, field by field. Negative where a field alone would have chosen the next centre.
 *
 * @param inputOfField position of the input each field is made from; not written to
 * @param inputs names, each once
 */
public record NearestShares(Nearest nearest, int[] inputOfField, List<String> inputs) implements Shares {
    public NearestShares {
        inputs = List.copyOf(inputs);
    }

    /** Of no distance there is an average. */
    @Override
    public double baseline() {
        return 0;
    }

    @Override
    public void explain(Block block, ExplainedRows to, int at) {
        for (int i = 0; i < block.rows(); i++) {
            if (!Double.isNaN(to.scores()[at + i])) {
                explain(block, i, to, at + i);
            }
        }
    }

    private void explain(Block block, int i, ExplainedRows to, int row) {
        int chosen = (int) block.numbers[nearest.out()][i];
        int next = next(block, i, chosen);
        for (int field = 0; field < inputOfField.length; field++) {
            double difference = nearest.distance(block, i, next, field) - nearest.distance(block, i, chosen, field);
            to.shares()[inputOfField[field]][row] += difference;
            to.sums()[row] += difference;
        }
        to.nexts()[row] = to.scores()[row] + next - chosen;
    }

    private int next(Block block, int i, int chosen) {
        int next = chosen;
        double least = Double.POSITIVE_INFINITY;
        for (int centre = 0; centre < nearest.count(); centre++) {
            double distance = 0;
            for (int field = 0; field < inputOfField.length; field++) {
                distance += nearest.distance(block, i, centre, field);
            }
            if (centre != chosen && distance < least) {
                least = distance;
                next = centre;
            }
        }
        return next;
    }
}
