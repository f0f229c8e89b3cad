package cip.plugins.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2SourceTest extends JdbcSourceContract {
    private static final String URL = "jdbc:h2:mem:" + UUID.randomUUID();
    private static final String PASSWORD = "right";

    @SuppressWarnings("NullAway.Init")
    private static Connection keepsItOpen;

    @BeforeAll
    static void fill() throws SQLException {
        keepsItOpen = DriverManager.getConnection(URL, "reader", PASSWORD);
        try (Statement statement = keepsItOpen.createStatement()) {
            for (String sql : TABLES) {
                statement.execute(sql.formatted("select x as n from system_range(1, 20000)"));
            }
        }
    }

    @AfterAll
    static void close() throws SQLException {
        keepsItOpen.close();
    }

    @Override
    Map<String, String> connection() {
        return Map.of("url", URL, "user", "reader", "password", PASSWORD);
    }

    @Override
    String asTheDatabaseWritesNames(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    @Test
    void misspeltFileIsNotMadeAnew(@TempDir Path folder) {
        assertThatThrownBy(() -> source("url", "jdbc:h2:file:" + folder.resolve("nothing"), "table", "customer")
                        .columns())
                .isInstanceOf(UncheckedIOException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void wrongPasswordIsReportedWithoutIt() {
        assertThatThrownBy(
                        () -> source("table", "customer", "password", "s3cret!").columns())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageNotContaining("s3cret!");
    }
}
