package cip.server.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import cip.core.decide.StrategyHash;
import cip.core.hash.Sha256;
import cip.server.store.Database;
import cip.server.store.OnEveryDatabase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** Drafts, what was saved of them and what happened to them, on both databases. */
@OnEveryDatabase
class DraftStoreTest {
    private static final Instant AT = Instant.parse("2026-11-01T06:00:00.123Z");
    private static final String DOCUMENT = "{\"segments\":{}}";

    private final Database database;
    private final DraftStore store = new DraftStore();
    private final DraftScheduleStore schedules = new DraftScheduleStore();
    private final StrategyHash strategy =
            new StrategyHash(Sha256.hex(UUID.randomUUID().toString()));

    DraftStoreTest(Database database) {
        this.database = database;
        database.execute(handle -> handle.createUpdate("insert into strategy values (:hash, '{}', :at)")
                .bind("hash", strategy.value())
                .bind("at", AT.atOffset(ZoneOffset.UTC))
                .execute());
    }

    @Test
    void aDraftComesBackAsItWasStored() {
        Draft draft = stored();

        assertThat(found(draft.id())).contains(draft);
        Draft saved =
                draft.saved("Other name", strategy, AT.plusSeconds(5), "ben").in(DraftState.SCHEDULED);
        database.execute(handle -> store.update(handle, saved));
        Optional<Draft> held = database.write(handle -> store.hold(handle, draft.id()));
        assertThat(held).contains(saved);
        assertThat(found("nobody")).isEmpty();
    }

    @Test
    void revisionsThatSomethingHappenedToAreKept() {
        Draft draft = stored();
        for (int revision = 2; revision <= 5; revision++) {
            insertRevision(draft, revision);
        }
        database.execute(handle -> {
            append(handle, draft, DraftEvent.Kind.SUBMITTED, "ann", 2);
            store.removeBefore(handle, draft.id(), 4);
        });

        assertThat(revisions(draft)).containsExactly(2, 4, 5);
    }

    @Test
    void approvalsCountSinceTheDraftWasSubmittedLast() {
        Draft draft = stored();
        database.execute(handle -> {
            append(handle, draft, DraftEvent.Kind.SUBMITTED, "ann", 1);
            append(handle, draft, DraftEvent.Kind.APPROVED, "ben", 1);
            append(handle, draft, DraftEvent.Kind.REOPENED, "ann", 1);
        });
        assertThat(approvers(draft)).isEmpty();
        database.execute(handle -> {
            append(handle, draft, DraftEvent.Kind.SUBMITTED, "ann", 1);
            append(handle, draft, DraftEvent.Kind.APPROVED, "ben", 1);
            append(handle, draft, DraftEvent.Kind.COMMENTED, "ann", 1);
            append(handle, draft, DraftEvent.Kind.STOPPED, "system", 1);
            append(handle, draft, DraftEvent.Kind.APPROVED, "eve", 1);
        });

        assertThat(approvers(draft)).containsExactly("ben", "eve");
        Optional<DraftEvent> last = database.read(handle -> store.last(handle, draft.id(), DraftEvent.Kind.APPROVED));
        assertThat(last).hasValueSatisfying(event -> assertThat(event.by()).isEqualTo("eve"));
    }

    @Test
    void eventsArePagedFromTheNewestOn() {
        Draft draft = stored();
        database.execute(handle -> {
            for (int i = 1; i <= 5; i++) {
                append(handle, draft, DraftEvent.Kind.COMMENTED, "ann", 1);
            }
        });

        assertThat(numbers(draft, Integer.MAX_VALUE)).containsExactly(5, 4);
        assertThat(numbers(draft, 2)).containsExactly(1);
    }

    @Test
    void whatIsDueIsFoundTheEarliestFirst() {
        Draft late = stored();
        Draft early = stored();
        Draft later = stored();
        database.execute(handle -> {
            schedules.insert(handle, schedule(late, AT.plusSeconds(10)));
            schedules.insert(handle, schedule(early, AT));
            schedules.insert(handle, schedule(later, AT.plusSeconds(60)));
        });

        assertThat(due(AT.plusSeconds(10)))
                .containsSubsequence(early.id(), late.id())
                .doesNotContain(later.id());
        database.execute(handle -> {
            schedules.repeated(handle, early.id(), "a simulation");
            schedules.remove(handle, late.id());
        });
        assertThat(due(AT.plusSeconds(10))).contains(early.id()).doesNotContain(late.id());
        Optional<DraftSchedule> again = database.read(handle -> schedules.find(handle, early.id()));
        assertThat(again).hasValueSatisfying(schedule -> {
            assertThat(schedule.simulation()).isEqualTo("a simulation");
            assertThat(schedule.repeats()).isEqualTo(1);
            assertThat(schedule.at()).isEqualTo(AT);
        });
        database.execute(handle -> List.of(early, later).forEach(draft -> schedules.remove(handle, draft.id())));
    }

    private Draft stored() {
        Draft draft =
                new Draft(UUID.randomUUID().toString(), "Spring", strategy, 1, DraftState.OPEN, AT, "ann", AT, "ann");
        database.execute(handle -> {
            store.insert(handle, draft);
            store.insertRevision(handle, draft, DOCUMENT);
        });
        return draft;
    }

    private void insertRevision(Draft draft, int revision) {
        Draft next = new Draft(draft.id(), draft.name(), strategy, revision, DraftState.OPEN, AT, "ann", AT, "ann");
        database.execute(handle -> store.insertRevision(handle, next, DOCUMENT));
    }

    private void append(Handle handle, Draft draft, DraftEvent.Kind kind, String by, int revision) {
        int number = store.nextNumber(handle, draft.id());
        store.append(handle, draft.id(), new DraftEvent(number, kind, AT, by, revision, null, null, null, ""));
    }

    private static DraftSchedule schedule(Draft draft, Instant at) {
        return new DraftSchedule(
                draft.id(), at, new DraftPublications.Way(0.1, "Spring", "Wanted"), "ben", AT, null, 0);
    }

    private Optional<Draft> found(String id) {
        return database.read(handle -> store.find(handle, id));
    }

    private List<Integer> revisions(Draft draft) {
        return IntStream.rangeClosed(1, 5)
                .filter(revision -> database.read(handle -> store.revision(handle, draft.id(), revision))
                        .isPresent())
                .boxed()
                .toList();
    }

    private List<String> approvers(Draft draft) {
        return database.read(handle -> store.approvals(handle, draft.id())).stream()
                .map(DraftEvent::by)
                .toList();
    }

    private List<Integer> numbers(Draft draft, int before) {
        return database.read(handle -> store.events(handle, draft.id(), before, 2)).stream()
                .map(DraftEvent::number)
                .toList();
    }

    private List<String> due(Instant now) {
        return database.read(handle -> schedules.due(handle, now)).stream()
                .map(DraftSchedule::draft)
                .toList();
    }
}
