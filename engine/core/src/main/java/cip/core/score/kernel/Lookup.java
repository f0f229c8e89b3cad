package cip.core.score.kernel;

/**
 * Gives every code its number.
 *
 * @param in the code slot
 * @param out the number slot to fill
 * @param table by code; NaN = missing; not written to
 */
public record Lookup(int in, int out, double[] table) implements Step {
    @Override
    public void run(Block block) {
        int[] from = block.codes[in];
        double[] to = block.numbers[out];
        for (int i = 0; i < block.rows(); i++) {
            to[i] = table[from[i]];
        }
    }
}
