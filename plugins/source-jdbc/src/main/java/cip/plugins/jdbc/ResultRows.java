package cip.plugins.jdbc;

import cip.spi.CustomerSource.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows of a query's result, counted from 1, in the order of the database's answer. */
final class ResultRows extends Spliterators.AbstractSpliterator<Row> {
    private final ResultSet result;
    private final List<CellText> cells;
    private long number;

    ResultRows(ResultSet result, List<CellText> cells) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.result = result;
        this.cells = cells;
    }

    @Override
    public boolean tryAdvance(Consumer<? super Row> action) {
        @Nullable String[] values;
        try {
            if (!result.next()) {
                return false;
            }
            values = new String[cells.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = cells.get(i).read(result, i + 1);
            }
        } catch (SQLException e) {
            throw JdbcSource.failed(e);
        }
        number++;
        action.accept(new Row(number, values));
        return true;
    }
}
