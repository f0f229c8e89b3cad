package cip.server.imports;

import cip.server.imports.csv.CellFault;
import cip.server.imports.csv.RawRow;
import java.util.function.Consumer;

/** Whether a row has the cells its header announces, and its text is usable. */
final class RowShape {
    private final ColumnMapping mapping;
    private final int width;

    RowShape(ColumnMapping mapping) {
        this.mapping = mapping;
        this.width = mapping.header().size();
    }

    boolean isSound(RawRow row, Consumer<RowError> errors) {
        boolean sound = row.faults().isEmpty();
        for (CellFault fault : row.faults()) {
            errors.accept(new RowError(row.line(), header(fault.column()), fault.text(), fault.reason()));
        }
        if (!sound) {
            return false;
        }
        if (row.width() < width) {
            errors.accept(new RowError(
                    row.line(),
                    "",
                    "",
                    "has " + row.width() + " of " + width + " cells; a part of the row is missing"));
            return false;
        }
        if (row.filled() > width) {
            errors.accept(new RowError(
                    row.line(),
                    "",
                    "",
                    "has " + row.filled() + " cells under " + width
                            + " headers; a value with the delimiter in it must be quoted"));
            return false;
        }
        return true;
    }

    private String header(int column) {
        return column >= 0 && column < width ? mapping.header().get(column) : "";
    }
}
