package cip.server.drafts;

import cip.core.decide.Examples;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyHash;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.simulate.ChangeMeasure;
import cip.server.http.Caller;
import cip.server.jobs.Job;
import cip.server.simulations.Simulations;
import cip.server.simulations.StoredSimulation;
import cip.server.store.Database;
import cip.server.strategies.LiveStrategy;
import cip.server.strategies.Publication;
import cip.server.strategies.StrategyCandidates;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Leads a draft to the live strategy: somebody submits exactly the content that was simulated over the whole base, somebody
 * who wrote none of it approves exactly that, and exactly that is published. Thread-safe.
 */
final class DraftReviews {
    private final Database database;
    private final Drafts drafts;
    private final DraftSteps steps;
    private final DraftApprovals approvals;
    private final LiveStrategy live;
    private final StrategyCandidates candidates;
    private final Simulations simulations;

    DraftReviews(
            Database database,
            Drafts drafts,
            DraftSteps steps,
            DraftApprovals approvals,
            LiveStrategy live,
            StrategyCandidates candidates,
            Simulations simulations) {
        this.database = database;
        this.drafts = drafts;
        this.steps = steps;
        this.approvals = approvals;
        this.live = live;
        this.candidates = candidates;
        this.simulations = simulations;
    }

    /**
     * Compiles the draft and keeps it, so that it can be tried.
     *
     * @throws EngineException INVALID_STRATEGY naming every problem; OUTDATED when it changes a strategy that is not live
     */
    StrategyHash tried(Draft draft) {
        requireUpToDate(draft);
        return candidates.keep(valid(draft));
    }

    /** Queues the simulation of a strategy that {@link #tried} has kept. */
    Job simulate(Handle handle, Draft draft, StrategyHash strategy, Caller by) {
        requireUpToDate(draft);
        return simulations.enqueue(handle, strategy, "draft " + draft.name(), draft.id(), by);
    }

    /**
     * @param seen revision that is meant
     * @throws EngineException OUTDATED when it is not the newest, or no simulation shows its effect today;
     *     CONFLICT naming every example that is not met
     */
    Draft submit(String id, int seen, String text, Caller by) {
        Draft draft = drafts.draft(id);
        Drafts.requireRevision(draft, seen);
        requireUpToDate(draft);
        StrategyHash strategy = valid(draft).hash();
        StoredSimulation simulation = shown(id, strategy);
        requireExamples(strategy);
        return database.write(handle -> {
            Draft held = steps.held(handle, id);
            Drafts.requireRevision(held, seen);
            require(held, DraftState.OPEN, "submitted");
            Step submitted =
                    new Step(DraftEvent.Kind.SUBMITTED, DraftState.IN_REVIEW, strategy, simulation.id(), null, text);
            return steps.take(handle, held, submitted, by.name());
        });
    }

    /** @param place what it is about; {@code null} = the whole */
    Draft comment(String id, @Nullable String place, String text, Caller by) {
        return database.write(handle -> {
            Draft held = steps.held(handle, id);
            Step comment = new Step(DraftEvent.Kind.COMMENTED, held.state(), null, null, place, text);
            return steps.take(handle, held, comment, by.name());
        });
    }

    /** Opens a submitted draft again, for its authors to change it. */
    Draft askForChanges(String id, String text, Caller by) {
        return database.write(handle -> {
            Draft held = steps.held(handle, id);
            if (held.state() != DraftState.APPROVED) {
                require(held, DraftState.IN_REVIEW, "sent back");
            }
            return steps.take(handle, held, Step.of(DraftEvent.Kind.CHANGES_ASKED, DraftState.OPEN, text), by.name());
        });
    }

