package cip.server.imports;

import cip.server.imports.csv.RawRow;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes one typed row of one row of text.
 *
 * @param <T> the typed row
 */
interface RowReader<T> {
    /** Empty when the row must be rejected; then {@code errors} was told at least one reason. */
    Optional<T> read(RawRow row, Consumer<RowError> errors);
}
