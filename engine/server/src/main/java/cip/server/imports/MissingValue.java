package cip.server.imports;

import java.util.Locale;
import java.util.Set;

/** The spellings of "no value" that systems write into files. */
final class MissingValue {
    private static final Set<String> ALWAYS =
            Set.of("", "-", "--", "?", "na", "n/a", "#n/a", "nan", "null", "\\n", "(null)", "<null>", "#null!");
    /** Words that are no number and no date but may well be a text. */
    private static final Set<String> BUT_IN_TEXT = Set.of("none", "nil", "nat");

    private static final int LONGEST = 6;

    private MissingValue() {}

    static boolean isSpelled(String cell, boolean text) {
        if (cell.length() > LONGEST) {
            return false;
        }
        String lower = cell.toLowerCase(Locale.ROOT);
        return ALWAYS.contains(lower) || !text && BUT_IN_TEXT.contains(lower);
    }
}
