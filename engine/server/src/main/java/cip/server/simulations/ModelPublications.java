package cip.server.simulations;

import cip.core.decide.Examples;
import cip.core.decide.ModelReference;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.simulate.ChangeMeasure;
import cip.core.simulate.Excess;
import cip.server.audit.Audit;
import cip.server.http.Caller;
import cip.server.models.Contests;
import cip.server.models.Promotion;
import cip.server.publishing.PublishingLimits;
import cip.server.store.Database;
import cip.server.strategies.Challengers;
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
    private final Contests contests;
    private final PublishingLimits limits;
    private final boolean fourEyes;
    private final Audit audit;
    private final Clock clock;
    private final ApprovalStore store = new ApprovalStore();

    /**
     * @param contests say which challenger may be promoted
     * @param fourEyes whether nobody publishes what they asked for themselves
     */
    ModelPublications(
            Database database,
            Simulations simulations,
            LiveStrategy live,
            Contests contests,
            PublishingLimits limits,
            boolean fourEyes,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.simulations = simulations;
        this.live = live;
        this.contests = contests;
        this.limits = limits;
        this.fourEyes = fourEyes;
        this.audit = audit;
        this.clock = clock;
    }

    /** What publishing would break, a sentence for every example; empty = nothing. */
    List<String> unmetExamples(StoredSimulation simulation) {
        return Examples.unmet(live.decider(simulation.after()));
    }

    /** The models that publishing would bring in. */
    List<Challenger> challengers(StoredSimulation simulation) {
        List<ModelReference> before = live.strategy(simulation.before()).models();
        return live.strategy(simulation.after()).models().stream()
                .filter(model -> !before.contains(model))
                .map(model -> new Challenger(
                        model.score(),
                        model.label(),
                        model.version(),
                        model.hash(),
                        contests.promotion(model.score(), model.hash()),
                        live.card(model.hash()).evidence().findings()))
                .toList();
    }

    /** The limits that it goes beyond; empty = none, or it has not finished. */
    List<Excess> excesses(StoredSimulation simulation) {
        return measure(simulation)
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
        database.execute(handle -> {
            if (!store.insert(handle, simulation.id(), new SimulationApproval(by.name(), clock.instant(), text))) {
                throw new EngineException(ErrorCode.CONFLICT, "You have approved this simulation already.");
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
     *     simulation does not show what publishing would do now; CONFLICT when a strategy is tried on a share of the customers, a challenger has not won or an example is not met and no reason is given, when an approval is missing, or a draft was
     *     simulated
     */
    Publication publish(
            StoredSimulation simulation,
            Caller by,
            String reason,
            @Nullable String overrideReason,
            BiConsumer<Handle, Publication> effect) {
        requireModels(simulation);
        requireAnother(simulation, by);
        Challengers.requireNone(live.snapshot().publication());
        List<Challenger> unproven = challengers(simulation).stream()
                .filter(challenger -> !challenger.promotion().mayBePromoted())
                .toList();
        if (!unproven.isEmpty() && overrideReason == null) {
            Simulations.refuse(simulations.obstacle(simulation));
            throw notWon(unproven.get(0));
        }
        List<String> unmet = unmetExamples(simulation);
        if (!unmet.isEmpty() && overrideReason == null) {
            Simulations.refuse(simulations.obstacle(simulation));
            throw notMet(unmet);
        }
        Optional<ChangeMeasure> measure = measure(simulation);
        return simulations.publish(simulation, by.name(), reason, null, (handle, publication) -> {
            measure.ifPresent(measured -> requireApproval(handle, simulation, measured, by));
            record(handle, simulation, by, overrideReason, unmet, unproven);
            effect.accept(handle, publication);
        });
    }

    private void record(
            Handle handle,
            StoredSimulation simulation,
            Caller by,
            @Nullable String overrideReason,
            List<String> unmet,
            List<Challenger> unproven) {
        if (!unmet.isEmpty()) {
            String broken = String.join("\n", unmet);
            audit.record(
                    handle,
                    by.name(),
                    "EXAMPLES_OVERRIDDEN",
                    simulation.after().value(),
                    "Reason: " + overrideReason + "\n" + broken);
        }
        for (Challenger challenger : unproven) {
            audit.record(
                    handle,
                    by.name(),
                    "CHALLENGER_OVERRIDDEN",
                    challenger.hash(),
                    challenger.score() + " version " + challenger.version() + ": "
                            + challenger.promotion().state() + ". Reason: " + overrideReason);
        }
    }

    private void requireApproval(Handle handle, StoredSimulation simulation, ChangeMeasure measure, Caller by) {
        List<Excess> excesses = limits.beyond(handle, measure, simulation.createdAt());
        boolean agreed = store.of(handle, simulation.id()).stream()
                .anyMatch(approval -> !approval.by().equals(by.responsible()));
        if (!excesses.isEmpty() && !agreed) {
            throw new EngineException(
                    ErrorCode.CONFLICT,
                    "It goes beyond a limit and needs the approval of another person first. "
                            + excesses.get(0).text()
                            + "\nMaybe ask another approver to look at the simulation.");
        }
    }

    private void requireAnother(StoredSimulation simulation, Caller by) {
        if (fourEyes && by.responsible().equals(simulation.responsible())) {
            throw new EngineException(
                    ErrorCode.NOT_ALLOWED,
                    "You asked for this simulation, and other models are published by another person."
                            + "\nMaybe ask an approver; whoever is alone sets publishing.fourEyes to false in config.yml.");
        }
    }

    private Optional<ChangeMeasure> measure(StoredSimulation simulation) {
        return simulation
                .finished()
                .map(finished -> limits.measure(finished.counts(), simulation.before(), simulation.after()));
    }

    private static void requireModels(StoredSimulation simulation) {
        if (simulation.draft() != null) {
            throw new EngineException(
                    ErrorCode.CONFLICT,
                    "A draft was simulated, and a draft is published once somebody else has approved it."
                            + "\nMaybe submit the draft for review.");
        }
    }

    private static EngineException notMet(List<String> unmet) {
        return new EngineException(
                ErrorCode.CONFLICT,
                String.join("\n", unmet)
                        + "\nMaybe there is a good reason to publish it all the same: then say so as overrideReason.");
    }

    private static EngineException notWon(Challenger challenger) {
        return new EngineException(
                ErrorCode.CONFLICT,
                "Version " + challenger.version() + " of " + challenger.score()
                        + (challenger.promotion().state() == Promotion.State.WON
                                ? " has won, but is not to be believed. "
                                : " has not won against the champion. ")
                        + challenger.promotion().text()
                        + "\nMaybe there is a good reason to publish it all the same: then say so as overrideReason.");
    }
}
