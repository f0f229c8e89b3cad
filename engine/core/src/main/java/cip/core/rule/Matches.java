package cip.core.rule;

import java.util.BitSet;
import java.util.List;

/** Which rules hold for which customers of one matrix. Not to be written to. */
public sealed interface Matches {
    /** @param rule its position among the rules that were decided */
    boolean holds(int rule, int row);

    /** For each rule the rows it holds for. */
    List<BitSet> rows();

    /** @param rows for each rule those it holds for */
    record OfMany(List<BitSet> rows) implements Matches {
        @Override
        public boolean holds(int rule, int row) {
            return rows.get(rule).get(row);
        }
    }

    /**
     * Of a matrix with one row.
     *
     * @param rules those that hold @param count how many there are
     */
    record OfOne(BitSet rules, int count) implements Matches {
        private static final BitSet NO_ROW = new BitSet();
        private static final BitSet THE_ROW = new BitSet();

        static {
            THE_ROW.set(0);
        }

        @Override
        public boolean holds(int rule, int row) {
            return rules.get(rule);
        }

        @Override
        public List<BitSet> rows() {
            BitSet[] rows = new BitSet[count];
            for (int rule = 0; rule < count; rule++) {
                rows[rule] = rules.get(rule) ? THE_ROW : NO_ROW;
            }
            return List.of(rows);
        }
    }
}
