package cip.server.simulations;

import cip.core.decide.Examples;
import cip.core.decide.ModelReference;
import cip.core.decide.StrategyHash;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.simulate.Change;
import cip.server.audit.Audit;
import cip.server.customers.CustomersRevisionStore;
import cip.server.jobs.Job;
import cip.server.jobs.JobRunner;
import cip.server.models.Contests;
import cip.server.store.Database;
import cip.server.strategies.LiveStrategy;
import cip.server.strategies.Publication;
import cip.server.strategies.Publisher;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Simulations asked for, their results, and the way from a simulated strategy to the live one. Thread-safe. */
public final class Simulations {
    private final Database database;
    private final JobRunner jobs;
    private final LiveStrategy live;
    private final Publisher publisher;
    private final Runnable whenPublished;
    private final Contests contests;
    private final Audit audit;
    private final Clock clock;
    private final SimulationStore store = new SimulationStore();
    private final CustomersRevisionStore revision = new CustomersRevisionStore();

    /**
     * @param whenPublished decides for the whole base again
     * @param contests say which challenger may be promoted
     */
    Simulations(
            Database database,
            JobRunner jobs,
            LiveStrategy live,
            Publisher publisher,
            Runnable whenPublished,
            Contests contests,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.jobs = jobs;
        this.live = live;
        this.publisher = publisher;
        this.whenPublished = whenPublished;
        this.contests = contests;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Queues the job that simulates; call {@link JobRunner#wake} once the transaction is committed.
     *
     * @param draft id of the draft that is tried; {@code null} = the live strategy with other models
     */
    public Job enqueue(Handle handle, StrategyHash after, String label, @Nullable String draft, String by) {
        StrategyHash before = live.snapshot().publication().strategy();
        if (before.equals(after)) {
            throw new EngineException(ErrorCode.INVALID_VALUE, "The strategy is the live one: nothing would change.");
        }
        String input = "{\"before\":\"" + before.value() + "\",\"after\":\"" + after.value() + "\"}";
        Job job = jobs.enqueue(handle, SimulationJob.NAME, "Simulate " + label, by, input);
        store.insert(
                handle,
                new StoredSimulation(job.id(), before, after, label, clock.instant(), by, draft, Optional.empty()));
        return job;
    }

    /** The newest simulation of a draft. */
    public Optional<StoredSimulation> newestOf(String draft) {
        return database.read(handle -> store.newestOf(handle, draft));
    }

    /** The newest finished simulation of a draft that tried this strategy. */
    public Optional<StoredSimulation> newestFinished(String draft, StrategyHash after) {
        return database.read(handle -> store.newestFinished(handle, draft, after));
    }

    /** @throws EngineException NOT_FOUND */
    public StoredSimulation simulation(String id) {
        return database.read(handle -> store.find(handle, id))
                .orElseThrow(() ->
                        new EngineException(ErrorCode.NOT_FOUND, "There is no simulation with the id " + id + "."));
    }

    /** Newest first. */
    List<StoredSimulation> page(@Nullable String beforeId, int limit) {
        return database.read(handle -> store.page(handle, beforeId, limit));
    }

    /** Customers who change, in the order of their ids. */
    List<Change> changes(String id, ChangeFilter filter, @Nullable String afterCustomer, int limit) {
        simulation(id);
        String after = afterCustomer == null ? "" : afterCustomer;
        return database.read(handle -> store.changes(handle, id, filter, after, limit));
    }

    /** Why what was simulated cannot be published now; empty = it can. */
    public Optional<String> obstacle(StoredSimulation simulation) {
        Publication current = live.snapshot().publication();
        if (simulation.finished().isEmpty()) {
            return Optional.of("The simulation has not finished.");
        }
        if (!simulation.before().equals(current.strategy())) {
            return Optional.of("Version " + current.version()
                    + " of the strategy is live by now, and the simulation was made against another one.");
        }
        return customersChanged(simulation, database.read(revision::current));
    }

    private static Optional<String> customersChanged(StoredSimulation simulation, Long now) {
        boolean same = simulation
                .finished()
                .map(finished -> now.equals(finished.customersRevision()))
                .orElse(false);
        return same ? Optional.empty() : Optional.of("Customers have changed since the simulation.");
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

    /**
     * Publishes other models for the live strategy; a draft is published where it was approved.
     *
     * @param overrideReason why challengers that have not won, or models under which examples are not met, are published all
     *     the same; {@code null} = they are not
     * @throws EngineException OUTDATED when the simulation does not show what publishing would do now; CONFLICT when a
     *     challenger has not won or an example is not met and no reason is given, or a draft was simulated
     */
    Publication publish(String id, String by, String reason, @Nullable String overrideReason) {
        StoredSimulation simulation = simulation(id);
        if (simulation.draft() != null) {
            throw new EngineException(
                    ErrorCode.CONFLICT,
                    "A draft was simulated, and a draft is published once somebody else has approved it."
                            + "\nMaybe submit the draft for review.");
        }
        List<Challenger> unproven = challengers(simulation).stream()
                .filter(challenger -> !challenger.promotion().mayBePromoted())
                .toList();
        if (!unproven.isEmpty() && overrideReason == null) {
            refuse(obstacle(simulation));
            throw notWon(unproven.get(0));
        }
        List<String> unmet = unmetExamples(simulation);
        if (!unmet.isEmpty() && overrideReason == null) {
            refuse(obstacle(simulation));
            throw notMet(unmet);
        }
        return publish(simulation, by, reason, handle -> {
            if (!unmet.isEmpty()) {
                String broken = String.join("\n", unmet);
                audit.record(
                        handle,
                        by,
                        "EXAMPLES_OVERRIDDEN",
                        simulation.after().value(),
                        "Reason: " + overrideReason + "\n" + broken);
            }
            for (Challenger challenger : unproven) {
                audit.record(
                        handle,
                        by,
                        "CHALLENGER_OVERRIDDEN",
                        challenger.hash(),
                        challenger.score() + " version " + challenger.version() + ": "
                                + challenger.promotion().state() + ". Reason: " + overrideReason);
            }
        });
    }

    /**
     * Makes what was simulated the live strategy, if the simulation shows what that does.
     *
     * @param effect of the publication, in its transaction; refuses by an exception
     * @throws EngineException OUTDATED when another strategy is live by now or customers have changed
     */
    public Publication publish(StoredSimulation simulation, String by, String reason, Consumer<Handle> effect) {
        int version = live.snapshot().publication().version();
        refuse(obstacle(simulation));
        Publication publication = publisher.publish(simulation.after(), version, by, reason, handle -> {
            refuse(customersChanged(simulation, revision.held(handle)));
            effect.accept(handle);
        });
        whenPublished.run();
        return publication;
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
                        + " has not won against the champion. "
                        + challenger.promotion().text()
                        + "\nMaybe there is a good reason to publish it all the same: then say so as overrideReason.");
    }

    private static void refuse(Optional<String> obstacle) {
        obstacle.ifPresent(why -> {
            throw new EngineException(ErrorCode.OUTDATED, why + "\nMaybe simulate again.");
        });
    }
}
