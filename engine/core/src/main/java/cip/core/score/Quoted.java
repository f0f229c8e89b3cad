package cip.core.score;

/** Text from a file or a customer as a message shows it: shortened, without control characters. */
final class Quoted {
    private static final int USUAL = 60;

    private Quoted() {}

    static String of(String text) {
        return of(text, USUAL);
    }

    static String of(String text, int longest) {
        String cut = text.length() <= longest ? text : text.substring(0, longest) + "…";
        return cut.replaceAll("\\p{Cntrl}", " ");
    }
}