    /**
     * Agrees to publish the content. One approval is enough, unless what was simulated goes beyond a limit: then it is approved
     * with the second, also when that turns out after the first.
     *
     * @param seen revision the approver looked at
     * @throws EngineException NOT_ALLOWED for whoever wrote any of it, and for programs; CONFLICT when no approval is missing
     *     or the caller has given theirs
     */
    Draft approve(String id, int seen, String text, Caller by) {
        if (by.isProgram()) {
            throw new EngineException(ErrorCode.NOT_ALLOWED, "Only a person can approve, not an API key.");
        }
        Optional<ChangeMeasure> shown = drafts.submitted(id)
                .flatMap(strategy -> simulations.newestFinished(id, strategy))
                .flatMap(approvals::measure);
        return database.write(handle -> {
            Draft held = steps.held(handle, id);
            Drafts.requireRevision(held, seen);
            DraftApprovals.Standing before = approvals.standing(handle, id, shown);
            if (held.state() != DraftState.APPROVED || before.isEnough()) {
                require(held, DraftState.IN_REVIEW, "approved");
            }
            if (drafts.authors(handle, id).contains(by.name())) {
                throw new EngineException(
                        ErrorCode.NOT_ALLOWED,
                        "You wrote or submitted some of this draft, and an approval needs a second person.");
            }
            if (before.has(by.name()) && !before.isEnough()) {
                throw new EngineException(
                        ErrorCode.CONFLICT, "You have approved this draft already. " + before.missing());
            }
            DraftEvent submission = drafts.last(handle, id, DraftEvent.Kind.SUBMITTED);
            Step approved = new Step(
                    DraftEvent.Kind.APPROVED,
                    before.isEnoughWithOneMore() ? DraftState.APPROVED : DraftState.IN_REVIEW,
                    new StrategyHash(String.valueOf(submission.strategyHash())),
                    submission.simulation(),
                    null,
                    text);
            return steps.take(handle, held, approved, by.name());
        });
    }

    /**
     * Makes what was approved the live strategy.
     *
     * @throws EngineException CONFLICT when it is not approved often enough, or naming every example that is not met; OUTDATED
     *     when no simulation shows its effect today
     */
    Publication publish(String id, String reason, Caller by) {
        Draft draft = drafts.draft(id);
        require(draft, DraftState.APPROVED, "published");
        requireUpToDate(draft);
        StrategyHash strategy = valid(draft).hash();
        StoredSimulation simulation = shown(id, strategy);
        requireExamples(strategy);
        Optional<ChangeMeasure> shown = approvals.measure(simulation);
        return simulations.publish(simulation, by.name(), reason, handle -> {
            Draft held = steps.held(handle, id);
            Drafts.requireRevision(held, draft.revision());
            require(held, DraftState.APPROVED, "published");
            requireApproved(handle, id, strategy);
            approvals.standing(handle, id, shown).requireEnough();
            Step published =
                    new Step(DraftEvent.Kind.PUBLISHED, DraftState.PUBLISHED, strategy, simulation.id(), null, reason);
            steps.take(handle, held, published, by.name());
        });
    }

    private Strategy valid(Draft draft) {
        DraftDocument.Checked checked = drafts.check(drafts.document(draft), draft.basedOn());
        return checked.valid().orElseThrow(checked::refusal);
    }

    /** The finished simulation that shows what publishing this content would do now. */
    private StoredSimulation shown(String id, StrategyHash strategy) {
        StoredSimulation newest = simulations
                .newestFinished(id, strategy)
                .orElseThrow(() -> simulateFirst("Nobody has simulated the draft as it is now."));
        Optional<String> obstacle = simulations.obstacle(newest);
        if (obstacle.isPresent()) {
            throw simulateFirst(obstacle.get());
        }
        return newest;
    }

    private void requireExamples(StrategyHash strategy) {
        List<String> unmet = Examples.unmet(live.decider(strategy));
        if (!unmet.isEmpty()) {
            throw new EngineException(
                    ErrorCode.CONFLICT,
                    String.join("\n", unmet)
                            + "\nMaybe the rules changed as they should: then accept the new results, or remove the examples.");
        }
    }

    private static EngineException simulateFirst(String why) {
        return new EngineException(ErrorCode.OUTDATED, why + "\nMaybe simulate it over the whole base.");
    }

    private void requireUpToDate(Draft draft) {
        Publication current = live.snapshot().publication();
        if (!current.strategy().equals(draft.basedOn())) {
            throw new EngineException(
                    ErrorCode.OUTDATED,
                    "The draft changes another strategy than version " + current.version()
                            + ", which is live.\nMaybe somebody published in between: bring both together first.");
        }
    }

    private void requireApproved(Handle handle, String id, StrategyHash strategy) {
        String approved =
                String.valueOf(drafts.last(handle, id, DraftEvent.Kind.APPROVED).strategyHash());
        if (!approved.equals(strategy.value())) {
            throw new EngineException(
                    ErrorCode.CONFLICT,
                    "The draft comes to strategy " + strategy + " and " + approved
                            + " was approved.\nMaybe the product was upgraded in between: submit it again.");
        }
    }

    private static void require(Draft draft, DraftState state, String done) {
        if (draft.state() != state) {
            throw new EngineException(
                    ErrorCode.CONFLICT,
                    "The draft " + draft.name() + " is " + draft.state().words() + " and cannot be " + done
                            + "; that needs one that is " + state.words() + ".");
        }
    }
}
