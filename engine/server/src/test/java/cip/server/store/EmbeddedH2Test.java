package cip.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.error.EngineException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedH2Test {
    @TempDir
    Path folder;

    @Test
    void rowsSurviveClosingAndOpening() {
        try (Database database = open()) {
            database.execute(handle -> handle.execute("update audit_head set sequence = 42"));
        }
        try (Database database = open()) {
            long sequence = database.read(handle -> handle.createQuery("select sequence from audit_head")
                    .mapTo(Long.class)
                    .one());
            assertThat(sequence).isEqualTo(42);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create alias run as 'void run() {}'",
                "select file_read('/etc/hostname')",
                "call csvwrite('/tmp/out.csv', 'select 1')",
                "drop table audit_event",
                "set write_delay 500",
                "shutdown",
                "backup to '/tmp/backup.zip'",
                "create table t (id int)"
            })
    void rowsUserMayOnlyReadAndWriteRows(String statement) {
        try (Database database = open()) {
            assertThatThrownBy(() -> database.execute(handle -> handle.execute(statement)))
                    .isInstanceOf(UnableToExecuteStatementException.class)
                    .hasMessageContaining("rights");
        }
    }

    @Test
    void settingsHoldForTheRowsUser() {
        try (Database database = open()) {
            List<String> settings = database.read(handle -> handle.createQuery(
                            "select setting_name || '=' || setting_value from information_schema.settings")
                    .mapTo(String.class)
                    .list());
            assertThat(settings).contains("WRITE_DELAY=0");
        }
    }

    @Test
    void passwordIsForTheOwnerOnly() throws Exception {
        open().close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("store.password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aFolderThatH2CannotNameIsRefused() {
        assertThatThrownBy(() -> Database.open(DatabaseConfiguration.embedded(), folder.resolve("a;b")))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("semicolon");
    }

    @Test
    void closedByH2OpensAgainWithTheNextTransaction() throws Exception {
        EmbeddedH2 storage = new EmbeddedH2(folder);
        try (Connection administrator = storage.tables().getConnection();
                Statement statement = administrator.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        }
        assertThatThrownBy(storage::force).isInstanceOf(EngineException.class).hasMessageContaining("forced");
        try (Connection rows = storage.rows().getConnection()) {
            assertThat(rows.isValid(1)).isTrue();
        }
        storage.force();
        storage.close();
    }

    private Database open() {
        return Database.open(DatabaseConfiguration.embedded(), folder);
    }
}
