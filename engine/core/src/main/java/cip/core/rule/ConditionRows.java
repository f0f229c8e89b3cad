package cip.core.rule;

import cip.spi.FeatureMatrix;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** A condition asked about the rows of a matrix, outside of any strategy; with the same answers as inside one. */
public final class ConditionRows {
    private ConditionRows() {}

    /**
     * The rows for which a condition without guardrails holds.
     *
     * @param matrix has a column for every term of the condition
     */
    public static BitSet of(Condition condition, FeatureMatrix matrix) {
        TermLayout layout = TermLayout.of(List.of(condition));
        TermColumns columns = new TermColumns(layout, matrix, Map.of());
        RowTest test = RowTests.of(condition, layout);
        BitSet holds = new BitSet(matrix.rows());
        for (int row = 0; row < matrix.rows(); row++) {
            holds.set(row, test.holds(columns, row));
        }
        return holds;
    }
}
