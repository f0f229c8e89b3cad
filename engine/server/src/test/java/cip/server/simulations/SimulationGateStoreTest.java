package cip.server.simulations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.customer.CustomerId;
import cip.core.decide.Example;
import cip.core.decide.Holdout;
import cip.core.decide.ModelReference;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyHash;
import cip.core.error.EngineException;
import cip.server.audit.Audit;
import cip.server.customers.CustomerStore;
import cip.server.customers.CustomerUpdate;
import cip.server.customers.CustomerUpdateStore;
import cip.server.customers.CustomersRevisionStore;
import cip.server.customers.TransactionStore;
import cip.server.http.Caller;
import cip.server.http.Role;
import cip.server.jobs.Job;
import cip.server.jobs.JobsByHand;
import cip.server.models.Contests;
import cip.server.publishing.PublishingLimits;
import cip.server.store.Database;
import cip.server.store.OnEveryDatabase;
import cip.server.strategies.PublishedStrategy;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was simulated is published while the customers are as they were, and not otherwise. */
@OnEveryDatabase
class SimulationGateStoreTest {
    private static final Caller ANN = new Caller("ann", "Ann", Set.of(Role.APPROVER));
    private static final Caller BEN = new Caller("ben", "Ben", Set.of(Role.APPROVER));
    private static final Caller EVE = new Caller("eve", "Eve", Set.of(Role.ANALYST));

    private final Database database;
    private final Clock clock = Clock.tickMillis(ZoneOffset.UTC);
    private final PublishedStrategy strategy;
    private final CustomerUpdateStore updates = new CustomerUpdateStore(PublishedStrategy.schema());
    private final CustomersRevisionStore revision = new CustomersRevisionStore();
    private final AtomicInteger decidedAgain = new AtomicInteger();
    private final AtomicInteger changes = new AtomicInteger();
    private final JobsByHand jobs;
    private final Simulations simulations;
    private final PublishingLimits limits;
    private final ModelPublications publications;

    SimulationGateStoreTest(Database database) throws IOException {
        this.database = database;
        this.strategy = new PublishedStrategy(database, clock);
        CustomerStore customers = new CustomerStore(database, PublishedStrategy.schema(), new TransactionStore());
        this.jobs = new JobsByHand(
                database, clock, new SimulationJob(database, customers, strategy.live(), clock, Optional::empty));
        this.simulations = new Simulations(
                database,
                jobs.runner(),
                strategy.live(),
                strategy.publisher(),
                strategy.challengers(),
                decidedAgain::incrementAndGet,
                clock);
        this.limits = new PublishingLimits(database, strategy.live(), new Audit(clock), clock);
        this.publications = publications(false);
        change(database, 30);
    }

    @Test
    void whileCustomersAreAsTheyWereItIsPublished() {
        Job job = asked();
        jobs.run(job);

        assertThat(simulations.obstacle(simulations.simulation(job.id()))).isEmpty();
        published(job, ANN, "Simulated", null);

        assertThat(strategy.live().snapshot().publication().strategy())
                .isEqualTo(simulations.simulation(job.id()).after());
        assertThat(decidedAgain).hasValueGreaterThan(0);
    }

    @Test
    void afterAChangeItIsRefused() {
        Job job = asked();
        jobs.run(job);
        change(database, 31);

        assertRefused(job);
    }

    @Test
    void afterAChangeWhileItWasGoingOnItIsRefused() {
        Job job = asked();
        jobs.run(job, () -> change(database, 32 + changes.getAndIncrement()));

        assertRefused(job);
    }

    @Test
    void afterAnInterruptionItCountsThoseThereAreThen() {
        Job job = asked();
        jobs.runUntilStep(job, 2);
        change(database, 33);
        jobs.run(job);

        assertThat(simulations.obstacle(simulations.simulation(job.id()))).isEmpty();
    }

