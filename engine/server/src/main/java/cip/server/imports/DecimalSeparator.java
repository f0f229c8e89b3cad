package cip.server.imports;

import cip.server.imports.csv.RawRow;
import java.util.List;

/**
 * Tells whether a file writes 4.5 or 4,5.
 *
 * <p>The comma is chosen only on proof: some number of the sample has a comma followed by other than three digits, and
 * none has a point. So 45,000 alone stays what it may be, a thousands separator, and is rejected with its line.
 */
final class DecimalSeparator {
    private DecimalSeparator() {}

    /** @param numbers indexes of the columns that hold numbers */
    static char of(List<RawRow> sample, List<Integer> numbers) {
        boolean comma = false;
        for (RawRow row : sample) {
            for (int index : numbers) {
                String cell = index < row.cells().length ? row.cells()[index] : null;
                if (cell == null) {
                    continue;
                }
                if (cell.matches("[+-]?\\d*\\.\\d+")) {
                    return '.';
                }
                comma |= cell.matches("[+-]?\\d*,(\\d{1,2}|\\d{4,})");
            }
        }
        return comma ? ',' : '.';
    }
}
