package cip.server.imports;

import cip.core.customer.CustomerId;
import cip.core.error.EngineException;
import cip.server.imports.csv.RawRow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a customer's id: text as it stands, so 007 and 7 are two customers. */
final class IdCell {
    private final ColumnMapping.Column column;

    IdCell(ColumnMapping.Column column) {
        this.column = column;
    }

    /** {@code null} after {@code errors} was told why. */
    @Nullable
    CustomerId read(RawRow row, Consumer<RowError> errors) {
        String text = row.cells()[column.index()];
        if (text == null || MissingValue.isSpelled(text, true)) {
            String found = text == null ? "" : text;
            errors.accept(new RowError(row.line(), column.header(), found, column.header() + " is missing"));
            return null;
        }
        try {
            return new CustomerId(text);
        } catch (EngineException e) {
            errors.accept(new RowError(row.line(), column.header(), text, String.valueOf(e.getMessage())));
            return null;
        }
    }
}