    @Test
    void aChangeThatWasRolledBackIsNone() {
        Job job = asked();
        jobs.run(job);
        assertThatThrownBy(() -> database.execute(handle -> {
                    revision.advance(handle);
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        assertThat(simulations.obstacle(simulations.simulation(job.id()))).isEmpty();
    }

    @Test
    void aSimulationFromBeforeChangesWereCountedIsRefused() {
        Job job = asked();
        jobs.run(job);
        database.execute(handle ->
                handle.execute("update simulation set customers_revision = null where simulation_id = ?", job.id()));

        assertRefused(job);
    }

    @Test
    void aChallengerThatLostIsPublishedOnlyWithAReasonOfItsOwnThatIsKept() {
        StrategyHash another = strategy.keep(now -> withModels(
                now,
                now.models().stream()
                        .map(model -> new ModelReference(model.label(), model.output(), "second", model.hash()))
                        .toList()));
        Job job = database.write(handle -> simulations.enqueue(handle, another, "Second versions", null, ANN));
        jobs.run(job);
        String lost = strategy.live().strategy(another).models().get(0).hash();
        lose(job, lost);

        assertThat(publications.challengers(simulations.simulation(job.id())).stream()
                        .filter(challenger -> !challenger.promotion().mayBePromoted())
                        .map(Challenger::hash))
                .containsExactly(lost);
        assertThatThrownBy(() -> published(job, ANN, "Newer", null))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("has not won against the champion", "Its log loss is worse.", "overrideReason");

        published(job, ANN, "Newer", "The champion's data source is gone");

        List<String> audited = database.read(handle -> handle.createQuery(
                        "select detail from audit_event where kind = 'CHALLENGER_OVERRIDDEN' and subject = :hash")
                .bind("hash", lost)
                .mapTo(String.class)
                .list());
        assertThat(audited).singleElement().asString().contains("LOST", "The champion's data source is gone");
    }

    @Test
    void whatBreaksAnExampleIsPublishedOnlyWithAReasonOfItsOwnThatIsKept() {
        List<Example> shipped = PublishedStrategy.examples();
        StrategyHash another = strategy.keep(now -> now.withExamples(List.of(elsewhere(shipped.get(0)))));
        Job job = database.write(handle -> simulations.enqueue(handle, another, "Another example", null, ANN));
        jobs.run(job);

        assertThat(publications.unmetExamples(simulations.simulation(job.id()))).hasSize(1);
        assertThatThrownBy(() -> published(job, ANN, "Newer", null))
                .isInstanceOf(EngineException.class)
                .hasMessageContainingAll(
                        "is not met", "The segment is Champions, expected Hibernating", "overrideReason");

        published(job, ANN, "Newer", "The example is from another model");

        List<String> audited = database.read(handle -> handle.createQuery(
                        "select detail from audit_event where kind = 'EXAMPLES_OVERRIDDEN' and subject = :hash")
                .bind("hash", another.value())
                .mapTo(String.class)
                .list());
        assertThat(audited).singleElement().asString().contains("from another model", "expected Hibernating");
    }

    @Test
    void whoeverLooksIsToldBeforehandWhatTheyMayDo() {
        database.execute(handle -> handle.execute("delete from publishing_limits"));
        Job job = asked();
        jobs.run(job);
        StoredSimulation simulation = simulations.simulation(job.id());
        ModelGate gate = publications.gate();

        assertThat(gate.mayPublish(simulation, ANN)).isEqualTo(new Allowance(true, null));
        assertThat(gate.mayPublish(simulation, EVE).why()).contains("An approver or administrator");
        assertThat(gate.mayApprove(simulation, EVE).allowed()).isFalse();
        assertThat(publications(true).gate().mayPublish(simulation, ANN).why()).contains("by another person");
        Caller key = Caller.ofKey("nightly", "ann", Set.of(Role.APPROVER));
        assertThat(gate.mayApprove(simulation, key).why()).contains("Only a person");
        assertThat(gate.mayApprove(simulation, ANN).why()).contains("second person");
        assertThat(gate.mayApprove(simulation, BEN)).isEqualTo(new Allowance(true, null));

        change(database, 40);
        assertThat(gate.mayPublish(simulation, ANN).why()).contains("Customers have changed");
    }

    @Test
    void modelsThatGoBeyondALimitArePublishedOnlyIfSomebodyElseAgrees() {
        database.execute(
                handle -> handle.createUpdate("insert into publishing_limits values (1, :limits, :at, 'eve', 'x')")
                        .bind("limits", "{\"segmentChanges\":0,\"contacts\":{}}")
                        .bind("at", clock.instant().minusSeconds(1).atOffset(ZoneOffset.UTC))
                        .execute());
        Job job = asked();
        jobs.run(job);
        StoredSimulation simulation = simulations.simulation(job.id());
        move(job);

        assertThatThrownBy(() -> published(job, ANN, "Mine", null)).hasMessageContaining("goes beyond a limit");
        assertThatThrownBy(() -> publications.approve(simulation, "", ANN)).hasMessageContaining("second person");
        ModelGate gate = publications.gate();
        StoredSimulation moved = simulations.simulation(job.id());
        assertThat(gate.mayPublish(moved, ANN).why()).contains("goes beyond a limit");
        publications.approve(simulation, "Fine", BEN);
        assertThat(gate.mayApprove(moved, BEN).why()).contains("already");
        assertThat(gate.mayPublish(moved, BEN).why()).contains("approval of another person");
        assertThat(gate.mayPublish(moved, ANN).allowed()).isTrue();
        assertThatThrownBy(() -> publications.approve(simulation, "", BEN)).hasMessageContaining("already");
        assertThatThrownBy(() -> published(job, BEN, "Mine", null)).hasMessageContaining("another person");

        published(job, ANN, "Agreed", null);

        assertThat(strategy.live().snapshot().publication().strategy()).isEqualTo(simulation.after());
    }

    @Test
    void whoAskedForTheSimulationDoesNotPublishWhereFourEyesAreWanted() {
        Job job = asked();
        jobs.run(job);
        StoredSimulation simulation = simulations.simulation(job.id());
        Caller key = Caller.ofKey("nightly", "ann", Set.of());

        for (Caller same : List.of(ANN, key)) {
            assertThatThrownBy(() -> publications(true).publish(simulation, same, "Mine", null, (handle, made) -> {}))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("by another person");
        }
        publications(true).publish(simulation, BEN, "Agreed", null, (handle, made) -> {});

        assertThat(strategy.live().snapshot().publication().publishedBy()).isEqualTo("ben");
    }

    @Test
    void oldSimulationsAreRemovedUnlessSomethingRefersToThem() {
        Job published = asked();
        jobs.run(published);
        published(published, ANN, "Stays", null);
        Job approved = asked();
        jobs.run(approved);
        publications.approve(simulations.simulation(approved.id()), "Stays too", BEN);
        Job old = asked();
        jobs.run(old);
        database.execute(handle -> handle.createUpdate("insert into simulation_change values"
                        + " (:id, '1', 'a', 'b', 'c', 'd', 1, 1), (:id, '2', 'a', 'b', 'c', 'd', 1, 1)")
                .bind("id", old.id())
                .execute());

        new SimulationRetention(database, new Audit(clock), clock, Duration.ofDays(1)).removeOld();
        assertThat(simulations.find(old.id())).isPresent();
        Clock later = Clock.offset(clock, Duration.ofDays(2));
        new SimulationRetention(database, new Audit(later), later, Duration.ofDays(1)).removeOld();

        assertThat(simulations.find(old.id())).isEmpty();
        assertThat(simulations.find(approved.id()).flatMap(StoredSimulation::finished))
                .isPresent();
        assertThat(simulations.find(published.id()).flatMap(StoredSimulation::finished))
                .isPresent();
    }

    private ModelPublications publications(boolean fourEyes) {
        return new ModelPublications(
                database,
                simulations,
                strategy.live(),
                new ModelAdmission(strategy.live(), Contests.of(database, at -> Map.of(), clock), new Audit(clock)),
                limits,
                fourEyes,
                new Audit(clock),
                clock);
    }

    /** One customer goes elsewhere in what the simulation counted. */
    private void move(Job job) {
        database.execute(
                handle -> handle.createUpdate("update simulation set counts = :counts where simulation_id = :id")
                        .bind("id", job.id())
                        .bind(
                                "counts",
                                "{\"customers\":1,\"changed\":1,\"valueBefore\":1,\"valueAfter\":1,\"segments\":{\"cells\":["
                                        + "{\"from\":\"loyal\",\"to\":\"new\",\"customers\":1,\"valueBefore\":1,\"valueAfter\":1}]},"
                                        + "\"actions\":{\"cells\":[]}}")
                        .execute());
    }

    private void published(Job job, Caller by, String reason, @Nullable String overrideReason) {
        publications.publish(simulations.simulation(job.id()), by, reason, overrideReason, (handle, publication) -> {});
    }

    private static Example elsewhere(Example example) {
        Example.Expected other = new Example.Expected("hibernating", List.of(), List.of());
        return new Example(example.id(), example.why(), example.asOf(), example.customer(), other);
    }

    private void lose(Job job, String hash) {
        String contest = "{\"loss\":\"log_loss\",\"customers\":500,\"champion\":0.4,\"challenger\":0.5,\"low\":0.05,"
                + "\"high\":0.15,\"tolerance\":0,\"bias\":0,\"calibrationError\":null,\"outcome\":\"LOST\","
                + "\"reasons\":[\"Its log loss is worse.\"]}";
        database.execute(handle -> handle.createUpdate("insert into model_contest"
                        + " (job_id, score, challenger_hash, champion_hash, held_at, outcome, contest)"
                        + " values (:job, 'clv', :hash, :hash, current_timestamp, 'LOST', :contest)")
                .bind("job", job.id())
                .bind("hash", hash)
                .bind("contest", contest)
                .execute());
    }

    private static Strategy withModels(Strategy strategy, List<ModelReference> models) {
        return new Strategy(
                strategy.features(),
                strategy.reference(),
                models,
                strategy.segments(),
                strategy.actions(),
                strategy.engagement(),
                strategy.guardrails(),
                strategy.holdout());
    }

    private void assertRefused(Job job) {
        assertThat(simulations.obstacle(simulations.simulation(job.id())))
                .hasValue("Customers have changed since the simulation.");
        assertThatThrownBy(() -> published(job, ANN, "Too late", null))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("Customers have changed since the simulation.");
    }

    private Job asked() {
        StrategyHash another = strategy.keep(SimulationGateStoreTest::changed);
        return database.write(handle -> simulations.enqueue(handle, another, "Another holdout", null, ANN));
    }

    private static Strategy changed(Strategy strategy) {
        return new Strategy(
                strategy.features(),
                strategy.reference(),
                strategy.models(),
                strategy.segments(),
                strategy.actions(),
                strategy.engagement(),
                strategy.guardrails(),
                new Holdout("s" + System.nanoTime(), 0.1));
    }

    private void change(Database database, double age) {
        database.execute(handle -> {
            updates.save(
                    handle,
                    List.of(new CustomerUpdate(new CustomerId("1"), Map.of("age", age), Set.of("age"))),
                    clock.instant());
            revision.advance(handle);
        });
    }
}
