package cip.server.decisions;

import cip.core.customer.CustomerSchema;
import cip.server.audit.Audit;
import cip.server.customers.CustomerStore;
import cip.server.customers.CustomersChanged;
import cip.server.customers.LatestDecisions;
import cip.server.customers.PersonalData;
import cip.server.jobs.JobRunner;
import cip.server.jobs.JobState;
import cip.server.strategies.LiveStrategy;
import cip.server.wiring.Platform;
import io.dropwizard.lifecycle.Managed;

/** Puts decisions together: single ones, the log, runs over the whole base, and the base in memory. */
public final class DecisionsWiring {
    private final CustomerStore customers;
    private final LiveStrategy strategy;
    private final Decisions decisions;
    private final LiveBase base;
    private final LatestDecisions latest;
    private final DecisionLog log;

    private DecisionsWiring(
            Platform platform,
            CustomerStore customers,
            LiveStrategy strategy,
            CustomerSchema schema,
            String valueScore,
            String riskScore) {
        this.customers = customers;
        this.strategy = strategy;
        this.base = new LiveBase(platform.database(), customers, strategy);
        this.log = new DecisionLog(schema, platform.clock());
        this.decisions = new Decisions(platform.database(), customers, strategy, schema, platform.clock());
        this.latest = new DecidedCustomers(base, strategy, decisions, valueScore, riskScore);
    }

    public static DecisionsWiring install(
            Platform platform,
            CustomerStore customers,
            LiveStrategy strategy,
            CustomerSchema schema,
            String valueScore,
            String riskScore) {
        DecisionsWiring wiring = new DecisionsWiring(platform, customers, strategy, schema, valueScore, riskScore);
        platform.manage(new Managed() {
            @Override
            public void start() {
                wiring.base.reload();
            }
        });
        return wiring;
    }

    /** Makes runs known to the jobs, and the routes that ask for them. */
    public void runs(Platform platform, DecisionRun.Listener listener, PersonalData personal) {
        JobRunner jobs = platform.jobs();
        jobs.register(new DecisionRun(platform.database(), customers, strategy, base, log, listener, platform.clock()));
        platform.route(new DecisionsResource(decisions, jobs, personal));
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

    public LiveBase base() {
        return base;
    }

    public LatestDecisions latest() {
        return latest;
    }
}
