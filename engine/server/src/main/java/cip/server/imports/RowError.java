package cip.server.imports;

/**
 * Why one row was not imported.
 *
 * @param line the row began on, counted from 1
 * @param column as the file's header calls it; empty = the whole row
 * @param value what was found, shortened
 */
public record RowError(long line, String column, String value, String reason) {
    public RowError {
        value = Shown.value(value);
    }
}
