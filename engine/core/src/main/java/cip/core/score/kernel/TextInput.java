package cip.core.score.kernel;

import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a column of texts as codes. Numbers are read as the category of that name.
 *
 * @param input position of the column among the inputs
 * @param out the code slot to fill
 * @param codes the code of every text that the model knows
 * @param other the code of any other text
 * @param missing the code of a missing text
 */
public record TextInput(int input, int out, Map<String, Integer> codes, int other, int missing) implements Step {
    /** In place of a code: the model refuses such rows, or treats them in a way of its own. */
    public static final int UNSURE = -1;

    public TextInput {
        codes = Map.copyOf(codes);
    }

    @Override
    public void run(Block block) {
        FeatureColumn column = block.input(input);
        int[] to = block.codes[out];
        int offset = block.from();
        for (int i = 0; i < block.rows(); i++) {
            int code = code(text(column, offset + i));
            block.unsure[i] |= code == UNSURE;
            to[i] = Math.max(code, 0);
        }
    }

    private int code(@Nullable String text) {
        if (text == null) {
            return missing;
        }
        Integer code = codes.get(text);
        return code == null ? other : code;
    }

    private static @Nullable String text(FeatureColumn column, int row) {
        return column instanceof TextColumn texts
                ? texts.values()[row]
                : category(((NumberColumn) column).values()[row]);
    }

    /** The category that a number names: whole ones have no decimal point; null = missing. */
    public static @Nullable String category(double value) {
        if (Double.isNaN(value)) {
            return null;
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
