package cip.core.score.kernel;

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
    @Override
    public void run(Block block) {
        double[] nearest = block.numbers[out];
        double[] row = new double[slots.length];
        for (int i = 0; i < block.rows(); i++) {
            for (int field = 0; field < row.length; field++) {
                row[field] = block.numbers[slots[field]][i];
            }
            nearest[i] = nearest(row);
        }
    }

    private double nearest(double[] row) {
        double least = Double.POSITIVE_INFINITY;
        double nearest = Double.NaN;
        for (int from = 0, centre = 0; from < centres.length; from += row.length, centre++) {
            double distance = distance(row, from);
            if (Double.isNaN(distance)) {
                return Double.NaN;
            }
            if (distance < least) {
                least = distance;
                nearest = centre;
            }
        }
        return nearest;
    }

    private double distance(double[] row, int from) {
        double sum = 0;
        for (int field = 0; field < row.length; field++) {
            double difference = Math.abs(row[field] - centres[from + field]);
            sum += (squared ? difference * difference : difference) * weights[field];
        }
        return rooted ? Math.pow(sum, 0.5) : sum;
    }
}
