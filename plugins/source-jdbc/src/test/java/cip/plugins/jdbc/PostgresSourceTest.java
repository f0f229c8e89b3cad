package cip.plugins.jdbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresSourceTest extends JdbcSourceContract {
    @SuppressWarnings("NullAway.Init")
    private static EmbeddedPostgres server;

    @BeforeAll
    static void fill() throws IOException, SQLException {
        server = EmbeddedPostgres.builder().start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : TABLES) {
                statement.execute(sql.formatted("select generate_series(1, 20000) as n"));
            }
            statement.execute("create role reader login password 'right'");
            statement.execute("grant select, insert, delete on all tables in schema public to reader");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Override
    Map<String, String> connection() {
        return Map.of("url", server.getJdbcUrl("postgres", "postgres"), "user", "reader", "password", "right");
    }

    @Override
    String asTheDatabaseWritesNames(String name) {
        return name;
    }

    @Test
    void queryThatInsertsIsRefusedByTheDatabase() {
        String inserting =
                "with added as (insert into customer (customer_id) values ('9') returning *) select * from added";
        assertThatThrownBy(() -> source("query", inserting).rows().close())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("read-only");
    }
}
