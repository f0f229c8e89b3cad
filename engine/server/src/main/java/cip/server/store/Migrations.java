package cip.server.store;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** The numbered SQL files under {@code db/migration} that make the tables, each applied once and never edited after. */
final class Migrations {
    private final Flyway flyway;

    Migrations(Storage storage) {
        this.flyway = configuration(storage).load();
    }

    static FluentConfiguration configuration(Storage storage) {
        return Flyway.configure()
                .dataSource(storage.tables())
                .placeholders(Map.of(
                        "binary_order",
                        storage.binaryOrder(),
                        "sorted_text_64",
                        storage.sortedText(64),
                        "sorted_text_200",
                        storage.sortedText(200)))
                .locations("classpath:db/migration")
                .table("schema_history")
                .validateMigrationNaming(true)
                .cleanDisabled(true);
    }

    void bringEmptyDatabaseUpToDate() {
        refuseOthersHistory();
        MigrationInfoService info = flyway.info();
        if (info.pending().length == 0) {
            return;
        }
        if (info.applied().length == 0) {
            flyway.migrate();
            return;
        }
        MigrationInfo first = info.pending()[0];
        throw new EngineException(
                ErrorCode.INVALID_CONFIGURATION,
                "The database is of an older version: " + info.pending().length
                        + " changes of its tables are pending, first "
                        + first.getVersion() + " (" + first.getDescription() + ").\n"
                        + "Maybe this is the first start after an update: back up the data, then run ./run migrate.");
    }

    int migrate() {
        refuseOthersHistory();
        return flyway.migrate().migrationsExecuted;
    }

    /** A newer schema or an edited file: going on would guess. */
    private void refuseOthersHistory() {
        try {
            for (MigrationInfo info : flyway.info().all()) {
                if (info.getState().isApplied() && !info.getState().isResolved()) {
                    throw new EngineException(
                            ErrorCode.INVALID_CONFIGURATION,
                            "The database has change " + info.getVersion() + " (" + info.getDescription()
                                    + "), which this version of the product does not know.\n"
                                    + "Maybe it was last opened by a newer version; start that one.");
                }
            }
            Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .ignoreMigrationPatterns("*:pending")
                    .load()
                    .validate();
        } catch (FlywayValidateException failure) {
            throw new EngineException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "The database was made by other table definitions than this version brings: " + failure.getMessage()
                            + "\nMaybe a file under db/migration was edited after it had been applied.",
                    failure);
        }
    }
}
