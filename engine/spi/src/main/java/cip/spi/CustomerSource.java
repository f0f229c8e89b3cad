package cip.spi;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A place outside the product that customers or transactions are read from, e.g. a database table. */
public interface CustomerSource {
    /** The columns offered, in the order of every row's values. */
    List<String> columns();

    /** Every row as text, values aligned with {@link #columns()}, {@code null} = missing. The caller closes the stream. */
    Stream<Row> rows();

    /**
     * One row.
     *
     * @param number counted from 1, named in error reports
     */
    record Row(long number, @Nullable String[] values) {}
}
