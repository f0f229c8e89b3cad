package cip.server.imports;

import cip.server.customers.PersonalData;

/**
 * Why one row was not imported.
 *
 * @param line the row began on, counted from 1
 * @param column as the file's header calls it; empty = the whole row
 * @param value what was found, shortened; a mask when it may be personal, for the report outlives the file
 */
public record RowError(long line, String column, String value, String reason) {
    public RowError {
        value = Shown.value(value);
    }

    /** The same error; line and column say where the value stands. */
    RowError withoutValue() {
        return new RowError(line, column, value.isEmpty() ? "" : PersonalData.MASK, reason);
    }
}
