package cip.server.drafts;

import cip.core.decide.StrategyHash;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.simulate.Excess;
import cip.server.audit.Audit;
import cip.server.http.Role;
import cip.server.jobs.Job;
import cip.server.simulations.Simulations;
import cip.server.simulations.StoredSimulation;
import cip.server.store.Database;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes drafts whose time has come, through the gate that publishing now has. When customers changed since the simulation, it
 * is repeated first, and the publication goes on if it passes no limit, or none further than the approvers saw. Whatever
 * stands in the way takes the draft off the schedule, with the reason in its history; what fails is tried again for a day. Everything is in the tables, so that after a
 * crash the next look goes on where the last one was. One thread looks at a time.
 */
final class ScheduledPublications {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledPublications.class);

    /** Customers that change all the time must not keep a draft waiting for ever. */
    private static final int MOST_REPEATS = 5;

    private static final int LONGEST_REASON = 1_900;

    private final Database database;
    private final Drafts drafts;
    private final DraftSteps steps;
    private final DraftApprovals approvals;
    private final DraftPublications publications;
    private final Simulations simulations;
    private final Function<String, Set<Role>> rolesOf;
    private final Audit audit;
    private final Clock clock;
    private final DraftScheduleStore store = new DraftScheduleStore();
    private final ScheduleTries tries;

    /** @param rolesOf of a person who may sign in now; empty for anybody else */
    ScheduledPublications(
            Database database,
            Drafts drafts,
            DraftSteps steps,
            DraftApprovals approvals,
            DraftPublications publications,
            Simulations simulations,
            Function<String, Set<Role>> rolesOf,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.drafts = drafts;
        this.steps = steps;
        this.approvals = approvals;
        this.publications = publications;
        this.simulations = simulations;
        this.rolesOf = rolesOf;
        this.audit = audit;
        this.clock = clock;
        this.tries = new ScheduleTries(database, clock);
    }

    /** Publishes what is due. */
    void publish() {
        each(database.read(handle -> store.due(handle, clock.instant())), this::handle);
    }

    /** What is done with one keeps none of the others waiting; what it could not even note is thrown at the end. */
    static void each(List<DraftSchedule> due, Consumer<DraftSchedule> work) {
        Optional<RuntimeException> failure = Optional.empty();
        for (DraftSchedule schedule : due) {
            try {
                work.accept(schedule);
            } catch (RuntimeException e) {
                failure = Optional.of(e);
            }
        }
        failure.ifPresent(e -> {
            throw e;
        });
    }

    private void handle(DraftSchedule schedule) {
        try {
            publish(schedule);
        } catch (EngineException refused) {
            switch (refused.code().kind()) {
                case USER, STRATEGY -> stop(schedule, DraftState.APPROVED, String.valueOf(refused.getMessage()));
                default -> failed(schedule, String.valueOf(refused.getMessage()), refused);
            }
        } catch (RuntimeException e) {
            failed(schedule, "The engine failed with " + e.getClass().getSimpleName() + ".", e);
        }
    }

    /** Told once for each reason, however often it is tried. */
    private void failed(DraftSchedule schedule, String reason, RuntimeException e) {
        String because = reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
        switch (tries.failed(schedule.draft(), because)) {
            case FAILS_NEWLY ->
                LOG.error("The draft {} could not be published on time and is tried again.", schedule.draft(), e);
            case FAILS_STILL -> LOG.debug("The draft {} still cannot be published.", schedule.draft(), e);
            case GIVEN_UP ->
                stop(schedule, DraftState.APPROVED, "It could not be published for a whole day. " + because);
        }
    }

    private void publish(DraftSchedule schedule) {
        Draft draft = drafts.draft(schedule.draft());
        if (draft.state() != DraftState.SCHEDULED || (schedule.simulation() != null && waitsFor(schedule))) {
            return;
        }
        Set<Role> roles = rolesOf.apply(schedule.by());
        if (!roles.contains(Role.ADMIN) && !roles.contains(Role.APPROVER)) {
            stop(schedule, DraftState.APPROVED, "Who scheduled it, " + schedule.by() + ", may not publish any more.");
            return;
        }
        publications.requireUpToDate(draft);
        StrategyHash strategy = publications.valid(draft).hash();
        Optional<StoredSimulation> newest = simulations.newestFinished(draft.id(), strategy);
        if (newest.isEmpty() || simulations.obstacle(newest.get()).isPresent()) {
            repeat(schedule, draft, strategy);
            return;
        }
        Optional<Excess> further = further(draft, newest.get());
        if (further.isPresent()) {
            stop(
                    schedule,
                    DraftState.IN_REVIEW,
                    "It goes beyond a limit since customers changed. "
                            + further.get().text());
            return;
        }
        try {
            publications.publish(draft, schedule.way(), schedule.by(), (handle, publication) -> {});
        } catch (EngineException refused) {
            if (refused.code() != ErrorCode.OUTDATED) {
                throw refused;
            }
            LOG.info("Something changed while the draft {} was published; the next look tells what.", draft.id());
        }
    }

    /** Whether the repeated simulation is still going on. @throws EngineException CONFLICT when it did not succeed */
    private boolean waitsFor(DraftSchedule schedule) {
        String id = String.valueOf(schedule.simulation());
        if (simulations.isUnderWay(id)) {
            return true;
        }
        if (simulations.find(id).flatMap(StoredSimulation::finished).isEmpty()) {
            throw new EngineException(
                    ErrorCode.CONFLICT,
                    "Customers changed since the simulation, and repeating it failed or was cancelled.");
        }
        return false;
    }

    private void repeat(DraftSchedule schedule, Draft draft, StrategyHash strategy) {
        if (schedule.repeats() == MOST_REPEATS) {
            throw new EngineException(
                    ErrorCode.CONFLICT,
                    "Customers changed during each of " + MOST_REPEATS
                            + " simulations.\nMaybe schedule it for a time at which nothing is imported.");
        }
        Job job = database.write(handle -> {
            Draft held = steps.held(handle, draft.id());
            steps.require(held, DraftState.SCHEDULED, "published");
            Drafts.requireRevision(held, draft.revision());
            Job queued = simulations.repeat(handle, strategy, "draft " + draft.name(), draft.id());
            store.repeated(handle, draft.id(), queued.id());
            audit.record(
                    handle,
                    Audit.SYSTEM,
                    "DRAFT_SIMULATED_AGAIN",
                    draft.id(),
                    draft.name() + " is due, and its simulation does not show the customers as they are.");
            return queued;
        });
        simulations.wake(job);
    }

    /** A limit passed further than in the simulation that was approved. */
    private Optional<Excess> further(Draft draft, StoredSimulation now) {
        List<Excess> excesses = excesses(draft, Optional.of(now));
        if (excesses.isEmpty()) {
            return Optional.empty();
        }
        List<Excess> seen = excesses(
                draft,
                drafts.last(draft.id(), DraftEvent.Kind.APPROVED)
                        .map(DraftEvent::simulation)
                        .flatMap(simulations::find));
        return excesses.stream()
                .filter(excess -> seen.stream().noneMatch(excess::isWithin))
                .findFirst();
    }

    private List<Excess> excesses(Draft draft, Optional<StoredSimulation> simulation) {
        return database.read(handle -> approvals.standing(handle, draft.id(), simulation.flatMap(approvals::measure)))
                .excesses();
    }

    private void stop(DraftSchedule schedule, DraftState next, String why) {
        database.execute(handle -> {
            Draft held = steps.held(handle, schedule.draft());
            if (held.state() == DraftState.SCHEDULED) {
                steps.take(handle, held, Step.of(DraftEvent.Kind.STOPPED, next, why), Audit.SYSTEM);
            }
        });
    }
}
