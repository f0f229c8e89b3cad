package cip.server.store;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.util.Locale;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.Driver;

/** A PostgreSQL server of version 15 or later: durable by itself, many writers at a time. */
final class PostgreSql implements Storage {
    private final DataSource connections;

    PostgreSql(DatabaseConfiguration configuration) {
        if (configuration.url().toLowerCase(Locale.ROOT).contains("password=")) {
            throw new EngineException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "database.url in config.yml contains a password; expected it in database.password.\n"
                            + "Maybe write password: ${CIP_DATABASE_PASSWORD} and set that variable.");
        }
        Properties properties = new Properties();
        properties.setProperty("user", configuration.user());
        properties.setProperty("password", configuration.password());
        properties.setProperty("ApplicationName", "customer-intelligence");
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("options", "-c synchronous_commit=on -c TimeZone=UTC");
        Driver driver = new Driver();
        this.connections = new Connections(() -> driver.connect(configuration.url(), properties));
    }

    @Override
    public DataSource rows() {
        return connections;
    }

    @Override
    public DataSource tables() {
        return connections;
    }

    @Override
    public String binaryOrder() {
        return "collate \"C\"";
    }

    @Override
    public String sortedText(int longest) {
        return "varchar(" + longest + ") " + binaryOrder();
    }

    @Override
    public boolean oneWriter() {
        return false;
    }

    @Override
    public void force() {
        // A commit has returned only after the server's own fsync (synchronous_commit=on).
    }

    @Override
    public void close() {
        // Holds no connection of its own.
    }
}
