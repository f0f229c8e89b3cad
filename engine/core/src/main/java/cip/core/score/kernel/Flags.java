package cip.core.score.kernel;

/**
 * Marks the rows whose code is in a set: 0 = in the set, 1 = not.
 *
 * @param in the code slot
 * @param out the code slot to fill
 * @param flags by code; not written to
 */
public record Flags(int in, int out, int[] flags) implements Step {
    @Override
    public void run(Block block) {
        int[] from = block.codes[in];
        int[] to = block.codes[out];
        for (int i = 0; i < block.rows(); i++) {
            to[i] = flags[from[i]];
        }
    }
}
