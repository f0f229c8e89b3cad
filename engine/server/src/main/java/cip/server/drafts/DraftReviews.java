package cip.server.drafts;

import cip.core.decide.StrategyHash;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.simulate.ChangeMeasure;
import cip.server.http.Caller;
import cip.server.jobs.Job;
import cip.server.simulations.Simulations;
import cip.server.simulations.StoredSimulation;
import cip.server.store.Database;
import cip.server.strategies.Publication;
import cip.server.strategies.StrategyCandidates;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
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
    private final DraftPublications publications;
    private final StrategyCandidates candidates;
    private final Simulations simulations;

    DraftReviews(
            Database database,
            Drafts drafts,
            DraftSteps steps,
            DraftApprovals approvals,
            DraftPublications publications,
            StrategyCandidates candidates,
            Simulations simulations) {
        this.database = database;
        this.drafts = drafts;
        this.steps = steps;
        this.approvals = approvals;
        this.publications = publications;
        this.candidates = candidates;
        this.simulations = simulations;
    }

    /**
     * Compiles the draft and keeps it, so that it can be tried.
     *
     * @throws EngineException INVALID_STRATEGY naming every problem; OUTDATED when it changes a strategy that is not live
     */
    StrategyHash tried(Draft draft) {
        publications.requireUpToDate(draft);
        return candidates.keep(publications.valid(draft));
    }

    /** Queues the simulation of a strategy that {@link #tried} has kept. */
    Job simulate(Handle handle, Draft draft, StrategyHash strategy, Caller by) {
        publications.requireUpToDate(draft);
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
        publications.requireUpToDate(draft);
        StrategyHash strategy = publications.valid(draft).hash();
        StoredSimulation simulation = publications.shown(id, strategy);
        publications.requireExamples(strategy);
        return database.write(handle -> {
            Draft held = steps.held(handle, id);
            Drafts.requireRevision(held, seen);
            steps.require(held, DraftState.OPEN, "submitted");
            Step submitted =
                    new Step(DraftEvent.Kind.SUBMITTED, DraftState.IN_REVIEW, strategy, simulation.id(), null, text);
            return steps.take(handle, held, submitted, by.name());
        });
    }

    /** @param place what it is about; {@code null} = the whole */
    Draft comment(String id, OptionalInt seen, @Nullable String place, String text, Caller by) {
        return database.write(handle -> {
            Draft held = steps.held(handle, id);
            Drafts.requireRevision(held, seen);
            Step comment = new Step(DraftEvent.Kind.COMMENTED, held.state(), null, null, place, text);
            return steps.take(handle, held, comment, by.name());
        });
    }

    /** Opens a submitted draft again, for its authors to change it. */
    Draft askForChanges(String id, int seen, String text, Caller by) {
        return database.write(handle -> {
            Draft held = steps.held(handle, id);
            Drafts.requireRevision(held, seen);
            if (held.state() != DraftState.APPROVED && held.state() != DraftState.SCHEDULED) {
                steps.require(held, DraftState.IN_REVIEW, "sent back");
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
        Optional<StoredSimulation> seenSimulation =
                drafts.submitted(id).flatMap(strategy -> simulations.newestFinished(id, strategy));
        Optional<ChangeMeasure> shown = seenSimulation.flatMap(approvals::measure);
        return database.write(handle -> {
            Draft held = steps.held(handle, id);
            Drafts.requireRevision(held, seen);
            DraftApprovals.Standing before = approvals.standing(handle, id, shown);
            if (held.state() != DraftState.APPROVED || before.isEnough()) {
                steps.require(held, DraftState.IN_REVIEW, "approved");
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
                    seenSimulation.map(StoredSimulation::id).orElse(submission.simulation()),
                    null,
                    text);
            return steps.take(handle, held, approved, by.name());
        });
    }

    /**
     * Makes what was approved the live strategy.
     *
     * @param seen revision that is meant
     * @param share of the customers on whom it is tried as a challenger; {@code null} = it is for everybody
     * @param effect keeps what belongs to the publication, in its transaction
     * @throws EngineException as {@link DraftPublications#publish}
     */
    Publication publish(
            String id, int seen, DraftPublications.Way way, Caller by, BiConsumer<Handle, Publication> effect) {
        Draft draft = drafts.draft(id);
        Drafts.requireRevision(draft, seen);
        steps.require(draft, DraftState.APPROVED, "published");
        return publications.publish(draft, way, by.name(), effect);
    }
}
