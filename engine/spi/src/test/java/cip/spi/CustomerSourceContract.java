package cip.spi;

import static org.assertj.core.api.Assertions.assertThat;

import cip.spi.CustomerSource.Row;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link CustomerSource} promises. A plugin's test extends this class and says what its source holds. */
public abstract class CustomerSourceContract {
    /** A source that holds {@link #expectedRows()}, at least three of them, with at least one missing value. */
    protected abstract CustomerSource source();

    /** A source with the same columns and no row. */
    protected abstract CustomerSource emptySource();

    protected abstract List<String> expectedColumns();

    /** Values aligned with {@link #expectedColumns()}; {@code null} = missing. */
    protected abstract List<List<@Nullable String>> expectedRows();

    @Test
    void columnsAreThoseOfTheSource() {
        assertThat(source().columns()).isEqualTo(expectedColumns());
    }

    @Test
    void everyRowIsReadOnce() {
        assertThat(values(source())).containsExactlyInAnyOrderElementsOf(expectedRows());
    }

    @Test
    void rowsAreCountedFromOne() {
        try (Stream<Row> rows = source().rows()) {
            assertThat(rows.map(Row::number).toList())
                    .isEqualTo(LongStream.rangeClosed(1, expectedRows().size())
                            .boxed()
                            .toList());
        }
    }

    @Test
    void everyRowHasAValueForEachColumn() {
        try (Stream<Row> rows = source().rows()) {
            assertThat(rows).allSatisfy(row -> assertThat(row.values())
                    .hasSize(expectedColumns().size()));
        }
    }

    @Test
    void rowsCanBeReadAgain() {
        CustomerSource source = source();
        assertThat(values(source)).isEqualTo(values(source));
    }

    @Test
    void rowsKeepTheirValuesAfterTheStreamIsClosed() {
        List<Row> kept;
        try (Stream<Row> rows = source().rows()) {
            kept = rows.toList();
        }
        assertThat(kept.stream().map(row -> Arrays.asList(row.values())))
                .containsExactlyInAnyOrderElementsOf(expectedRows());
    }

    @Test
    void readingMayStopEarly() {
        CustomerSource source = source();
        for (int i = 0; i < 50; i++) {
            try (Stream<Row> rows = source.rows()) {
                assertThat(rows.findFirst()).isPresent();
            }
        }
        assertThat(values(source)).hasSize(expectedRows().size());
    }

    @Test
    void sourceWithoutRowsGivesItsColumnsAndNoRow() {
        CustomerSource empty = emptySource();
        assertThat(empty.columns()).isEqualTo(expectedColumns());
        assertThat(values(empty)).isEmpty();
    }

    @Test
    void severalReadersDoNotDisturbEachOther() throws Exception {
        CustomerSource source = source();
        List<List<@Nullable String>> expected = values(source);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<List<List<@Nullable String>>> one = () -> values(source);
            for (Future<List<List<@Nullable String>>> each : threads.invokeAll(Collections.nCopies(20, one))) {
                assertThat(each.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<List<@Nullable String>> values(CustomerSource source) {
        try (Stream<Row> rows = source.rows()) {
            return rows.map(row -> Arrays.asList(row.values())).toList();
        }
    }
}
