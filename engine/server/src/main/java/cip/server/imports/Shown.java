package cip.server.imports;

import java.util.List;

/** Values of a file as messages quote them: short, on one line, without characters that act on a terminal. */
final class Shown {
    private static final int LONGEST = 60;
    private static final int MOST = 12;

    private Shown() {}

    static String value(String value) {
        StringBuilder shown = new StringBuilder();
        value.codePoints().limit(LONGEST + 1L).forEach(c -> {
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                shown.append(String.format("\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.length() > LONGEST ? shown.substring(0, LONGEST - 1) + "…" : shown.toString();
    }

    static String list(List<String> values) {
        List<String> shown = values.stream().limit(MOST).map(Shown::value).toList();
        String rest = values.size() > MOST ? " and " + (values.size() - MOST) + " more" : "";
        return shown.isEmpty() ? "none" : String.join(", ", shown) + rest;
    }
}
