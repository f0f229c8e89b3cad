package cip.server.drafts;

import cip.core.decide.Strategy;
import cip.core.decide.StrategyHash;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.simulate.ChangeMeasure;
import cip.server.http.Caller;
import cip.server.simulations.Simulations;
import cip.server.store.Database;
import cip.server.strategies.Challengers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Puts approved drafts on the schedule and takes them off. Thread-safe. */
final class DraftSchedules {
    private static final Duration FARTHEST = Duration.ofDays(366);

    private final Database database;
    private final Drafts drafts;
    private final DraftSteps steps;
    private final DraftApprovals approvals;
    private final DraftPublications publications;
    private final Simulations simulations;
    private final Clock clock;
    private final DraftScheduleStore store = new DraftScheduleStore();

    DraftSchedules(
            Database database,
            Drafts drafts,
            DraftSteps steps,
            DraftApprovals approvals,
            DraftPublications publications,
            Simulations simulations,
            Clock clock) {
        this.database = database;
        this.drafts = drafts;
        this.steps = steps;
        this.approvals = approvals;
        this.publications = publications;
        this.simulations = simulations;
        this.clock = clock;
    }

    /**
     * @param seen revision that is meant
     * @throws EngineException CONFLICT when it is not approved often enough, or brings in models that would not be published
     *     this way today; INVALID_VALUE for an instant that has passed or is
     *     too far; OUTDATED when another strategy is live by now; NOT_ALLOWED for programs
     */
    Draft schedule(String id, int seen, Instant at, DraftPublications.Way way, Caller by) {
        if (by.isProgram()) {
            throw new EngineException(
                    ErrorCode.NOT_ALLOWED, "Only a person can schedule a publication, not an API key.");
        }
        Instant now = clock.instant();
        if (!at.isAfter(now) || at.isAfter(now.plus(FARTHEST))) {
            throw new EngineException(
                            ErrorCode.INVALID_VALUE,
                            "The instant " + at + " is not within the " + FARTHEST.toDays() + " days after now, " + now
                                    + ".")
                    .about("at");
        }
        if (way.share() != null) {
            Challengers.requireShare(way.share());
        }
        Draft draft = drafts.draft(id);
        Drafts.requireRevision(draft, seen);
        steps.require(draft, DraftState.APPROVED, "scheduled");
        publications.requireUpToDate(draft);
        Strategy valid = publications.valid(draft);
        publications.models(valid, way);
        StrategyHash strategy = valid.hash();
        Optional<ChangeMeasure> shown = simulations.newestFinished(id, strategy).flatMap(approvals::measure);
        return database.write(handle -> {
            Draft held = steps.held(handle, id);
            Drafts.requireRevision(held, draft.revision());
            steps.require(held, DraftState.APPROVED, "scheduled");
            approvals.standing(handle, id, shown).requireEnough();
            store.insert(handle, new DraftSchedule(id, at, way, by.name(), now, null, 0));
            Step scheduled = new Step(
                    DraftEvent.Kind.SCHEDULED,
                    DraftState.SCHEDULED,
                    strategy,
                    null,
                    null,
                    "For " + at + ". " + way.text());
            return steps.take(handle, held, scheduled, by.name());
        });
    }

    /** @throws EngineException CONFLICT when it is not scheduled */
    Draft takeBack(String id, Caller by) {
        return database.write(handle -> {
            Draft held = steps.held(handle, id);
            steps.require(held, DraftState.SCHEDULED, "taken off the schedule");
            return steps.take(handle, held, Step.of(DraftEvent.Kind.UNSCHEDULED, DraftState.APPROVED, ""), by.name());
        });
    }
}
