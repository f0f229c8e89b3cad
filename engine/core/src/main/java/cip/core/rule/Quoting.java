package cip.core.rule;

import java.util.regex.Pattern;

/** Text that somebody typed, set into a sentence so that its end and every character in it can be seen. */
final class Quoting {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N} _./&+'-]*[\\p{L}\\p{N}+])?");
    private static final int LONGEST = 80;

    private Quoting() {}

    /** Words as they are; anything else in quotation marks, with invisible characters spelled out. */
    static String text(String text) {
        if (PLAIN.matcher(text).matches() && text.length() <= LONGEST) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("“");
        text.codePoints().limit(LONGEST).forEach(point -> append(quoted, point));
        return quoted.append(text.codePointCount(0, text.length()) > LONGEST ? "…”" : "”")
                .toString();
    }

    private static void append(StringBuilder quoted, int point) {
        switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> quoted.append(String.format("[U+%04X]", point));
            default -> quoted.appendCodePoint(point);
        }
    }
}
