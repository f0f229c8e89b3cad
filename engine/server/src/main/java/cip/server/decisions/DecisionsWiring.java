package cip.server.decisions;

import cip.core.customer.CustomerSchema;
import cip.core.decide.DecisionContext;
import cip.core.decide.StrategySplit;
import cip.server.audit.Audit;
import cip.server.customers.CustomerStore;
import cip.server.customers.CustomersChanged;
import cip.server.customers.CustomersRevisionStore;
import cip.server.customers.LatestDecisions;
import cip.server.customers.LookUps;
import cip.server.customers.PersonalData;
import cip.server.http.PlainRoute;
import cip.server.jobs.Job;
import cip.server.jobs.JobRequests;
import cip.server.jobs.JobRunner;
import cip.server.jobs.JobState;
import cip.server.store.Database;
import cip.server.strategies.LiveProof;
import cip.server.strategies.LiveStrategy;
import cip.server.wiring.Platform;
import cip.spi.FeatureMatrix;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.Managed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Puts decisions together: single ones, the log, runs over the whole base, and the base in memory. */
public final class DecisionsWiring {
    private static final int CUSTOMERS_TRIED = 1_000;

    private final Database database;
    private final CustomerStore customers;
    private final LiveStrategy strategy;
    private final Decisions decisions;
    private final LiveBase base;
    private final LatestDecisions latest;
    private final DecisionLog log;
    private final CustomerSchema schema;
    private final LookUps lookUps;

    private DecisionsWiring(
            Platform platform,
            CustomerStore customers,
            LiveStrategy strategy,
            CustomerSchema schema,
            PersonalData personal,
            LookUps lookUps,
            String valueScore,
            String riskScore) {
        this.database = platform.database();
        this.customers = customers;
        this.strategy = strategy;
        this.schema = schema;
        this.lookUps = lookUps;
        this.base = new LiveBase(platform.database(), customers, strategy);
        this.log = new DecisionLog(schema, platform.clock());
        Environment environment = platform.environment();
        LiveProof proof = new LiveProof(
                strategy,
                environment.metrics(),
                environment
                        .lifecycle()
                        .executorService("live-proof")
                        .maxThreads(1)
                        .build());
        this.decisions = new Decisions(
                platform.database(), customers, strategy, proof, schema, personal, lookUps, platform.clock());
        this.latest = new DecidedCustomers(base, strategy, decisions, valueScore, riskScore);
    }

    public static DecisionsWiring install(
            Platform platform,
            CustomerStore customers,
            LiveStrategy strategy,
            CustomerSchema schema,
            PersonalData personal,
            LookUps lookUps,
            String valueScore,
            String riskScore) {
        DecisionsWiring wiring =
                new DecisionsWiring(platform, customers, strategy, schema, personal, lookUps, valueScore, riskScore);
        DecisionStore store = new DecisionStore();
        platform.integrity().add("no run decided a customer twice", () -> platform.database()
                .read(store::decidedTwice));
        platform.manage(new Managed() {
            @Override
            public void start() {
                Optional<FinishedRun> served = wiring.base.reload();
                wiring.decideAgainWhatIsOutdated(platform.database(), platform.jobs(), served);
            }
        });
        return wiring;
    }

    /** The rules folder may have been changed, or customers imported, while the product was down. */
    private void decideAgainWhatIsOutdated(Database database, JobRunner jobs, Optional<FinishedRun> served) {
        StrategySplit live = strategy.snapshot().publication().split();
        long revision = database.read(new CustomersRevisionStore()::current);
        boolean outdated = served.map(run -> !run.isOf(live, revision)).orElseGet(() -> customers.count() > 0);
        boolean asked = jobs.jobs(DecisionRun.NAME, null, 1).stream()
                .filter(run -> !run.state().hasEnded())
                .map(Job::checkpoint)
                .anyMatch(reached ->
                        reached == null || RunCheckpoint.parse(reached).isOf(live, revision));
        if (outdated && !asked) {
            database.execute(handle -> jobs.enqueue(handle, DecisionRun.NAME, DecisionRun.LABEL, Audit.SYSTEM, "{}"));
        }
    }

    /** The features of the first customers, for trying a model. */
    public FeatureMatrix features(Clock clock) {
        Instant now = clock.instant();
        return strategy.snapshot()
                .decider()
                .features(customers.page(Optional.empty(), CUSTOMERS_TRIED, now), new DecisionContext(now));
    }

    /** Makes runs known to the jobs, and the routes that ask for them. */
    public void runs(Platform platform, DecisionRun.Listener listener) {
        JobRunner jobs = platform.jobs();
        jobs.register(new DecisionRun(platform.database(), customers, strategy, base, log, listener, platform.clock()));
        platform.route(new DecisionsResource(decisions, jobs, new JobRequests(platform.idempotency(), jobs)));
        ModelUse use = new ModelUse(strategy, pastRuns(), base::current, platform.clock());
        platform.route(new ModelUseResource(use));
        platform.route(new ModelDecisionsResource(use, lookUps));
        platform.route(new NearestChangesResource(customers, strategy, base, schema, lookUps, platform.clock()));
    }

    /** Serves single decisions. @param warmUp the longest time until what serves them is ready; 0 = it is at once */
    public void route(Platform platform, PlainRoute.Way way, Duration warmUp) {
        Rehearsal rehearsal = new Rehearsal();
        PlainRoute.Way rehearsed = new PlainRoute.Way(
                request -> rehearsal.caller(request::getHeader).or(() -> way.callers()
                        .apply(request)),
                way.bodies(),
                way.json());
        SingleDecisionResource route = new SingleDecisionResource(rehearsed, decisions, platform.idempotency());
        platform.environment().lifecycle().addServerLifecycleListener(new WarmUp(route, rehearsal, schema, warmUp));
        platform.environment()
                .servlets()
                .addServlet("decisions", route)
                .addMapping(SingleDecisionResource.PATH, SingleDecisionResource.PATH + "/");
    }

    /** Decides for the whole base again; a run that waits already will see the change too. */
    public CustomersChanged whenCustomersChange(Platform platform) {
        JobRunner jobs = platform.jobs();
        return () -> {
            boolean waits =
                    jobs.jobs(DecisionRun.NAME, null, 1).stream().anyMatch(run -> run.state() == JobState.QUEUED);
            if (!waits) {
                jobs.submit(DecisionRun.NAME, DecisionRun.LABEL, Audit.SYSTEM, "{}");
            }
        };
    }

    /** What earlier runs gave the customers. */
    public PastRuns pastRuns() {
        return new PastRuns(database);
    }

    public LiveBase base() {
        return base;
    }

    public LatestDecisions latest() {
        return latest;
    }
}
