package cip.core.rule;

import cip.spi.FeatureMatrix;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Decides a condition for a whole customer base, column by column, with the same answers as Drools and far cheaper:
 * {@link EngineParity} compares the two.
 *
 * <p>Blocks of 1,024 rows are marked in 16 words of bits, so that a group combines 64 rows at a time and stops as soon as
 * a block is decided; what conditions ask of one term is found out together, see {@link NumberBounds}. Nothing is allocated
 * per row.
 */
public final class ConditionColumns {
    private ConditionColumns() {}

    /** The rows for which the condition, which uses no guardrail, holds. */
    public static BitSet matching(Condition condition, FeatureMatrix terms) {
        return matching(condition, terms, Guardrails.none());
    }

    /**
     * The rows for which the condition holds; the guardrails it uses are decided by Drools.
     *
     * @param terms a column for each term the condition speaks of
     */
    public static BitSet matching(Condition condition, FeatureMatrix terms, Guardrails guardrails) {
        return matching(List.of(condition), terms, guardrails).get(0);
    }

    /** For each condition the rows it holds for. */
    public static List<BitSet> matching(List<Condition> conditions, FeatureMatrix terms, Guardrails guardrails) {
        TermLayout layout = TermLayout.of(conditions);
        TermColumns columns = new TermColumns(layout, terms, guardrails.matching(terms, layout.guardrails()));
        ColumnTests tests = new ColumnTests(columns, layout);
        ColumnTest[] made = conditions.stream().map(tests::of).toArray(ColumnTest[]::new);
        long[][] words = new long[made.length][(columns.rows + Block.ROWS - 1) / Block.ROWS * Block.WORDS];
        int depth = conditions.stream().mapToInt(Condition::depth).max().orElse(0);
        long[][] scratch = new long[depth + 1][Block.WORDS];
        for (int from = 0; from < columns.rows; from += Block.ROWS) {
            Block block = new Block(from, Math.min(Block.ROWS, columns.rows - from));
            for (int i = 0; i < made.length; i++) {
                made[i].mark(block, scratch, 0);
                System.arraycopy(scratch[0], 0, words[i], from / Long.SIZE, Block.WORDS);
            }
        }
        return Arrays.stream(words).map(BitSet::valueOf).toList();
    }
}
