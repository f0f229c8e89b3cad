package cip.server.simulations;

import cip.core.contact.ContactColumns;
import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.decide.CustomerBase;
import cip.core.decide.Decider;
import cip.core.decide.DecisionContext;
import cip.core.decide.Holdout;
import cip.core.decide.Strategy;
import cip.core.simulate.BaseSimulation;
import cip.core.simulate.ColumnSimulator;
import cip.core.simulate.Simulation;
import cip.server.customers.CustomerStore;
import cip.server.customers.CustomersRevisionStore;
import cip.server.decisions.LiveBase;
import cip.server.jobs.Job;
import cip.server.jobs.JobContext;
import cip.server.jobs.JobKind;
import cip.server.store.Database;
import cip.server.strategies.LiveStrategy;
import cip.spi.FeatureColumn;
import cip.spi.FeatureMatrix;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Decides every customer under two strategies, column by column: over the base in memory while it holds what both read and is
 * of today, else page by page as customers are read from the store. It takes so little that after a crash it begins again.
 */
final class SimulationJob implements JobKind {
    static final String NAME = "SIMULATION";
    private static final int PAGE = 5_000;
    private static final Duration OF_TODAY = Duration.ofHours(24);

    private final Database database;
    private final CustomerStore customers;
    private final LiveStrategy strategies;
    private final Clock clock;
    private final Supplier<Optional<LiveBase.Held>> base;
    private final SimulationStore store = new SimulationStore();
    private final ChangeBlockStore blocks = new ChangeBlockStore();
    private final CustomersRevisionStore revision = new CustomersRevisionStore();

    SimulationJob(
            Database database,
            CustomerStore customers,
            LiveStrategy strategies,
            Clock clock,
            Supplier<Optional<LiveBase.Held>> base) {
        this.database = database;
        this.customers = customers;
        this.strategies = strategies;
        this.clock = clock;
        this.base = base;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> run(JobContext context) {
        StoredSimulation simulation =
                database.read(handle -> store.find(handle, context.jobId())).orElseThrow();
        database.execute(handle -> blocks.delete(handle, simulation.id()));
        Decider before = strategies.decider(simulation.before());
        Decider after = strategies.decider(simulation.after());
        ChangeBlocks changes = new ChangeBlocks(database, simulation.id());
        StoredSimulation.Finished finished =
                overBase(before, after, changes, context).orElseGet(() -> overStore(before, after, changes, context));
        List<ChangeBlock> rest = changes.rest();
        database.execute(handle -> {
            changes.store(handle, rest);
            store.finish(handle, simulation.id(), finished);
        });
        return Optional.of("/api/simulations/" + simulation.id());
    }

    private Optional<StoredSimulation.Finished> overBase(
            Decider before, Decider after, ChangeBlocks changes, JobContext context) {
        Optional<LiveBase.Held> held = base.get();
        if (held.isEmpty()) {
            return Optional.empty();
        }
        CustomerBase decided = held.get().base();
        long now = database.read(revision::current);
        Strategy decidedUnder = strategies.strategy(decided.split().champion());
        boolean same = Long.valueOf(now).equals(held.get().customersRevision());
        boolean ofToday = decided.asOf().plus(OF_TODAY).isAfter(clock.instant());
        if (!same
                || !ofToday
                || !BaseSimulation.reads(decidedUnder, before.strategy())
                || !BaseSimulation.reads(decidedUnder, after.strategy())) {
            return Optional.empty();
        }
        Simulation counts = new BaseSimulation(before, after, decided, decidedUnder)
                .run(changes, done -> context.step(done, (long) decided.size()));
        return Optional.of(new StoredSimulation.Finished(decided.asOf(), counts, clock.instant(), now));
    }

    private StoredSimulation.Finished overStore(
            Decider before, Decider after, ChangeBlocks changes, JobContext context) {
        Instant asOf = clock.instant();
        long now = database.read(revision::current);
        long total = customers.count();
        ColumnSimulator simulator = new ColumnSimulator(before, after);
        ColumnSimulator.Totals totals = simulator.totals();
        Optional<CustomerId> last = Optional.empty();
        while (true) {
            context.step(totals.customers(), total);
            List<CustomerRecord> page = customers.page(last, PAGE, asOf);
            if (page.isEmpty()) {
                return new StoredSimulation.Finished(asOf, totals.counts(), clock.instant(), now);
            }
            totals.add(
                    simulator.decide(page(before, page, asOf), page(after, page, asOf)),
                    row -> page.get(row).id(),
                    changes);
            last = Optional.of(page.get(page.size() - 1).id());
        }
    }

    private static ColumnSimulator.Page page(Decider decider, List<CustomerRecord> page, Instant asOf) {
        FeatureMatrix facts = decider.features(page, new DecisionContext(asOf));
        List<FeatureColumn> columns = new ArrayList<>(facts.columns());
        columns.addAll(decider.scores(facts, Map.of()));
        Holdout holdout = decider.strategy().holdout();
        BitSet held = new BitSet(page.size());
        for (int row = 0; row < page.size(); row++) {
            held.set(row, holdout.holds(page.get(row).id()));
        }
        return new ColumnSimulator.Page(new FeatureMatrix(page.size(), columns), held, ContactColumns.of(page, asOf));
    }

    /** A simulation that did not finish leaves nothing behind. */
    @Override
    public void cleanUp(Job job) {
        database.execute(handle -> store.deleteUnfinished(handle, job.id()));
    }
}
