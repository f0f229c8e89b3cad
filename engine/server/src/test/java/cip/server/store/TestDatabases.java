package cip.server.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** New, empty databases with all tables: H2 in a folder of its own, PostgreSQL in one server for the whole JVM. */
public final class TestDatabases {
    private TestDatabases() {}

    public static Database h2() {
        return Database.open(DatabaseConfiguration.embedded(), newFolder());
    }

    public static Database postgres() {
        return Database.open(newPostgres(), newFolder());
    }

    /** An empty database without tables, which compares text by the language as most installations do. */
    public static DatabaseConfiguration newPostgres() {
        String name = "test_" + Server.DATABASES.incrementAndGet();
        try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en-US'");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return DatabaseConfiguration.postgres(Server.RUNNING.getJdbcUrl("postgres", name), "postgres", "postgres");
    }

    public static Path newFolder() {
        try {
            Path folder = Files.createTempDirectory("cip-test");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException gone) {
            // A folder of a test that is over.
        }
    }

    /** Started when the first test asks; ended with the JVM. */
    private static final class Server {
        static final AtomicInteger DATABASES = new AtomicInteger();
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
