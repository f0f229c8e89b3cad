package cip.server.drafts;

import cip.core.decide.ChallengerShare;
import cip.core.decide.Examples;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyHash;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.simulate.ChangeMeasure;
import cip.server.simulations.Simulations;
import cip.server.simulations.StoredSimulation;
import cip.server.strategies.Challengers;
import cip.server.strategies.LiveStrategy;
import cip.server.strategies.Publication;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The gate before the live strategy: exactly what was approved often enough is published, if a simulation shows what that does
 * to the customers as they are, against what is live. The same now and at an instant. Thread-safe.
 */
final class DraftPublications {
    private final Drafts drafts;
    private final DraftSteps steps;
    private final DraftApprovals approvals;
    private final LiveStrategy live;
    private final Simulations simulations;

    DraftPublications(
            Drafts drafts, DraftSteps steps, DraftApprovals approvals, LiveStrategy live, Simulations simulations) {
        this.drafts = drafts;
        this.steps = steps;
        this.approvals = approvals;
        this.live = live;
        this.simulations = simulations;
    }

    /**
     * Makes what was approved the live strategy.
     *
     * @param draft APPROVED, or SCHEDULED and its time has come
     * @param share of the customers on whom it is tried as a challenger; {@code null} = it is for everybody
     * @param effect keeps what belongs to the publication, in its transaction
     * @throws EngineException CONFLICT while a challenger is tried, when it is not approved often enough, or naming every example that is not met; OUTDATED
     *     when no simulation shows its effect today, or the draft has another revision or state by now
     */
    Publication publish(
            Draft draft, @Nullable Double share, String reason, String by, BiConsumer<Handle, Publication> effect) {
        requireUpToDate(draft);
        Challengers.requireNone(live.snapshot().publication());
        StrategyHash strategy = valid(draft).hash();
        StoredSimulation simulation = shown(draft.id(), strategy);
        requireExamples(strategy);
        Optional<ChangeMeasure> shown = approvals.measure(simulation);
        return simulations.publish(simulation, by, reason, share, (handle, publication) -> {
            Draft held = steps.held(handle, draft.id());
            Drafts.requireRevision(held, draft.revision());
            steps.require(held, draft.state(), "published");
            requireApproved(handle, draft.id(), strategy);
            approvals.standing(handle, draft.id(), shown).requireEnough();
            String text = share == null
                    ? reason
                    : "To " + ChallengerShare.percent(share) + " of the customers, as the challenger. " + reason;
            Step published =
                    new Step(DraftEvent.Kind.PUBLISHED, DraftState.PUBLISHED, strategy, simulation.id(), null, text);
            steps.take(handle, held, published, by);
            effect.accept(handle, publication);
        });
    }

    /** @throws EngineException INVALID_STRATEGY naming every problem */
    Strategy valid(Draft draft) {
        DraftDocument.Checked checked = drafts.check(drafts.document(draft), draft.basedOn());
        return checked.valid().orElseThrow(checked::refusal);
    }

    /**
     * The finished simulation that shows what publishing this content would do now.
     *
     * @throws EngineException OUTDATED when there is none
     */
    StoredSimulation shown(String id, StrategyHash strategy) {
        StoredSimulation newest = simulations
                .newestFinished(id, strategy)
                .orElseThrow(() -> simulateFirst("Nobody has simulated the draft as it is now."));
        Optional<String> obstacle = simulations.obstacle(newest);
        if (obstacle.isPresent()) {
            throw simulateFirst(obstacle.get());
        }
        return newest;
    }

    /** @throws EngineException CONFLICT naming every example that is not met */
    void requireExamples(StrategyHash strategy) {
        List<String> unmet = Examples.unmet(live.decider(strategy));
        if (!unmet.isEmpty()) {
            throw new EngineException(
                    ErrorCode.CONFLICT,
                    String.join("\n", unmet)
                            + "\nMaybe the rules changed as they should: then accept the new results, or remove the examples.");
        }
    }

    /** @throws EngineException OUTDATED when it changes another strategy than the one that is live */
    void requireUpToDate(Draft draft) {
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

    private static EngineException simulateFirst(String why) {
        return new EngineException(ErrorCode.OUTDATED, why + "\nMaybe simulate it over the whole base.");
    }
}
