package cip.core.rule;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.spi.FeatureColumn;
import cip.spi.FeatureMatrix;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of the terms that conditions speak of, by position, for all rows of one matrix. Shares its arrays. */
final class TermColumns {
    final int rows;
    private final TermLayout layout;
    private final double[][] numbers;
    private final @Nullable String[][] texts;
    private final BitSet[] guardrails;

    /** @param held rows for which each guardrail of the layout holds, by name */
    TermColumns(TermLayout layout, FeatureMatrix matrix, Map<String, BitSet> held) {
        this.layout = layout;
        rows = matrix.rows();
        layout.columns().missing(matrix).ifPresent(term -> {
            throw noColumn(matrix, term);
        });
        List<FeatureColumn> columns = layout.columns().in(matrix);
        numbers = new double[columns.size()][];
        texts = new String[columns.size()][];
        for (int i = 0; i < numbers.length; i++) {
            FeatureColumn column = columns.get(i);
            if (column instanceof FeatureColumn.NumberColumn number) {
                numbers[i] = number.values();
            } else if (column instanceof FeatureColumn.TextColumn text) {
                texts[i] = text.values();
            }
        }
        guardrails = new BitSet[layout.guardrails().size()];
        for (int i = 0; i < guardrails.length; i++) {
            guardrails[i] = held.getOrDefault(layout.guardrails().get(i), new BitSet());
        }
    }

    /** How many terms there are. */
    int terms() {
        return numbers.length;
    }

    /** Numbers of the term at a position, {@code NaN} = missing. */
    double[] numbers(int position) {
        double[] values = numbers[position];
        if (values == null) {
            throw wrongColumn(position, "text, expected numbers");
        }
        return values;
    }

    /** Texts of the term at a position, {@code null} = missing. */
    @Nullable
    String[] texts(int position) {
        @Nullable String[] values = texts[position];
        if (values == null) {
            throw wrongColumn(position, "numbers, expected text");
        }
        return values;
    }

    boolean isText(int position) {
        return texts[position] != null;
    }

    boolean isMissing(int position, int row) {
        return isText(position) ? texts(position)[row] == null : Double.isNaN(numbers(position)[row]);
    }

    BitSet guardrail(int position) {
        return guardrails[position];
    }

    private EngineException wrongColumn(int position, String found) {
        return new EngineException(
                ErrorCode.INTERNAL, "The term " + layout.terms().get(position) + " is held as " + found + ".");
    }

    private static EngineException noColumn(FeatureMatrix matrix, String term) {
        return new EngineException(
                ErrorCode.INTERNAL,
                "There is no column for the term " + term + " among " + matrix.names() + "."
                        + "\nMaybe the vocabulary was made from another schema or feature set than the values.");
    }
}
