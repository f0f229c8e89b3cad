package cip.plugins.jdbc;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import java.util.ServiceLoader;

/**
 * The database to read from. The drivers are those in the plugin's own folder: another product works as soon as its
 * driver's jar lies there. The password is never printed.
 */
final class SourceDatabase {
    private static final String SECONDS_TO_CONNECT = "10";

    private final Driver driver;
    private final String url;
    private final Properties properties;

    private SourceDatabase(Driver driver, String url, Properties properties) {
        this.driver = driver;
        this.url = url;
        this.properties = properties;
    }

    /** @throws IllegalArgumentException when no driver knows the URL */
    static SourceDatabase of(String url, String user, String password) {
        for (Driver driver : ServiceLoader.load(Driver.class, SourceDatabase.class.getClassLoader())) {
            if (accepts(driver, url)) {
                return new SourceDatabase(driver, existingOnly(url), properties(url, user, password));
            }
        }
        throw new IllegalArgumentException(
                "The setting url begins with " + url.replaceAll("^(jdbc:[^:/]*|.{0,12}).*", "$1")
                        + ", for which there is no driver; H2 and PostgreSQL come with the plugin, others are put into its folder.");
    }

    /** A connection that reads in one transaction and, where the database can promise it, cannot write. */
    Connection open() throws SQLException {
        Connection connection = driver.connect(url, properties);
        if (connection == null) {
            throw new SQLException("The driver did not take the URL.");
        }
        try {
            connection.setReadOnly(true);
            connection.setAutoCommit(false); // PostgreSQL fetches in portions only inside a transaction
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static boolean accepts(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException e) {
            return false;
        }
    }

    /** H2 would answer a misspelt file name with a new, empty database. */
    private static String existingOnly(String url) {
        boolean says = url.toUpperCase(Locale.ROOT).contains("IFEXISTS=");
        return url.startsWith("jdbc:h2:") && !says ? url + ";IFEXISTS=TRUE" : url;
    }

    private static Properties properties(String url, String user, String password) {
        Properties properties = new Properties();
        if (!user.isEmpty()) {
            properties.setProperty("user", user);
            properties.setProperty("password", password);
        }
        if (url.startsWith("jdbc:postgresql:")) {
            properties.setProperty("loginTimeout", SECONDS_TO_CONNECT);
            properties.setProperty("connectTimeout", SECONDS_TO_CONNECT);
            properties.setProperty("tcpKeepAlive", "true");
            properties.setProperty("ApplicationName", "customer-intelligence");
        }
        return properties;
    }
}
