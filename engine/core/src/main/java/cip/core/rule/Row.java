package cip.core.rule;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** One customer as a fact of a Drools session: a row of the columns, and where the rules that match it are noted. */
final class Row {
    final TermColumns columns;
    final int row;
    private final BitSet[] matches;

    /** @param matches for each rule the rows it matched; written by the one thread that runs the session */
    Row(TermColumns columns, int row, BitSet[] matches) {
        this.columns = columns;
        this.row = row;
        this.matches = matches;
    }

    void matched(int[] rules) {
        for (int rule : rules) {
            matches[rule].set(row);
        }
    }

    /** {@code null} = missing, which no index of Drools finds; a NaN would be above every threshold there. */
    @Nullable
    Double number(int position) {
        double number = columns.numbers(position)[row];
        return Double.isNaN(number) ? null : Double.valueOf(number + 0.0);
    }

    @Nullable
    String text(int position) {
        return columns.texts(position)[row];
    }
}
