package cip.plugins.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.spi.CustomerSource;
import cip.spi.CustomerSource.Row;
import cip.spi.CustomerSourceContract;
import cip.spi.Settings;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a source over any database promises; each database's test says how to reach it. */
abstract class JdbcSourceContract extends CustomerSourceContract {
    static final List<String> TABLES = List.of(
            "create table customer (customer_id varchar(20), income decimal(12,2), score double precision,"
                    + " active boolean, born date, seen timestamp, bought timestamp with time zone)",
            "insert into customer values ('0001', 45000.00, 10000000, true, '1980-02-29', '2024-03-31 02:30:00',"
                    + " '2024-03-31 02:30:00+02')",
            "insert into customer values ('0002', 0.10, 0.1, false, '1999-12-31', '2024-01-01 00:00:00.123',"
                    + " '2024-01-01 00:00:00+00')",
            "insert into customer values ('=1+1', null, null, null, null, null, null)",
            "create table many as select n as id from (%s) numbers",
            "create table nobody as select * from customer where 1 = 0");

    abstract Map<String, String> connection();

    final CustomerSource source(String... keysAndValues) {
        return named("jdbc", keysAndValues);
    }

    final CustomerSource named(String name, String... keysAndValues) {
        Map<String, String> settings = new HashMap<>(connection());
        for (int i = 0; i < keysAndValues.length; i += 2) {
            settings.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return new SourceJdbcPlugin()
                .customerSources().stream()
                        .filter(factory -> factory.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .create(new Settings(settings));
    }

    @Override
    protected CustomerSource source() {
        return source("table", "customer");
    }

    @Override
    protected CustomerSource emptySource() {
        return source("query", "select * from nobody");
    }

    @Override
    protected List<String> expectedColumns() {
        return List.of("customer_id", "income", "score", "active", "born", "seen", "bought").stream()
                .map(this::asTheDatabaseWritesNames)
                .toList();
    }

    abstract String asTheDatabaseWritesNames(String name);

    @Override
    protected List<List<@Nullable String>> expectedRows() {
        return List.of(
                Arrays.asList(
                        "0001",
                        "45000.00",
                        "10000000",
                        "true",
                        "1980-02-29",
                        "2024-03-31T02:30:00",
                        "2024-03-31T00:30:00Z"),
                Arrays.asList(
                        "0002",
                        "0.10",
                        "0.1",
                        "false",
                        "1999-12-31",
                        "2024-01-01T00:00:00.123",
                        "2024-01-01T00:00:00Z"),
                Arrays.<@Nullable String>asList("=1+1", null, null, null, null, null, null));
    }

    @Test
    void valuesDoNotDependOnTheZoneOrLanguageOfTheMachine() {
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin")); // 02:30 does not exist there on 31 March 2024
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(values(source())).containsExactlyInAnyOrderElementsOf(expectedRows());
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void largeTableIsReadInPortions() {
        try (Stream<Row> rows = source("table", "many", "fetchSize", "100").rows()) {
            assertThat(rows.mapToLong(Row::number).sum()).isEqualTo(20_000L * 20_001 / 2);
        }
    }

    @Test
    void transactionsHaveTheirOwnTable() {
        CustomerSource transactions = named("jdbc-transactions", "table", "customer", "transactionsTable", "many");
        assertThat(transactions.columns()).containsExactly(asTheDatabaseWritesNames("id"));
    }

    @Test
    void queryMayRenameColumns() {
        assertThat(source("query", "select customer_id as \"id\" from customer").columns())
                .containsExactly("id");
    }

    @Test
    void twoColumnsOfOneNameAreRefused() {
        assertThatThrownBy(() -> source("query", "select born as a, seen as a from customer")
                        .columns())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("two columns");
    }

    @Test
    void missingTableIsReportedWithTheDatabasesWords() {
        assertThatThrownBy(() -> source("table", "no_such_table").rows())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContainingAll("The database answered", "SQLSTATE");
    }

    @Test
    void statementThatChangesRowsIsRefused() {
        assertThatThrownBy(() -> source("query", "delete from customer").rows().close())
                .isInstanceOf(UncheckedIOException.class);
        assertThat(values(source())).hasSize(3);
    }

    private static List<List<@Nullable String>> values(CustomerSource source) {
        try (Stream<Row> rows = source.rows()) {
            return rows.map(row -> Arrays.asList(row.values())).toList();
        }
    }
}
