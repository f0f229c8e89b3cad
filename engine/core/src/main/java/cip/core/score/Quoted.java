package cip.core.score;

import java.util.regex.Pattern;

/** Text from a file or a customer as a message shows it: shortened, without control characters. */
final class Quoted {
    private static final int USUAL = 60;
    private static final int LONG = 300;
    private static final Pattern CLASS = Pattern.compile("\\b(?:[a-z][\\w$]*+[./]){2,}+[\\w$]++");

    private Quoted() {}

    static String of(String text) {
        return of(text, USUAL);
    }

    /** Without the names of classes, ours, a library's or the file's: whoever reads an answer needs none of them. */
    static String withoutClasses(String text) {
        return of(CLASS.matcher(text).replaceAll("(name of a class)"), LONG);
    }

    static String of(String text, int longest) {
        String cut = text.length() <= longest ? text : text.substring(0, longest) + "…";
        return cut.replaceAll("\\p{Cntrl}", " ");
    }
}
