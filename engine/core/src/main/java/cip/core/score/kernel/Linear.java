package cip.core.score.kernel;

/**
 * A weighted sum of numbers plus a constant, added up in the order of the slots; missing when one of them is.
 *
 * @param slots number slots
 * @param weights one per slot; not written to
 * @param single whether every step is rounded to float
 * @param out the number slot to fill
 */
public record Linear(int[] slots, double[] weights, double constant, boolean single, int out) implements Step {
    @Override
    public void run(Block block) {
        double[] sums = block.numbers[out];
        for (int i = 0; i < block.rows(); i++) {
            double sum = 0;
            for (int k = 0; k < slots.length; k++) {
                double value = block.numbers[slots[k]][i];
                sum = single ? (float) (sum + (float) (weights[k] * (float) value)) : sum + weights[k] * value;
            }
            sums[i] = single ? (float) (sum + constant) : sum + constant;
        }
    }
}
