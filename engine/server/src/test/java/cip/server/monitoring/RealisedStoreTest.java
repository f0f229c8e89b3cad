package cip.server.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cip.server.monitoring.RealisedStore.WaitingRun;
import cip.server.store.Database;
import cip.server.store.OnEveryDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
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
        run("run of clusters", 1);
        run("earlier run", 2);
        assertThat(latest(NOW)).isEqualTo("run of clusters");

        database.execute(handle -> store.insert(handle, "run of clusters", NOW, List.of()));

        assertThat(latest(NOW)).isEqualTo("earlier run");
        database.execute(handle -> store.insert(handle, "earlier run", NOW, List.of()));
        assertThat(latest(NOW)).isEmpty();
    }

    @Test
    void ofSeveralTheLatestOrTheFirstUpToAnInstantIsTaken() {
        run("one", 30);
        run("two", 20);
        run("three", 10);

        assertThat(latest(NOW.minus(Duration.ofDays(15)))).isEqualTo("two");
        Optional<WaitingRun> first = database.read(handle -> store.firstWaiting(handle, NOW));
        assertThat(first).contains(new WaitingRun("one", NOW.minus(Duration.ofDays(30))));
        List.of("one", "two", "three")
                .forEach(id -> database.execute(handle -> store.insert(handle, id, NOW, List.of())));
    }

    @Test
    void aRunThatIsComparedAgainAfterACrashIsKeptOnce() {
        for (int i = 0; i < 2; i++) {
            database.execute(handle -> store.insert(handle, "run before a crash", NOW, List.of()));
        }

        int kept = database.read(
                handle -> handle.createQuery("SELECT COUNT(*) FROM realised_run WHERE run_id = 'run before a crash'")
                        .mapTo(Integer.class)
                        .one());
        assertThat(kept).isEqualTo(1);
    }

    private String latest(Instant upTo) {
        Optional<WaitingRun> found = database.read(handle -> store.latestWaiting(handle, upTo));
        return found.map(WaitingRun::id).orElse("");
    }

    private void run(String id, int daysAgo) {
        OffsetDateTime at = NOW.minus(Duration.ofDays(daysAgo)).atOffset(ZoneOffset.UTC);
        database.execute(handle -> {
            handle.execute(
                    "INSERT INTO strategy SELECT 'any', '{}', CAST(? AS TIMESTAMP WITH TIME ZONE)"
                            + " WHERE NOT EXISTS (SELECT 1 FROM strategy)",
                    at);
            handle.execute(
                    "INSERT INTO decision_run (run_id, strategy_hash, as_of, finished_at) VALUES (?, 'any', ?, ?)",
                    id,
                    at,
                    at);
        });
    }
}
