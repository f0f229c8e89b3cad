package cip.core.score.kernel;

import java.util.Arrays;

/**
 * The nearest of several centres by a distance that is a sum over fields: {@code Σ w_f · |x_f − c_f|^p}. Of
 * centres at equal distance the first is taken. Missing when a number is missing.
 *
 * @param slots number slots, one per field
 * @param weights one per field; not written to
 * @param centres centre by centre, field by field; not written to
 * @param squared whether p is 2; otherwise it is 1
 * @param rooted whether the distance is the square root of the sum; it makes some distances equal that were not
 * @param out the number slot to fill: position of the nearest centre, from 0
 */
public record Nearest(int[] slots, double[] weights, double[] centres, boolean squared, boolean rooted, int out)
        implements Step {
    /** How many centres there are. */
    int count() {
        return centres.length / slots.length;
    }

    /** What one field adds to the distance of a row from a centre. @param i position of the row in the block */
    double distance(Block block, int i, int centre, int field) {
        double difference = block.numbers[slots[field]][i] - centres[centre * slots.length + field];
        return weights[field] * (squared ? difference * difference : Math.abs(difference));
    }

    @Override
    public void run(Block block) {
        int rows = block.rows();
        double[] nearest = block.numbers[out];
        double[] least = new double[rows];
        double[] distances = new double[rows];
        Arrays.fill(nearest, 0, rows, Double.NaN);
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (int centre = 0; centre * slots.length < centres.length; centre++) {
            Arrays.fill(distances, 0);
            for (int field = 0; field < slots.length; field++) {
                double at = centres[centre * slots.length + field];
                if (squared) {
                    addSquares(distances, block.numbers[slots[field]], at, weights[field]);
                } else {
                    addDifferences(distances, block.numbers[slots[field]], at, weights[field]);
                }
            }
            keepNearer(centre, distances, least, nearest);
        }
    }

    private static void addSquares(double[] distances, double[] values, double at, double weight) {
        for (int i = 0; i < distances.length; i++) {
            double difference = values[i] - at;
            distances[i] += difference * difference * weight;
        }
    }

    private static void addDifferences(double[] distances, double[] values, double at, double weight) {
        for (int i = 0; i < distances.length; i++) {
            distances[i] += Math.abs(values[i] - at) * weight;
        }
    }

    private void keepNearer(int centre, double[] distances, double[] least, double[] nearest) {
        for (int i = 0; i < distances.length; i++) {
            double distance = rooted ? Math.pow(distances[i], 0.5) : distances[i];
            if (distance < least[i]) {
                least[i] = distance;
                nearest[i] = centre;
            }
        }
    }
}
