package cip.server.simulations;

import cip.core.decide.StrategyHash;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.simulate.Change;
import cip.server.audit.Audit;
import cip.server.customers.CustomersRevisionStore;
import cip.server.http.Caller;
import cip.server.jobs.Job;
import cip.server.jobs.JobRunner;
import cip.server.store.Database;
import cip.server.strategies.Challengers;
import cip.server.strategies.LiveStrategy;
import cip.server.strategies.Publication;
import cip.server.strategies.Publisher;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Simulations asked for, their results, and the way from a simulated strategy to the live one. Thread-safe. */
public final class Simulations {
    private final Database database;
    private final JobRunner jobs;
    private final LiveStrategy live;
    private final Publisher publisher;
    private final Challengers challengers;
    private final Runnable whenPublished;
    private final Clock clock;
    private final SimulationStore store = new SimulationStore();
    private final CustomersRevisionStore revision = new CustomersRevisionStore();

    /** @param whenPublished decides for the whole base again */
    Simulations(
            Database database,
            JobRunner jobs,
            LiveStrategy live,
            Publisher publisher,
            Challengers challengers,
            Runnable whenPublished,
            Clock clock) {
        this.database = database;
        this.jobs = jobs;
        this.live = live;
        this.publisher = publisher;
        this.challengers = challengers;
        this.whenPublished = whenPublished;
        this.clock = clock;
    }

    /**
     * Queues the job that simulates; call {@link JobRunner#wake} once the transaction is committed.
     *
     * @param draft id of the draft that is tried; {@code null} = the live strategy with other models
     */
    public Job enqueue(Handle handle, StrategyHash after, String label, @Nullable String draft, Caller by) {
        return enqueue(handle, after, label, draft, by.name(), by.responsible());
    }

    /** The same when nobody asks in person, e.g. because what was shown is outdated. */
    public Job repeat(Handle handle, StrategyHash after, String label, @Nullable String draft) {
        return enqueue(handle, after, label, draft, Audit.SYSTEM, null);
    }

    private Job enqueue(
            Handle handle,
            StrategyHash after,
            String label,
            @Nullable String draft,
            String by,
            @Nullable String responsible) {
        StrategyHash before = live.snapshot().publication().strategy();
        if (before.equals(after)) {
            throw new EngineException(ErrorCode.INVALID_VALUE, "The strategy is the live one: nothing would change.");
        }
        String input = "{\"before\":\"" + before.value() + "\",\"after\":\"" + after.value() + "\"}";
        Job job = jobs.enqueue(handle, SimulationJob.NAME, "Simulate " + label, by, input);
        store.insert(
                handle,
                new StoredSimulation(
                        job.id(), before, after, label, clock.instant(), by, responsible, draft, Optional.empty()));
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

    /** Lets a worker know of a job that {@link #repeat} made. */
    public void wake(Job job) {
        jobs.wake(job);
    }

    /** Whether its job waits or runs. */
    public boolean isUnderWay(String id) {
        return !jobs.job(id).state().hasEnded();
    }

    /** Empty also when it was cancelled or failed: then it leaves nothing behind. */
    public Optional<StoredSimulation> find(String id) {
        return database.read(handle -> store.find(handle, id));
    }

    /** @throws EngineException NOT_FOUND */
    public StoredSimulation simulation(String id) {
        return find(id).orElseThrow(() ->
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

    /**
     * Makes what was simulated the live strategy, if the simulation shows what that does.
     *
     * @param share of the customers on whom it is tried as a challenger; {@code null} = it is for everybody
     * @param effect of the publication, in its transaction; refuses by an exception
     * @throws EngineException OUTDATED when another strategy is live by now or customers have changed; CONFLICT while a
     *     challenger is tried; INVALID_VALUE for a share that none can have
     */
    public Publication publish(
            StoredSimulation simulation,
            String by,
            String reason,
            @Nullable Double share,
            BiConsumer<Handle, Publication> effect) {
        int version = live.snapshot().publication().version();
        refuse(obstacle(simulation));
        BiConsumer<Handle, Publication> checked = (handle, published) -> {
            refuse(customersChanged(simulation, revision.held(handle)));
            effect.accept(handle, published);
        };
        Publication publication = share == null
                ? publisher.publish(simulation.after(), version, by, reason, checked)
                : challengers.start(simulation.after(), share, version, by, reason, checked);
        whenPublished.run();
        return publication;
    }

    static void refuse(Optional<String> obstacle) {
        obstacle.ifPresent(why -> {
            throw new EngineException(ErrorCode.OUTDATED, why + "\nMaybe simulate again.");
        });
    }
}
