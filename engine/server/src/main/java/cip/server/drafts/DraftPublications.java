package cip.server.drafts;

import cip.core.decide.ChallengerShare;
import cip.core.decide.Examples;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyHash;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.simulate.ChangeMeasure;
import cip.server.simulations.Challenger;
import cip.server.simulations.ModelAdmission;
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
    private final ModelAdmission admission;

    DraftPublications(
            Drafts drafts,
            DraftSteps steps,
            DraftApprovals approvals,
            LiveStrategy live,
            Simulations simulations,
            ModelAdmission admission) {
        this.drafts = drafts;
        this.steps = steps;
        this.approvals = approvals;
        this.live = live;
        this.simulations = simulations;
        this.admission = admission;
    }

    /**
     * How an approved draft becomes live.
     *
     * @param share of the customers on whom it is tried as a challenger; {@code null} = it is for everybody
     * @param overrideReason why models that have not won are published all the same; {@code null} = they are not
     */
    record Way(@Nullable Double share, String reason, @Nullable String overrideReason) {
        static Way of(@Nullable Double share, String reason, @Nullable String overrideReason) {
            return new Way(share, reason, overrideReason == null || overrideReason.isBlank() ? null : overrideReason);
        }

        /** As the history of the draft tells it. */
        String text() {
            String whom = share == null
                    ? ""
                    : "To " + ChallengerShare.percent(share) + " of the customers, as the challenger. ";
            return whom
                    + reason
                    + (overrideReason == null ? "" : "\nWhy with models that have not won: " + overrideReason);
        }
    }

    /**
     * Makes what was approved the live strategy.
     *
     * @param draft APPROVED, or SCHEDULED and its time has come
     * @param effect keeps what belongs to the publication, in its transaction
     * @throws EngineException CONFLICT while a challenger is tried, when it is not approved often enough, brings in models as
     *     {@link #models} refuses them, or naming every example that is not met; OUTDATED when no simulation shows its effect
     *     today, or the draft has another revision or state by now
     */
    Publication publish(Draft draft, Way way, String by, BiConsumer<Handle, Publication> effect) {
        requireUpToDate(draft);
        Challengers.requireNone(live.snapshot().publication());
        Strategy valid = valid(draft);
        StrategyHash strategy = valid.hash();
        StoredSimulation simulation = shown(draft.id(), strategy);
        requireExamples(strategy);
        List<Challenger> models = models(valid, way);
        Optional<ChangeMeasure> shown = approvals.measure(simulation);
        return simulations.publish(simulation, by, way.reason(), way.share(), (handle, publication) -> {
            Draft held = steps.held(handle, draft.id());
            Drafts.requireRevision(held, draft.revision());
            steps.require(held, draft.state(), "published");
            requireApproved(handle, draft.id(), strategy);
            approvals.standing(handle, draft.id(), shown).requireEnough();
            admission.record(handle, by, models, way.overrideReason());
            Step published = new Step(
                    DraftEvent.Kind.PUBLISHED, DraftState.PUBLISHED, strategy, simulation.id(), null, way.text());
            steps.take(handle, held, published, by);
            effect.accept(handle, publication);
        });
    }

    /**
     * The models that a strategy brings in.
     *
     * @throws EngineException CONFLICT when one has not won and no reason is given, or when they are to decide for a share of
     *     the customers alone
     */
    List<Challenger> models(Strategy strategy, Way way) {
        List<Challenger> models =
                admission.challengers(live.snapshot().decider().strategy(), strategy);
        if (way.share() != null && !models.isEmpty()) {
            throw new EngineException(
                    ErrorCode.CONFLICT,
                    "The draft decides with another model of " + models.get(0).score()
                            + ", and other models are published for everybody: customers have one score each."
                            + "\nMaybe publish it to everybody, or make the version a shadow, which is compared after every run.");
        }
        ModelAdmission.require(models, way.overrideReason());
        return models;
    }

    /** @throws EngineException INVALID_STRATEGY naming every problem */
    Strategy valid(Draft draft) {
        CheckedDraft checked = drafts.check(drafts.document(draft), draft.basedOn());
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
