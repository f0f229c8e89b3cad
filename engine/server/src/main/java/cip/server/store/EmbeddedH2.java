package cip.server.store;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Properties;
import javax.sql.DataSource;
import org.h2.Driver;
import org.jspecify.annotations.Nullable;

/**
 * H2 in a file of this process.
 *
 * <p>The settings of the URL are what makes it safe, so nobody else may choose them: WRITE_DELAY=0 hands every commit to
 * the operating system, OPTIMIZE_REUSE_RESULTS=0 keeps EXISTS from answering with results of before the change (H2 issue
 * 4299), DB_CLOSE_ON_EXIT=FALSE leaves closing to us. They hold for the whole database as long as it is open, and only an
 * administrator may give them; so the administrator's connection is always the first one, and is opened again if H2 had
 * to close the file (a full disk). Everybody else is a user who can do nothing but read and write rows.
 */
final class EmbeddedH2 implements Storage {
    /** Of every session: H2 keeps an instant given by a driver as local time, of which an hour in autumn happens twice. */
    private static final String UTC = ";TIME ZONE=UTC";

    private static final String SETTINGS = ";WRITE_DELAY=0;OPTIMIZE_REUSE_RESULTS=0;DB_CLOSE_ON_EXIT=FALSE";
    private static final String ADMINISTRATOR = "CIP_ADMINISTRATOR";
    private static final String ROWS_USER = "CIP";
    private static final int PASSWORD_BYTES = 24;

    /** In UTF-8, of one UTF-16 unit; a pair of them takes four. */
    private static final int MOST_BYTES_OF_UNIT = 3;

    private final Path folder;
    private final Path file;
    private final String url;
    private final Properties administrator = new Properties();
    private final Properties rowsUser = new Properties();
    private final DataSource tables;
    private final DataSource rows;

    private volatile @Nullable Connection open;
    private boolean closed;

    EmbeddedH2(Path dataFolder) {
        this.folder = dataFolder.toAbsolutePath().normalize();
        this.file = folder.resolve("store");
        if (file.toString().indexOf(';') >= 0) {
            throw new EngineException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "The data folder " + dataFolder + " has a semicolon in its path, which H2 cannot open.\n"
                            + "Maybe set dataFolder in config.yml to another folder.");
        }
        this.url = "jdbc:h2:file:" + file + UTC;
        administrator.setProperty("user", ADMINISTRATOR);
        administrator.setProperty("password", administratorPassword(folder));
        rowsUser.setProperty("user", ROWS_USER);
        rowsUser.setProperty("password", newPassword());
        this.tables = new Connections(() -> Driver.load().connect(url + SETTINGS, administrator));
        this.rows = new Connections(() -> {
            ensureOpen();
            return Driver.load().connect(url, rowsUser);
        });
        try {
            ensureOpen();
        } catch (SQLException failure) {
            throw notOpened(failure);
        }
    }

    private synchronized void ensureOpen() throws SQLException {
        if (closed) {
            throw new SQLException("The database is closed.", "08003");
        }
        if (open != null && open.isValid(1)) {
            return;
        }
        Connection connection = Driver.load().connect(url + SETTINGS, administrator);
        try (Statement statement = connection.createStatement()) {
            String password = rowsUser.getProperty("password");
            statement.execute("CREATE USER IF NOT EXISTS " + ROWS_USER + " PASSWORD '" + password + "'");
            statement.execute("ALTER USER " + ROWS_USER + " SET PASSWORD '" + password + "'");
            statement.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON SCHEMA PUBLIC TO " + ROWS_USER);
        }
        open = connection;
    }

    @Override
    public DataSource rows() {
        return rows;
    }

    @Override
    public DataSource tables() {
        return tables;
    }

    @Override
    public String binaryOrder() {
        return "";
    }

    /** H2 compares text by UTF-16 units, and binary columns, which it reads and writes as text too, by their UTF-8. */
    @Override
    public String sortedText(int longest) {
        return "varbinary(" + MOST_BYTES_OF_UNIT * longest + ")";
    }

    @Override
    public boolean oneWriter() {
        return true;
    }

    @Override
    public void force() {
        try {
            Connection connection = open;
            if (connection == null) {
                throw new SQLException("The database is closed.", "08003");
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
            }
        } catch (SQLException failure) {
            throw new EngineException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "The change could not be forced to the disk of " + folder + ".\nMaybe the disk is full.",
                    failure);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        Connection connection = open;
        open = null;
        if (connection == null) {
            return;
        }
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException alreadyClosed) {
            // SHUTDOWN closes the connection it came by; a file that H2 closed before needs no closing.
        }
    }

    private EngineException notOpened(SQLException failure) {
        if (failure.getErrorCode() == org.h2.api.ErrorCode.DATABASE_ALREADY_OPEN_1) {
            return new EngineException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "The data folder " + folder + " is in use by another process.\n"
                            + "Maybe the product is already running; stop it first, or set another dataFolder in config.yml.",
                    failure);
        }
        if (failure.getErrorCode() == org.h2.api.ErrorCode.WRONG_USER_OR_PASSWORD) {
            return new EngineException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "The password in " + passwordFile(folder) + " does not open " + file + ".mv.db.\n"
                            + "Maybe only one of the two files was restored from a backup; both belong together.",
                    failure);
        }
        return new EngineException(
                ErrorCode.STORE_UNAVAILABLE,
                "The database file " + file + ".mv.db cannot be opened (H2 error " + failure.getErrorCode() + ").\n"
                        + "Maybe it is damaged or not writable for this user.",
                failure);
    }

    private static Path passwordFile(Path dataFolder) {
        return dataFolder.resolve("store.password");
    }

    /** Kept beside the file it opens, readable for the owner only: whoever reads one can read the other. */
    private static String administratorPassword(Path dataFolder) {
        Path kept = passwordFile(dataFolder);
        try {
            Files.createDirectories(dataFolder);
            if (Files.exists(kept)) {
                return Files.readString(kept).strip();
            }
            String password = newPassword();
            Path temporary = Files.createTempFile(
                    dataFolder,
                    "store",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(temporary, password + "\n");
            DurableFiles.moveIntoPlace(temporary, kept);
            return password;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String newPassword() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
