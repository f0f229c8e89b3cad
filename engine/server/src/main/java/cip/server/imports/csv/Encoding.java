package cip.server.imports.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The encodings a file may have; a byte order mark is recognised and left out whichever is chosen. */
public enum Encoding {
    UTF_8("UTF-8", StandardCharsets.UTF_8, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}),
    UTF_16LE("UTF-16LE", StandardCharsets.UTF_16LE, new byte[] {(byte) 0xFF, (byte) 0xFE}),
    UTF_16BE("UTF-16BE", StandardCharsets.UTF_16BE, new byte[] {(byte) 0xFE, (byte) 0xFF}),
    /** Western European text of older spreadsheets; agrees with ISO-8859-1 on every letter. */
    WINDOWS_1252("windows-1252", Charset.forName("windows-1252"), new byte[0]);

    private final String label;
    private final Charset charset;
    private final byte[] mark;

    Encoding(String label, Charset charset, byte[] mark) {
        this.label = label;
        this.charset = charset;
        this.mark = mark;
    }

    /** As written in the API, on the command line and on screen. */
    public String label() {
        return label;
    }

    Charset charset() {
        return charset;
    }

    /** @param head the first bytes of the file */
    boolean marks(byte[] head) {
        if (mark.length == 0 || head.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if (head[i] != mark[i]) {
                return false;
            }
        }
        return true;
    }

    int markLength() {
        return mark.length;
    }

    /** ISO-8859-1 is understood as windows-1252, which adds printable characters only. */
    public static Optional<Encoding> named(String label) {
        String wanted = label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        for (Encoding encoding : values()) {
            if (encoding.label
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9]", "")
                    .equals(wanted)) {
                return Optional.of(encoding);
            }
        }
        return wanted.equals("iso88591") || wanted.equals("latin1") ? Optional.of(WINDOWS_1252) : Optional.empty();
    }
}
