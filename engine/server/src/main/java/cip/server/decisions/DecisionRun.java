package cip.server.decisions;

import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.decide.CustomerBase;
import cip.core.decide.Decider;
import cip.core.decide.Decision;
import cip.core.decide.DecisionContext;
import cip.core.decide.StrategyHash;
import cip.server.customers.CustomerStore;
import cip.server.jobs.JobContext;
import cip.server.jobs.JobKind;
import cip.server.store.Database;
import cip.server.strategies.LiveStrategy;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.jspecify.annotations.Nullable;

/**
 * Decides for every customer under the strategy that was live when the run began, page by page in the order of ids. Pages
 * are decided side by side and logged in order, each in one transaction with its checkpoint, so that after a crash no
 * customer is decided twice in a run or left out.
 */
public final class DecisionRun implements JobKind {
    /** The kind's name. */
    public static final String NAME = "DECISION_RUN";

    static final String LABEL = "Decide for all customers";

    private static final int PAGE = 1_000;

    private final Database database;
    private final CustomerStore customers;
    private final LiveStrategy strategy;
    private final LiveBase base;
    private final DecisionLog log;
    private final Listener listener;
    private final Clock clock;
    private final DecisionStore store = new DecisionStore();
    private final ObjectMapper mapper = new ObjectMapper();

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

    /**
     * How far a run is.
     *
     * @param after the last customer logged; {@code null} = none yet
     */
    private record Reached(String strategy, Instant asOf, @Nullable String after, long done) {}

    /** A page being decided. */
    private record Page(CustomerId last, int size, Future<DecisionLog.Entries> entries) {}

    @Override
    public Optional<String> run(JobContext context) {
        Reached reached = context.checkpoint().map(this::parse).orElseGet(this::begin);
        Decider decider = strategy.decider(new StrategyHash(reached.strategy()));
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
                            last, page.size(), pool.submit(() -> decide(decider, page, asOf, context.jobId()))));
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

    private Reached begin() {
        return new Reached(strategy.snapshot().publication().strategy().value(), clock.instant(), null, 0);
    }

    private DecisionLog.Entries decide(Decider decider, List<CustomerRecord> page, Instant asOf, String run) {
        List<Decision> decisions = decider.decide(page, new DecisionContext(asOf));
        return log.entries(page, decisions, run);
    }

    private Reached write(JobContext context, Reached reached, Page page) {
        DecisionLog.Entries entries = result(page.entries());
        Reached next =
                new Reached(reached.strategy(), reached.asOf(), page.last().value(), reached.done() + page.size());
        database.execute(handle -> {
            log.append(handle, entries);
            context.checkpoint(handle, text(next), next.done());
        });
        return next;
    }

    private void finish(JobContext context, Reached reached) {
        FinishedRun run =
                new FinishedRun(context.jobId(), new StrategyHash(reached.strategy()), reached.asOf(), clock.instant());
        database.execute(handle -> store.finishRun(handle, run));
        context.step(reached.done(), reached.done());
        base.reload();
        listener.finished(run.id(), base.required(), run.finishedAt());
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

    private Reached parse(String checkpoint) {
        try {
            var json = mapper.readTree(checkpoint);
            return new Reached(
                    json.path("strategy").asText(),
                    Instant.parse(json.path("asOf").asText()),
                    json.path("after").isTextual() ? json.path("after").asText() : null,
                    json.path("done").asLong());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The checkpoint of a run is not JSON.", e);
        }
    }

    private String text(Reached reached) {
        return mapper.createObjectNode()
                .put("strategy", reached.strategy())
                .put("asOf", reached.asOf().toString())
                .put("after", reached.after())
                .put("done", reached.done())
                .toString();
    }
}
