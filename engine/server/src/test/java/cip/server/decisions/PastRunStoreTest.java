package cip.server.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import cip.core.hash.Sha256;
import cip.server.decisions.PastRunStore.RunsOfPublication;
import cip.server.store.Database;
import cip.server.store.OnEveryDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One strategy goes live at hour 0, another at 10, the first one again at 20, and at 30 with the other as its challenger. */
@OnEveryDatabase
class PastRunStoreTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final String ONE = Sha256.hex("one");
    private static final String OTHER = Sha256.hex("other");
    private static final Instant END = hour(100);

    private final Database database;
    private final PastRunStore store = new PastRunStore();

    PastRunStoreTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void publish() {
        database.execute(handle -> {
            for (String table : List.of("decision_run", "publication", "strategy")) {
                handle.execute("DELETE FROM " + table);
            }
            for (String strategy : List.of(ONE, OTHER)) {
                handle.execute("INSERT INTO strategy VALUES (?, '{}', ?)", strategy, utc(START));
            }
            publication(handle, 1, ONE, null, 0);
            publication(handle, 2, OTHER, null, 10);
            publication(handle, 3, ONE, null, 20);
            publication(handle, 4, ONE, OTHER, 30);
            run(handle, "a", ONE, null, 5);
            run(handle, "b", ONE, null, 6);
            run(handle, "c", OTHER, null, 15);
            run(handle, "d", ONE, null, 11);
            run(handle, "e", ONE, null, 25);
            run(handle, "f", ONE, OTHER, 35);
        });
    }

    @Test
    void aRunIsOfTheLastPublicationOfItsStrategiesBeforeIt() {
        assertThat(runsOf(1, 2, 3, 4))
                .isEqualTo(Map.of(
                        1, new RunsOfPublication(3, hour(11)),
                        2, new RunsOfPublication(1, hour(15)),
                        3, new RunsOfPublication(1, hour(25)),
                        4, new RunsOfPublication(1, hour(35))));
    }

    @Test
    void onlyThePublicationsAskedForAreCountedAndOnlyRunsUpToThen() {
        assertThat(runsOf(3).keySet()).containsExactly(3);
        Map<Integer, RunsOfPublication> early = database.read(handle -> store.runsOf(handle, List.of(1, 2), hour(5)));
        assertThat(early).isEqualTo(Map.of(1, new RunsOfPublication(1, hour(5))));
        Map<Integer, RunsOfPublication> none = database.read(handle -> store.runsOf(handle, List.of(), END));
        assertThat(none).isEmpty();
    }

    @Test
    void ofEachPairOfStrategiesTheLastRunIsFoundTheLatestFirst() {
        List<FinishedRun> last = database.read(handle -> store.lastOfEachSplit(handle, END));

        assertThat(last).extracting(FinishedRun::id).containsExactly("f", "e", "c");
        List<FinishedRun> earlier = database.read(handle -> store.lastOfEachSplit(handle, hour(12)));
        assertThat(earlier).extracting(FinishedRun::id).containsExactly("d");
    }

    private Map<Integer, RunsOfPublication> runsOf(Integer... versions) {
        return database.read(handle -> store.runsOf(handle, List.of(versions), END));
    }

    private static void publication(
            Handle handle, int version, String strategy, @Nullable String challenger, int hour) {
        handle.execute(
                "INSERT INTO publication (version, strategy_hash, published_at, published_by, reason, challenger_hash,"
                        + " challenger_thousandths, challenger_salt) VALUES (?, ?, ?, 'ann', 'Why', ?, ?, ?)",
                version,
                strategy,
                utc(hour(hour)),
                challenger,
                challenger == null ? null : 200,
                challenger == null ? null : "salt");
    }

    private static void run(Handle handle, String id, String strategy, @Nullable String challenger, int hour) {
        handle.execute(
                "INSERT INTO decision_run (run_id, strategy_hash, as_of, finished_at, challenger_hash,"
                        + " challenger_thousandths, challenger_salt) VALUES (?, ?, ?, ?, ?, ?, ?)",
                id,
                strategy,
                utc(hour(hour)),
                utc(hour(hour)),
                challenger,
                challenger == null ? null : 200,
                challenger == null ? null : "salt");
    }

    private static Instant hour(int hour) {
        return START.plus(Duration.ofHours(hour));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
