package cip.server.imports.csv;

/**
 * Why the text of a cell cannot be used, whatever its column means.
 *
 * @param column index in the row; {@link #WHOLE_ROW} when the fault concerns all of it
 * @param text what was found, as far as it can be shown
 */
public record CellFault(int column, String text, String reason) {
    public static final int WHOLE_ROW = -1;
}
