package cip.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of an older version, with rows in them, changed into those of now. */
class UpgradeTest {
    private static final String NOW = "TIMESTAMP WITH TIME ZONE '2026-06-01 12:00:00+00:00'";

    static Stream<DatabaseConfiguration> everyDatabase() {
        return Stream.of(DatabaseConfiguration.embedded(), TestDatabases.newPostgres());
    }

    @ParameterizedTest
    @MethodSource("everyDatabase")
    void rowsOfBeforeIdsWereSortedAndStatesBelongedToARunStayWhatTheyWere(DatabaseConfiguration configuration) {
        Path folder = TestDatabases.newFolder();
        try (Storage old = configuration.isEmbedded() ? new EmbeddedH2(folder) : new PostgreSql(configuration)) {
            Migrations.configuration(old).target("50").load().migrate();
            Jdbi.create(old.rows()).useHandle(handle -> {
                for (String id : List.of("😀2", "z", "\uFFFD1")) {
                    handle.execute(
                            "insert into customer (customer_id, search_id, search_name, search_surname, attributes,"
                                    + " imported_at) values (?, ?, '', '', '{}', " + NOW + ")",
                            id,
                            id);
                    handle.execute("insert into customer_transaction values (?, 'r', " + NOW + ", 1.0, 'web')", id);
                }
                handle.execute("insert into strategy values ('s', '{}', " + NOW + ")");
                for (String row : List.of("'d1', 'z', 'run'", "'d2', '😀2', 'run'", "'d3', '\uFFFD1', null")) {
                    String[] cells = row.split(", ");
                    handle.execute("insert into decision values (" + cells[0] + ", " + cells[1] + ", " + NOW + ", "
                            + NOW + ", 's', " + cells[2] + ", '{}', '{}')");
                    handle.execute("insert into customer_state values (" + cells[1] + ", " + cells[0] + ", " + NOW
                            + ", 'loyal', 'none', 1.5, '{}')");
                }
                handle.execute("insert into decision_run values ('run', 's', " + NOW + ", " + NOW + ")");
            });
        }

        assertThat(Database.migrate(configuration, folder)).isPositive();

        try (Database database = Database.open(configuration, folder)) {
            assertThat(ids(database, "select customer_id from customer order by customer_id"))
                    .containsExactly("z", "\uFFFD1", "😀2");
            assertThat(ids(database, "select customer_id from customer_transaction order by customer_id"))
                    .containsExactly("z", "\uFFFD1", "😀2");
            assertThat(ids(database, "select customer_id from run_state where run_id = 'run' order by customer_id"))
                    .containsExactly("z", "😀2");
            assertThatThrownBy(() -> database.execute(handle -> handle.execute(
                            "insert into customer_transaction values (?, 'r', " + NOW + ", 1.0, 'web')", "nobody")))
                    .isInstanceOf(RuntimeException.class);
        }
    }

    private static List<String> ids(Database database, String query) {
        return database.read(
                handle -> handle.createQuery(query).mapTo(String.class).list());
    }
}
