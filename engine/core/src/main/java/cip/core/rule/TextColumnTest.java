package cip.core.rule;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Marks the present texts that are in a set ({@code wanted}) or are not in it. Columns repeat few instances, so the answer
 * for an instance is remembered in the slot of its hash.
 */
final class TextColumnTest implements ColumnTest {
    private static final int SLOTS = 256;

    private final @Nullable String[] texts;
    private final Set<String> set;
    private final boolean wanted;
    private final @Nullable String[] seen = new String[SLOTS];
    private final boolean[] answers = new boolean[SLOTS];

    TextColumnTest(@Nullable String[] texts, Set<String> set, boolean wanted) {
        this.texts = texts;
        this.set = set;
        this.wanted = wanted;
    }

    @Override
    public void mark(Block block, long[][] scratch, int depth) {
        long[] out = scratch[depth];
        for (int w = 0; w < Block.WORDS; w++) {
            int from = block.from() + w * Long.SIZE;
            int rows = Math.min(Long.SIZE, block.from() + block.rows() - from);
            long word = 0;
            for (int i = 0; i < rows; i++) {
                word |= (holds(texts[from + i]) ? 1L : 0L) << i;
            }
            out[w] = word;
        }
    }

    @SuppressWarnings("ReferenceEquality") // another instance of the same text is looked up again, with the same answer
    private boolean holds(@Nullable String text) {
        if (text == null) {
            return false;
        }
        int slot = text.hashCode() & SLOTS - 1;
        if (seen[slot] != text) {
            seen[slot] = text;
            answers[slot] = set.contains(text) == wanted;
        }
        return answers[slot];
    }
}
