package cip.server.customers;

import java.text.Normalizer;
import java.util.Locale;

/** Text as search compares it: lower case, without accents, single spaces; so zurich finds Zürich. */
final class SearchText {
    private static final int LONGEST = 200;

    private SearchText() {}

    static String of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        String searched = plain.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
        if (searched.length() <= LONGEST) {
            return searched;
        }
        return searched.substring(0, LONGEST - (Character.isHighSurrogate(searched.charAt(LONGEST - 1)) ? 1 : 0));
    }

    /** The last of several words; empty when there is only one. */
    static String surname(String searchText) {
        return searchText.indexOf(' ') < 0 ? "" : searchText.substring(searchText.lastIndexOf(' ') + 1);
    }

    /** The smallest text after everything that begins with the prefix; the prefix must not be empty. */
    static String after(String prefix) {
        int last = prefix.codePointBefore(prefix.length());
        int next = last == 0xD7FF ? 0xE000 : Math.min(last + 1, Character.MAX_CODE_POINT);
        return prefix.substring(0, prefix.length() - Character.charCount(last)) + Character.toString(next);
    }
}
