package cip.server.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.hash.Sha256;
import cip.server.drafts.ScheduleTries.Next;
import cip.server.store.Database;
import cip.server.store.OnEveryDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A draft whose publication is due at noon. */
@OnEveryDatabase
class ScheduleTriesStoreTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String DRAFT = "draft-1";

    private final Database database;
    private final DraftScheduleStore store = new DraftScheduleStore();

    ScheduleTriesStoreTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void schedule() {
        OffsetDateTime at = NOON.atOffset(ZoneOffset.UTC);
        database.execute(handle -> {
            for (String table : List.of("draft_schedule", "draft", "strategy")) {
                handle.execute("DELETE FROM " + table);
            }
            handle.execute("INSERT INTO strategy VALUES (?, '{}', ?)", Sha256.hex("live"), at);
            handle.execute(
                    "INSERT INTO draft (draft_id, name, based_on, revision, state, created_at, created_by, changed_at,"
                            + " changed_by) VALUES (?, 'Spring', ?, 1, 'SCHEDULED', ?, 'ann', ?, 'ann')",
                    DRAFT,
                    Sha256.hex("live"),
                    at,
                    at);
            handle.execute(
                    "INSERT INTO draft_schedule (draft_id, publish_at, reason, scheduled_by, scheduled_at, repeats)"
                            + " VALUES (?, ?, 'Spring', 'ann', ?, 0)",
                    DRAFT,
                    at,
                    at);
        });
    }

    @Test
    void whatFailsIsTriedLessAndLessOftenUntilADayIsOver() {
        List<Instant> tries = new ArrayList<>();
        Instant now = NOON;
        while (at(now).failed(DRAFT, "The store is away.") != Next.GIVEN_UP) {
            tries.add(now);
            now = nextDue(now);
        }

        assertThat(tries).hasSizeBetween(30, 45);
        assertThat(tries.get(1)).isEqualTo(NOON.plusSeconds(2));
        assertThat(tries.get(2)).isEqualTo(NOON.plusSeconds(4));
        assertThat(tries.get(3)).isEqualTo(NOON.plusSeconds(8));
        assertThat(Duration.between(tries.get(tries.size() - 2), tries.get(tries.size() - 1)))
                .isEqualTo(Duration.ofHours(1));
        assertThat(now).isBetween(NOON.plus(Duration.ofHours(24)), NOON.plus(Duration.ofHours(25)));
    }

    @Test
    void aReasonIsNewOnceAndAgainWhenItChanges() {
        assertThat(at(NOON).failed(DRAFT, "The store is away.")).isEqualTo(Next.FAILS_NEWLY);
        assertThat(at(NOON.plusSeconds(2)).failed(DRAFT, "The store is away.")).isEqualTo(Next.FAILS_STILL);
        assertThat(at(NOON.plusSeconds(4)).failed(DRAFT, "Something else.")).isEqualTo(Next.FAILS_NEWLY);
    }

    @Test
    void whatFailedWaitsForItsNextTry() {
        assertThat(isDue(NOON)).isTrue();

        at(NOON).failed(DRAFT, "The store is away.");

        assertThat(isDue(NOON.plusSeconds(1))).isFalse();
        assertThat(isDue(NOON.plusSeconds(2))).isTrue();
    }

    @Test
    void aDraftThatCannotEvenBeNotedAsFailedKeepsNoOtherWaiting() {
        List<String> handled = new ArrayList<>();
        DraftSchedule due = database.read(handle -> store.due(handle, NOON)).get(0);

        assertThatThrownBy(() -> ScheduledPublications.each(List.of(due, due, due), schedule -> {
                    handled.add(schedule.draft());
                    if (handled.size() < 3) {
                        throw new IllegalStateException("The store is away, look " + handled.size());
                    }
                }))
                .hasMessage("The store is away, look 2");

        assertThat(handled).hasSize(3);
    }

    private ScheduleTries at(Instant now) {
        return new ScheduleTries(database, Clock.fixed(now, ZoneOffset.UTC));
    }

    private boolean isDue(Instant at) {
        List<DraftSchedule> due = database.read(handle -> store.due(handle, at));
        return !due.isEmpty();
    }

    private Instant nextDue(Instant after) {
        Instant at = after;
        while (!isDue(at)) {
            at = at.plusSeconds(at.isBefore(NOON.plusSeconds(60)) ? 1 : 30);
        }
        return at;
    }
}
