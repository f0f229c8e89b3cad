package cip.server.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What a reader of the result should know although no row was rejected for it; each kind is said once, counted. */
final class Notices {
    private static final int MOST_SPELLINGS = 500;
    private static final int LONGEST_SPELLING = 60;

    private final List<String> plain = new ArrayList<>();
    private final Map<String, Long> counted = new LinkedHashMap<>();
    private final Map<String, TreeSet<String>> missing = new LinkedHashMap<>();
    private final Map<String, Map<String, TreeSet<String>>> spellings = new LinkedHashMap<>();

    void add(String notice) {
        if (!plain.contains(notice)) {
            plain.add(notice);
        }
    }

    /** @param notice follows the number, e.g. {@code rows have a time without an offset} */
    void count(String notice) {
        counted.merge(notice, 1L, Long::sum);
    }

    /** Remembers that a text was read as "no value". */
    void missing(String column, String spelling) {
        if (!spelling.isEmpty()) {
            missing.computeIfAbsent(column, c -> new TreeSet<>()).add(spelling);
        }
    }

    /** Remembers the texts of a column, as long as they are few, to find those that differ in case only. */
    void spelling(String column, String text) {
        Map<String, TreeSet<String>> seen = spellings.computeIfAbsent(column, c -> new LinkedHashMap<>());
        if (seen.size() <= MOST_SPELLINGS && text.length() <= LONGEST_SPELLING) {
            seen.computeIfAbsent(HeaderName.compared(text), t -> new TreeSet<>())
                    .add(text);
        }
    }

    List<String> all() {
        List<String> all = new ArrayList<>(plain);
        counted.forEach((notice, count) -> all.add(count + " " + notice));
        missing.forEach((column, texts) ->
                all.add("In " + column + " these were read as no value: " + Shown.list(List.copyOf(texts)) + "."));
        spellings.forEach((column, seen) -> {
            if (seen.size() <= MOST_SPELLINGS) {
                seen.values().stream()
                        .filter(variants -> variants.size() > 1)
                        .forEach(variants -> all.add("In " + column
                                + " these may mean the same and were kept apart: "
                                + Shown.list(List.copyOf(variants)) + "."));
            }
        });
        return all;
    }
}
