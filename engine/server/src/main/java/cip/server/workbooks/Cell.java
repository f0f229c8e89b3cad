package cip.server.workbooks;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What stands in one cell of a sheet.
 *
 * @param text of a number its digits, of a yes/no 1 or 0, of a formula the formula
 */
record Cell(Kind kind, String text) {
    /** What a cell holds. */
    enum Kind {
        TEXT,
        NUMBER,
        YES_NO,
        FORMULA,
        ERROR
    }

    /** Row and column from 0 as people name them: C7. */
    static String name(int row, int column) {
        StringBuilder letters = new StringBuilder();
        for (int left = column; left >= 0; left = left / 26 - 1) {
            letters.insert(0, (char) ('A' + left % 26));
        }
        return letters.toString() + (row + 1);
    }

    /** The column from 0 of a name such as C7; {@code null} = it is no such name. */
    static @Nullable Integer column(String name) {
        int column = 0;
        int letters = 0;
        while (letters < name.length() && name.charAt(letters) >= 'A' && name.charAt(letters) <= 'Z') {
            column = column * 26 + name.charAt(letters) - 'A' + 1;
            letters++;
        }
        return letters == 0 || letters > 3 ? null : column - 1;
    }

    boolean isBlank() {
        return kind == Kind.TEXT && text.isBlank();
    }

    /** The number as people write it, without an exponent. */
    String plain() {
        return kind == Kind.NUMBER ? new BigDecimal(text).stripTrailingZeros().toPlainString() : text;
    }
}
