package cip.server.imports.csv;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Files that people upload as CSV and that are something else, told by how they begin. */
enum RefusedKind {
    OLD_WORKBOOK(
            "an Excel workbook", "open it in the spreadsheet program and save it as CSV", "\u00d0\u00cf\u0011\u00e0"),
    ZIP(
            "a zip archive or an Excel workbook",
            "save the workbook as CSV, or unpack the archive",
            "PK\u0003\u0004",
            "PK\u0005\u0006"),
    GZIP("a gzip-compressed file", "unpack it", "\u001f\u008b"),
    PARQUET("a Parquet file", "write it as CSV", "PAR1"),
    PDF("a PDF document", "export the data as CSV", "%PDF"),
    UTF_32("text in UTF-32", "save it as UTF-8", "\u00ff\u00fe\u0000\u0000", "\u0000\u0000\u00fe\u00ff"),
    JSON("JSON", "write it as CSV with one row per customer or transaction", "[{", "{\"", "[["),
    MARKUP("XML or HTML", "export the data as CSV", "<?xml", "<!doctype", "<html");

    private final String what;
    private final String advice;
    private final byte[][] beginnings;

    RefusedKind(String what, String advice, String... beginnings) {
        this.what = what;
        this.advice = advice;
        this.beginnings = Arrays.stream(beginnings)
                .map(b -> b.getBytes(StandardCharsets.ISO_8859_1))
                .toArray(byte[][]::new);
    }

    /** What the file is called in a refusal. */
    String what() {
        return what;
    }

    /** What to do with it before it can be imported. */
    String advice() {
        return advice;
    }

    /** @param head the first bytes of the file, at least 64 unless it is shorter */
    static Optional<RefusedKind> of(byte[] head) {
        byte[] text = withoutSpace(head);
        return Arrays.stream(values())
                .filter(kind -> kind.begins(head) || kind.isText() && kind.begins(text))
                .findFirst();
    }

    private boolean isText() {
        return this == JSON || this == MARKUP;
    }

    private boolean begins(byte[] head) {
        return Arrays.stream(beginnings).anyMatch(beginning -> begins(head, beginning));
    }

    private static boolean begins(byte[] head, byte[] beginning) {
        return head.length >= beginning.length
                && Arrays.equals(head, 0, beginning.length, beginning, 0, beginning.length);
    }

    /** Text as it is compared: no byte order mark, no white space, ASCII letters in lower case. */
    private static byte[] withoutSpace(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00ef\u00bb\u00bf")) {
            text = text.substring(3);
        }
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ') {
                kept.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
            }
        }
        return kept.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
