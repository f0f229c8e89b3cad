package cip.server.decisions;

import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.decide.CustomerBase;
import cip.core.decide.Decision;
import cip.core.decide.DecisionContext;
import cip.core.decide.SplitDecider;
import cip.server.customers.CustomerStore;
import cip.server.customers.CustomersRevisionStore;
import cip.server.jobs.Job;
import cip.server.jobs.JobContext;
import cip.server.jobs.JobKind;
import cip.server.store.Database;
import cip.server.strategies.LiveStrategy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Decides for every customer under the strategies that were live when the run began, page by page in the order of ids. Pages
 * are decided side by side and logged in order, each in one transaction with its checkpoint, so that after a crash no
 * customer is decided twice in a run or left out. Until it has finished, the run before is the one that is served.
 */
public final class DecisionRun implements JobKind {
    /** The kind's name. */
    public static final String NAME = "DECISION_RUN";

    static final String LABEL = "Decide for all customers";

    private static final int PAGE = 1_000;
    private static final int FORGOTTEN_AT_ONCE = 5_000;

    private final Database database;
    private final CustomerStore customers;
    private final LiveStrategy strategy;
    private final LiveBase base;
    private final DecisionLog log;
    private final Listener listener;
    private final Clock clock;
    private final DecisionStore store = new DecisionStore();
    private final CustomersRevisionStore revision = new CustomersRevisionStore();

    DecisionRun(
            Database database,
            CustomerStore customers,
            LiveStrategy strategy,
            LiveBase base,
            DecisionLog log,
            Listener listener,
            Clock clock) {
        this.database = database;
        this.customers = customers;
        this.strategy = strategy;
        this.base = base;
        this.log = log;
        this.listener = listener;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** A page being decided. */
    private record Page(CustomerId last, int size, Future<DecisionLog.Entries> entries) {}

    @Override
    public Optional<String> run(JobContext context) {
        RunCheckpoint reached = context.checkpoint().map(RunCheckpoint::parse).orElseGet(() -> begin(context));
        SplitDecider deciders = strategy.deciders(reached.split());
        long total = customers.count();
        int workers = Runtime.getRuntime().availableProcessors();
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            Deque<Page> pages = new ArrayDeque<>();
            Optional<CustomerId> read = Optional.ofNullable(reached.after()).map(CustomerId::new);
            while (true) {
                while (pages.size() <= workers) {
                    List<CustomerRecord> page = customers.page(read, PAGE, reached.asOf());
                    if (page.isEmpty()) {
                        break;
                    }
                    CustomerId last = page.get(page.size() - 1).id();
                    Instant asOf = reached.asOf();
                    pages.add(new Page(
                            last, page.size(), pool.submit(() -> decide(deciders, page, asOf, context.jobId()))));
                    read = Optional.of(last);
                }
                if (pages.isEmpty()) {
                    break;
                }
                context.step(reached.done(), total);
                reached = write(context, reached, pages.remove());
            }
        } finally {
            pool.shutdownNow();
        }
        finish(context, reached);
        return Optional.of("/api/overview");
    }

    /** Jobs run one at a time: no other run still needs its states but the one that is served. */
    private RunCheckpoint begin(JobContext context) {
        Optional<String> served = database.read(store::lastRun).map(FinishedRun::id);
        Optional<String> run = database.read(handle -> store.runWithStates(handle, ""));
        while (run.isPresent()) {
            String id = run.get();
            if (!served.equals(run)) {
                forget(id, () -> context.step(0, null));
            }
            run = database.read(handle -> store.runWithStates(handle, id));
        }
        long customersRevision = database.read(revision::current);
        return new RunCheckpoint(
                strategy.snapshot().publication().split(), clock.instant(), customersRevision, null, 0);
    }

    private void forget(String run, Runnable between) {
        while (database.read(handle -> store.hasStates(handle, run))) {
            between.run();
            database.execute(handle -> store.forgetStates(handle, run, FORGOTTEN_AT_ONCE));
        }
    }

    /** What a run that did not finish decided stays in the log and counts nowhere. */
    @Override
    public void cleanUp(Job job) {
        if (database.read(handle -> store.run(handle, job.id())).isEmpty()) {
            forget(job.id(), () -> {});
        }
    }

    private DecisionLog.Entries decide(SplitDecider deciders, List<CustomerRecord> page, Instant asOf, String run) {
        List<Decision> decisions = deciders.decide(page, new DecisionContext(asOf));
        return log.entries(page, decisions, deciders.split(), run);
    }

    private RunCheckpoint write(JobContext context, RunCheckpoint reached, Page page) {
        DecisionLog.Entries entries = result(page.entries());
        RunCheckpoint next = reached.after(page.last(), page.size());
        database.execute(handle -> {
            log.append(handle, entries);
            context.checkpoint(handle, next.json(), next.done());
        });
        return next;
    }

    private void finish(JobContext context, RunCheckpoint reached) {
        context.step(reached.done(), reached.done());
        FinishedRun run = new FinishedRun(
                context.jobId(), reached.split(), reached.asOf(), clock.instant(), reached.customersRevision());
        database.execute(handle -> store.finishRun(handle, run));
        boolean served = base.reload().map(FinishedRun::id).equals(Optional.of(run.id()));
        if (served) {
            listener.finished(run.id(), base.required(), run.finishedAt());
        }
    }

    /** Told when a run has finished and its base is in memory. */
    public interface Listener {
        void finished(String runId, CustomerBase base, Instant at);

        /** Tells another one afterwards. */
        default Listener andThen(Listener other) {
            return (runId, base, at) -> {
                finished(runId, base, at);
                other.finished(runId, base, at);
            };
        }
    }

    private static DecisionLog.Entries result(Future<DecisionLog.Entries> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("A run over the base was interrupted.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("A page of customers could not be decided.", e);
        }
    }
}
