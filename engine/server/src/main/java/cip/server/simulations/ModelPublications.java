package cip.server.simulations;

import cip.core.decide.Examples;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.simulate.ChangeMeasure;
import cip.core.simulate.Excess;
import cip.server.audit.Audit;
import cip.server.http.Caller;
import cip.server.publishing.PublishingLimits;
import cip.server.store.Database;
import cip.server.strategies.LiveStrategy;
import cip.server.strategies.Publication;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Publishes other models for the live strategy, if they have won and examples are met or there is a reason, and if somebody
 * else has agreed to what goes beyond a limit. Thread-safe.
 */
final class ModelPublications {
    private final Database database;
    private final Simulations simulations;
    private final LiveStrategy live;
    private final ModelAdmission admission;
    private final PublishingLimits limits;
    private final ModelGate gate;
    private final Audit audit;
    private final Clock clock;
    private final ApprovalStore store = new ApprovalStore();

    /**
     * @param admission says which models need a reason
     * @param fourEyes whether nobody publishes what they asked for themselves
     */
    ModelPublications(
            Database database,
            Simulations simulations,
            LiveStrategy live,
            ModelAdmission admission,
            PublishingLimits limits,
            boolean fourEyes,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.simulations = simulations;
        this.live = live;
        this.admission = admission;
        this.limits = limits;
        this.gate = new ModelGate(database, simulations, live, limits, fourEyes);
        this.audit = audit;
        this.clock = clock;
    }

    /** Who may agree to a simulation, and who may publish it. */
    ModelGate gate() {
        return gate;
    }

    /** What publishing would break, a sentence for every example; empty = nothing. */
    List<String> unmetExamples(StoredSimulation simulation) {
        return Examples.unmet(live.decider(simulation.after()));
    }

    /** The models that publishing would bring in. */
    List<Challenger> challengers(StoredSimulation simulation) {
        return admission.challengers(live.strategy(simulation.before()), live.strategy(simulation.after()));
    }

    /** The limits that it goes beyond; empty = none, or it has not finished. */
    List<Excess> excesses(StoredSimulation simulation) {
        return gate.measure(simulation)
                .map(measure -> limits.beyond(measure, simulation.createdAt()))
                .orElse(List.of());
    }

    List<SimulationApproval> approvals(StoredSimulation simulation) {
        return database.read(handle -> store.of(handle, simulation.id()));
    }

    /**
     * Agrees to what a simulation of models showed.
     *
     * @throws EngineException NOT_ALLOWED for whoever asked for it, and for programs; CONFLICT when it has not finished, a
     *     draft was simulated or the caller has agreed already
     */
    void approve(StoredSimulation simulation, String text, Caller by) {
        gate.requireApprover(simulation, by);
        database.execute(handle -> {
            if (!store.insert(handle, simulation.id(), new SimulationApproval(by.name(), clock.instant(), text))) {
                throw ModelGate.approvedAlready();
            }
            audit.record(
                    handle,
                    by.name(),
                    "SIMULATION_APPROVED",
                    simulation.id(),
                    simulation.label() + ", strategy " + simulation.after() + ". " + text);
        });
    }

    /**
     * Publishes what was simulated; a draft is published where it was approved.
     *
     * @param overrideReason why challengers that have not won, or models under which examples are not met, are published all
     *     the same; {@code null} = they are not
     * @param effect keeps what belongs to the publication, in its transaction
     * @throws EngineException NOT_ALLOWED for whoever asked for the simulation, where four eyes are wanted; OUTDATED when the
     *     simulation does not show what publishing would do now; CONFLICT when a strategy is tried on a share of the customers,
     *     a challenger has not won or an example is not met and no reason is given, when an approval is missing, or a draft
     *     was simulated
     */
    Publication publish(
            StoredSimulation simulation,
            Caller by,
            String reason,
            @Nullable String overrideReason,
            BiConsumer<Handle, Publication> effect) {
        gate.requirePublisher(simulation, by);
        List<Challenger> challengers = challengers(simulation);
        if (!ModelAdmission.unproven(challengers).isEmpty() && overrideReason == null) {
            Simulations.refuse(simulations.obstacle(simulation));
        }
        ModelAdmission.require(challengers, overrideReason);
        List<String> unmet = unmetExamples(simulation);
        if (!unmet.isEmpty() && overrideReason == null) {
            Simulations.refuse(simulations.obstacle(simulation));
            throw notMet(unmet);
        }
        Optional<ChangeMeasure> measure = gate.measure(simulation);
        return simulations.publish(simulation, by.name(), reason, null, (handle, publication) -> {
            measure.ifPresent(measured -> gate.requireApproval(handle, simulation, measured, by));
            record(handle, simulation, by, overrideReason, unmet);
            admission.record(handle, by.name(), challengers, overrideReason);
            effect.accept(handle, publication);
        });
    }

    private void record(
            Handle handle,
            StoredSimulation simulation,
            Caller by,
            @Nullable String overrideReason,
            List<String> unmet) {
        if (!unmet.isEmpty()) {
            String broken = String.join("\n", unmet);
            audit.record(
                    handle,
                    by.name(),
                    "EXAMPLES_OVERRIDDEN",
                    simulation.after().value(),
                    "Reason: " + overrideReason + "\n" + broken);
        }
    }

    private static EngineException notMet(List<String> unmet) {
        return new EngineException(
                ErrorCode.CONFLICT,
                String.join("\n", unmet)
                        + "\nMaybe there is a good reason to publish it all the same: then say so as overrideReason.");
    }
}
