package cip.server.store;

import cip.core.error.EngineException;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The tables. {@link #read} and {@link #write} are the only ways in.
 *
 * <p>Each call is one transaction; an exception rolls it back and reaches the caller as it was thrown. When {@link #write}
 * returns, the change survives a kill of the process and a power cut. A write inside a read or a write is a mistake: pass
 * the handle on instead. With H2 all writes share one thread, so keep them short: compute first, split long work into
 * batches of some thousand rows. Thread-safe. Never interrupt a thread that is in here: H2 would have to close its file.
 */
public final class Database implements AutoCloseable {
    private static final long LONGEST_WAIT_MILLIS = 2_000;

    private final Storage storage;
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final WriteLane lane;

    private Database(Storage storage, DatabaseConfiguration configuration) {
        this.storage = storage;
        this.pool = pool(storage, configuration.maxConnections());
        this.jdbi = Jdbi.create(pool);
        this.lane = storage.oneWriter() ? new GroupCommit(jdbi, storage::force).started() : new ManyWriters(jdbi);
    }

    /**
     * Opens the database with the tables this version needs. Makes them when there are none yet.
     *
     * @throws EngineException when the tables are of an older or a newer version
     */
    public static Database open(DatabaseConfiguration configuration, Path dataFolder) {
        Storage storage = storage(configuration, dataFolder);
        try {
            new Migrations(storage).bringEmptyDatabaseUpToDate();
            return new Database(storage, configuration);
        } catch (RuntimeException | Error failure) {
            storage.close();
            throw failure;
        }
    }

    /** Changes the tables of an older version into those this version needs; returns how many steps that took. */
    public static int migrate(DatabaseConfiguration configuration, Path dataFolder) {
        try (Storage storage = storage(configuration, dataFolder)) {
            return new Migrations(storage).migrate();
        }
    }

    private static Storage storage(DatabaseConfiguration configuration, Path dataFolder) {
        return configuration.isEmbedded() ? new EmbeddedH2(dataFolder) : new PostgreSql(configuration);
    }

    private static HikariDataSource pool(Storage storage, int maxConnections) {
        HikariConfig hikari = new HikariConfig();
        hikari.setPoolName("store");
        hikari.setDataSource(storage.rows());
        hikari.setMaximumPoolSize(maxConnections);
        hikari.setMinimumIdle(1);
        hikari.setConnectionTimeout(LONGEST_WAIT_MILLIS);
        hikari.setInitializationFailTimeout(LONGEST_WAIT_MILLIS);
        return new HikariDataSource(hikari);
    }

    public <T> T read(Work<T> work) {
        return translated(() -> jdbi.inTransaction(work::with));
    }

    public <T> T write(Work<T> work) {
        return translated(() -> lane.write(work));
    }

    /** {@link #write} for work that finds nothing. */
    public void execute(Consumer<Handle> work) {
        write(handle -> {
            work.accept(handle);
            return true;
        });
    }

    /** Whether a question reaches the database and comes back. */
    public boolean answers() {
        return read(
                handle -> handle.createQuery("select 1").mapTo(Integer.class).one() == 1);
    }

    private static <T> T translated(Supplier<T> transaction) {
        try {
            return transaction.get();
        } catch (JdbiException failure) {
            throw StoreFailure.of(failure);
        }
    }

    @Override
    public void close() {
        lane.close();
        pool.close();
        storage.close();
    }
}
