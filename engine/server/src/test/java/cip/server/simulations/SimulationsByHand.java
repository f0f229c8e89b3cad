package cip.server.simulations;

import cip.core.decide.ModelReference;
import cip.server.audit.Audit;
import cip.server.customers.CustomerStore;
import cip.server.customers.TransactionStore;
import cip.server.jobs.Job;
import cip.server.jobs.JobsByHand;
import cip.server.models.Contests;
import cip.server.store.Database;
import cip.server.strategies.PublishedStrategy;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;

/** Simulations of a published strategy whose jobs a test runs itself. */
public final class SimulationsByHand {
    private final JobsByHand jobs;
    private final Simulations simulations;
    private final ModelAdmission admission;

    public SimulationsByHand(Database database, PublishedStrategy strategy, Clock clock) {
        CustomerStore customers = new CustomerStore(database, PublishedStrategy.schema(), new TransactionStore());
        this.jobs = new JobsByHand(
                database, clock, new SimulationJob(database, customers, strategy.live(), clock, Optional::empty));
        this.simulations = new Simulations(
                database,
                jobs.runner(),
                strategy.live(),
                strategy.publisher(),
                strategy.challengers(),
                () -> {},
                clock);
        Contests contests = Contests.of(
                database,
                at -> strategy.live().snapshot().decider().strategy().models().stream()
                        .collect(Collectors.toMap(ModelReference::score, ModelReference::hash)),
                clock);
        this.admission = new ModelAdmission(strategy.live(), contests, new Audit(clock));
    }

    public Simulations simulations() {
        return simulations;
    }

    public ModelAdmission admission() {
        return admission;
    }

    public void run(Job job) {
        jobs.run(job);
    }
}
