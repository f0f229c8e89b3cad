package cip.server.imports.csv;

/**
 * How a file's bytes become cells.
 *
 * @param delimiter comma, semicolon, tab or vertical bar
 */
public record CsvFormat(Encoding encoding, char delimiter) {
    private static final String DELIMITERS = ",;\t|";

    public CsvFormat {
        if (!isDelimiter(delimiter)) {
            throw new IllegalArgumentException(
                    "The delimiter " + delimiter + " is not a comma, semicolon, tab or vertical bar.");
        }
    }

    public static boolean isDelimiter(char candidate) {
        return DELIMITERS.indexOf(candidate) >= 0;
    }

    static char[] delimiters() {
        return DELIMITERS.toCharArray();
    }
}
