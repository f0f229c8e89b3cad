package cip.spi;

import java.text.Normalizer;

/**
 * Keeps a text from being run as a formula when the file is opened in a spreadsheet: such a text gets a leading
 * apostrophe, which spreadsheets take as "this is text".
 *
 * <p>A formula begins with {@code = + - @}, also in its full-width or small form, also behind blanks and invisible
 * characters; a tab or line break in front can move the rest into a cell of its own (OWASP, "CSV Injection"; ASVS 5.0
 * 1.2.10). Numbers are not texts and pass as they are. Whatever writes texts that people open in a spreadsheet uses this
 * one guard.
 */
public final class FormulaGuard {
    private FormulaGuard() {}

    /** @return the text as it is, or after an apostrophe when a spreadsheet could run it */
    public static String guarded(String text) {
        return isDangerous(text) ? "'" + text : text;
    }

    private static boolean isDangerous(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        if (first >= '0' && first <= '9' || first >= 'A' && first <= 'Z' || first >= 'a' && first <= 'z') {
            return false;
        }
        if (Character.isISOControl(first)) {
            return true;
        }
        int i = 0;
        while (i < text.length() && isUnseen(text.codePointAt(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        return i < text.length() && isFormulaSign(text.codePointAt(i));
    }

    private static boolean isUnseen(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.FORMAT;
    }

    private static boolean isFormulaSign(int codePoint) {
        String plain = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
        return plain.length() == 1 && "=+-@\u2212".contains(plain);
    }
}
