package cip.core.rule;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant: the fewest single-letter edits away (Levenshtein), at most a third. */
final class Nearest {
    private static final int LONGEST = 80;

    private Nearest() {}

    static Optional<String> of(String name, Collection<String> known) {
        if (name.isEmpty() || name.length() > LONGEST) {
            return Optional.empty();
        }
        int limit = (name.length() + 2) / 3;
        return known.stream()
                .filter(candidate -> candidate.length() <= LONGEST && edits(name, candidate) <= limit)
                .min(Comparator.comparingInt(candidate -> edits(name, candidate)));
    }

    /** The end of a message: a further line that names the nearest known name, or nothing. */
    static String hint(String name, Collection<String> known) {
        return of(name, known)
                .map(nearest -> "\nMaybe " + nearest + " was meant.")
                .orElse("");
    }

    private static int edits(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
