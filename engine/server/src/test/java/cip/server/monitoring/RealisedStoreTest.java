package cip.server.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cip.server.store.Database;
import cip.server.store.OnEveryDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class RealisedStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Database database;
    private final RealisedStore store = new RealisedStore();

    RealisedStoreTest(Database database) {
        this.database = database;
    }

    @Test
    void aRunThatGaveNothingToCompareIsNotDueAgain() {
        database.execute(handle -> store.insert(handle, "run of clusters", NOW, List.of()));

        Set<String> done = database.read(store::runs);
        assertThat(done).contains("run of clusters");
    }

    @Test
    void aRunThatIsComparedAgainAfterACrashIsKeptOnce() {
        for (int i = 0; i < 2; i++) {
            database.execute(handle -> store.insert(handle, "run before a crash", NOW, List.of()));
        }

        Set<String> done = database.read(store::runs);
        assertThat(done).contains("run before a crash");
    }
}
