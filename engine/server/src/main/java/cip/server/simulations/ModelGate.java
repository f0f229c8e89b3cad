package cip.server.simulations;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.simulate.ChangeMeasure;
import cip.core.simulate.Excess;
import cip.server.http.Caller;
import cip.server.http.Role;
import cip.server.publishing.PublishingLimits;
import cip.server.store.Database;
import cip.server.strategies.Challengers;
import cip.server.strategies.LiveStrategy;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Who may agree to a simulation of models and who may publish it: the checks of both acts, and the same asked beforehand by
 * whoever looks at the simulation. Thread-safe.
 */
final class ModelGate {
    private final Database database;
    private final Simulations simulations;
    private final LiveStrategy live;
    private final PublishingLimits limits;
    private final boolean fourEyes;
    private final ApprovalStore store = new ApprovalStore();

    /** @param fourEyes whether nobody publishes what they asked for themselves */
    ModelGate(
            Database database, Simulations simulations, LiveStrategy live, PublishingLimits limits, boolean fourEyes) {
        this.database = database;
        this.simulations = simulations;
        this.live = live;
        this.limits = limits;
        this.fourEyes = fourEyes;
    }

    /** Whether the caller may agree to it now. */
    Allowance mayApprove(StoredSimulation simulation, Caller by) {
        return Allowance.unlessRefused(() -> {
            requireRole(by);
            requireApprover(simulation, by);
            if (approvals(simulation).stream()
                    .anyMatch(approval -> approval.by().equals(by.name()))) {
                throw approvedAlready();
            }
        });
    }

    /** Whether the caller may publish it now, giving a reason where models or examples need one. */
    Allowance mayPublish(StoredSimulation simulation, Caller by) {
        return Allowance.unlessRefused(() -> {
            requireRole(by);
            requirePublisher(simulation, by);
            Simulations.refuse(simulations.obstacle(simulation));
            measure(simulation)
                    .ifPresent(measure ->
                            requireApproval(limits.beyond(measure, simulation.createdAt()), approvals(simulation), by));
        });
    }

    /** @throws EngineException when the caller asked for it or is a program, it has not finished, or a draft was simulated */
    void requireApprover(StoredSimulation simulation, Caller by) {
        requireModels(simulation);
        if (by.isProgram()) {
            throw new EngineException(ErrorCode.NOT_ALLOWED, "Only a person can approve, not an API key.");
        }
        if (by.name().equals(simulation.responsible())) {
            throw new EngineException(
                    ErrorCode.NOT_ALLOWED, "You asked for this simulation, and an approval needs a second person.");
        }
        if (simulation.finished().isEmpty()) {
            throw new EngineException(
                    ErrorCode.CONFLICT, "The simulation has not finished, so it shows no effect yet.");
        }
    }

    /** @throws EngineException when a draft or another challenger is tried, or the caller asked for it and four eyes are wanted */
    void requirePublisher(StoredSimulation simulation, Caller by) {
        requireModels(simulation);
        if (fourEyes && by.responsible().equals(simulation.responsible())) {
            throw new EngineException(
                    ErrorCode.NOT_ALLOWED,
                    "You asked for this simulation, and other models are published by another person."
                            + "\nMaybe ask an approver; whoever is alone sets publishing.fourEyes to false in config.yml.");
        }
        Challengers.requireNone(live.snapshot().publication());
    }

    /** @throws EngineException when it goes beyond a limit and nobody but the caller has agreed */
    void requireApproval(Handle handle, StoredSimulation simulation, ChangeMeasure measure, Caller by) {
        requireApproval(limits.beyond(handle, measure, simulation.createdAt()), store.of(handle, simulation.id()), by);
    }

    private static void requireApproval(List<Excess> excesses, List<SimulationApproval> approvals, Caller by) {
        boolean agreed = approvals.stream().anyMatch(approval -> !approval.by().equals(by.responsible()));
        if (!excesses.isEmpty() && !agreed) {
            throw new EngineException(
                    ErrorCode.CONFLICT,
                    "It goes beyond a limit and needs the approval of another person first. "
                            + excesses.get(0).text()
                            + "\nMaybe ask another approver to look at the simulation.");
        }
    }

    /** How much it changes; empty = it has not finished. */
    Optional<ChangeMeasure> measure(StoredSimulation simulation) {
        return simulation
                .finished()
                .map(finished -> limits.measure(finished.counts(), simulation.before(), simulation.after()));
    }

    static EngineException approvedAlready() {
        return new EngineException(ErrorCode.CONFLICT, "You have approved this simulation already.");
    }

    private List<SimulationApproval> approvals(StoredSimulation simulation) {
        return database.read(handle -> store.of(handle, simulation.id()));
    }

    private static void requireRole(Caller by) {
        if (!by.has(Role.ADMIN) && !by.has(Role.APPROVER)) {
            throw new EngineException(ErrorCode.NOT_ALLOWED, "An approver or administrator decides about it.");
        }
    }

    private static void requireModels(StoredSimulation simulation) {
        if (simulation.draft() != null) {
            throw new EngineException(
                    ErrorCode.CONFLICT,
                    "A draft was simulated, and a draft is published once somebody else has approved it."
                            + "\nMaybe submit the draft for review.");
        }
    }
}
