package cip.server.models;

import cip.core.rule.Condition;
import cip.core.rule.ConditionRows;
import cip.core.rule.Operator;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A target that is known on the same day as the inputs, so that it needs no transactions: what a column holds, or whether a
 * condition holds. A model of it stands in for something known; it foretells nothing.
 */
sealed interface TodaysTarget {
    /** The attributes and features it is made of. */
    List<String> columns();

    /**
     * The target of every row; {@code NaN} where it cannot be told.
     *
     * @param matrix of {@link #columns}
     */
    double[] values(FeatureMatrix matrix);

    /** What it is, in words, without a full stop. */
    String sentence();

    /** The number that an attribute or feature holds. @param label as shown */
    record OfColumn(String column, String label) implements TodaysTarget {
        @Override
        public List<String> columns() {
            return List.of(column);
        }

        @Override
        public double[] values(FeatureMatrix matrix) {
            return ((NumberColumn) matrix.column(column)).values().clone();
        }

        @Override
        public String sentence() {
            return label + " (" + column + ") as known on the same day as the inputs";
        }
    }

    /**
     * 1 where a condition holds, 0 where it does not. Of customers who lack a value that is compared it cannot be told.
     *
     * @param words the condition in English
     */
    record OfCondition(Condition condition, String words) implements TodaysTarget {
        @Override
        public List<String> columns() {
            return List.copyOf(condition.terms());
        }

        @Override
        public double[] values(FeatureMatrix matrix) {
            BitSet holds = ConditionRows.of(condition, matrix);
            double[] values = new double[matrix.rows()];
            for (int row = 0; row < values.length; row++) {
                values[row] = holds.get(row) ? 1 : 0;
            }
            Set<String> compared = new HashSet<>();
            compared(condition, compared);
            for (String term : compared) {
                if (matrix.column(term) instanceof NumberColumn numbers) {
                    for (int row = 0; row < values.length; row++) {
                        values[row] = Double.isNaN(numbers.values()[row]) ? Double.NaN : values[row];
                    }
                } else if (matrix.column(term) instanceof TextColumn texts) {
                    for (int row = 0; row < values.length; row++) {
                        values[row] = texts.values()[row] == null ? Double.NaN : values[row];
                    }
                }
            }
            return values;
        }

        private static void compared(Condition condition, Set<String> terms) {
            if (condition instanceof Condition.Comparison comparison
                    && comparison.operator() != Operator.IS_MISSING
                    && comparison.operator() != Operator.IS_PRESENT) {
                terms.add(comparison.term());
            }
            condition.children().forEach(child -> compared(child, terms));
        }

        @Override
        public String sentence() {
            return "1 = " + words + ", 0 = not; as known on the same day as the inputs";
        }
    }
}
