package cip.core.score.kernel;

/**
 * Gives every code another.
 *
 * @param in the code slot
 * @param out the code slot to fill
 * @param table by code; {@link TextInput#UNSURE} = rows with it are unsure; not written to
 */
public record Recoded(int in, int out, int[] table) implements Step {
    @Override
    public void run(Block block) {
        int[] from = block.codes[in];
        int[] to = block.codes[out];
        for (int i = 0; i < block.rows(); i++) {
            int code = table[from[i]];
            block.unsure[i] |= code == TextInput.UNSURE;
            to[i] = Math.max(code, 0);
        }
    }
}
