package cip.server.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.customer.CustomerId;
import cip.core.decide.Arm;
import cip.core.decide.CustomerBase;
import cip.core.decide.Decision;
import cip.core.decide.DecisionContext;
import cip.core.decide.Holdout;
import cip.core.decide.Segment;
import cip.core.decide.SegmentRules;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyHash;
import cip.core.decide.StrategySplit;
import cip.core.error.EngineException;
import cip.server.audit.Audit;
import cip.server.customers.CustomerStore;
import cip.server.customers.CustomerUpdate;
import cip.server.customers.CustomerUpdateStore;
import cip.server.customers.LookUps;
import cip.server.customers.PersonalData;
import cip.server.customers.TransactionStore;
import cip.server.http.Caller;
import cip.server.http.Role;
import cip.server.jobs.Job;
import cip.server.jobs.JobsByHand;
import cip.server.store.Database;
import cip.server.store.OnEveryDatabase;
import cip.server.strategies.LiveProof;
import cip.server.strategies.Publication;
import cip.server.strategies.PublishedStrategy;
import com.codahale.metrics.MetricRegistry;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two strategies are live at once: every customer is decided by one of them, and the same one everywhere. */
@OnEveryDatabase
class SplitRunsStoreTest {
    private static final int CUSTOMERS = 2_500;
    private static final Caller ANN = new Caller("ann", "Ann", Set.of(Role.ADMIN));

    private final Database database;
    private final Clock clock = Clock.tickMillis(ZoneOffset.UTC);
    private final PublishedStrategy strategy;
    private final CustomerStore customers;
    private LiveBase base;
    private Decisions decisions;
    private JobsByHand jobs;

    SplitRunsStoreTest(Database database) throws IOException {
        this.database = database;
        this.strategy = new PublishedStrategy(database, clock);
        this.customers = new CustomerStore(database, PublishedStrategy.schema(), new TransactionStore());
        database.execute(handle ->
                new CustomerUpdateStore(PublishedStrategy.schema()).save(handle, customers(), clock.instant()));
    }

    @BeforeEach
    void everybodyByOneStrategy() {
        Publication now = strategy.live().snapshot().publication();
        if (now.challenger() != null) {
            strategy.challengers().end(Arm.CHAMPION, now.version(), "ann", "For the next test");
        }
        base = new LiveBase(database, customers, strategy.live());
        PersonalData personal = new PersonalData(PublishedStrategy.schema(), Set.of(Role.ADMIN));
        decisions = new Decisions(
                database,
                customers,
                strategy.live(),
                new LiveProof(strategy.live(), new MetricRegistry(), Runnable::run),
                PublishedStrategy.schema(),
                personal,
                new LookUps(database, new Audit(clock), personal),
                clock);
        jobs = new JobsByHand(
                database,
                clock,
                new DecisionRun(
                        database,
                        customers,
                        strategy.live(),
                        base,
                        new DecisionLog(PublishedStrategy.schema(), clock),
                        (run, decided, at) -> {},
                        clock));
    }

    @Test
    void aRunKeepsToTheSplitItBeganWithOverACrashAndAChangeOfTheShare() {
        Publication started = challenged(0.2);
        Job job = jobs.asked("{}");
        jobs.runUntilStep(job, 3);
        strategy.challengers().changeShare(0.5, started.version(), "ann", "More");

        jobs.run(job);

        assertThat(served().split()).isEqualTo(started.split());
        assertBaseIsDecidedBy(started.split());
        jobs.run(jobs.asked("{}"));
        assertBaseIsDecidedBy(strategy.live().snapshot().publication().split());
        assertThat(served().split().challenged().orElseThrow().share()).isEqualTo(0.5);
    }

    @Test
    void singleDecisionsRunsAndTheLogAgreeWhoDecidesForACustomer() {
        Publication started = challenged(0.3);
        jobs.run(jobs.asked("{}"));
        CustomerBase served = served();

        for (int row = 0; row < 300; row++) {
            CustomerId id = served.id(row);
            Decisions.Fresh alone = decisions.decide(new DecisionRequest(id.value(), null, null, false, true), ANN);
            StrategyHash mine = started.split().strategyOf(id);
            assertThat(alone.decision().strategy()).isEqualTo(mine).isEqualTo(served.strategyOf(row));
            assertThat(alone.decision().segment().id()).isEqualTo(served.segment(row));
            ObjectNode shown = decisions.latest(id, ANN).orElseThrow();
            assertThat(shown.path("arm").asText())
                    .isEqualTo(started.split().armOf(id).orElseThrow().name());
            assertThat(shown.path("strategyHash").asText()).isEqualTo(mine.value());
            ObjectNode replayed = decisions.replay(shown.path("decisionId").asText(), ANN);
            assertThat(replayed.path("identical").asBoolean()).isTrue();
        }
        assertThat(served.decidedBy(started.strategy()).cardinality()).isBetween(1_600, 1_900);
    }

    @Test
    void thoseOfASmallerShareStayWhenItGrowsAndEndingKeepsOneForEverybody() {
        Publication small = challenged(0.1);
        Publication large = strategy.challengers().changeShare(0.4, small.version(), "ann", "Looks good");

        for (int i = 0; i < CUSTOMERS; i++) {
            CustomerId id = id(i);
            assertThat(small.split().armOf(id).equals(Optional.of(Arm.CHALLENGER))
                            && large.split().armOf(id).equals(Optional.of(Arm.CHAMPION)))
                    .isFalse();
        }
        assertThat(large.reason()).isEqualTo("Share 10 % → 40 %: Looks good");
        Publication kept = strategy.challengers().end(Arm.CHALLENGER, large.version(), "ann", "It won");
        assertThat(kept.strategy())
                .isEqualTo(small.split().challenged().orElseThrow().strategy());
        assertThat(kept.challenger()).isNull();
        assertThat(kept.reason()).isEqualTo("Challenger kept: It won");
        assertThat(decisions
                        .decide(new DecisionRequest(id(1).value(), null, null, false, false), ANN)
                        .arm())
                .isNull();
        assertThat(strategy.live()
                        .challengedSince(
                                small.split().challenged().orElseThrow().salt()))
                .map(Publication::version)
                .contains(small.version());
    }

    @Test
    void whileAChallengerIsTriedNothingElseIsPublishedButGoingBackEndsIt() {
        StrategyHash first = strategy.live().snapshot().publication().strategy();
        strategy.publish(now -> changed(now, 70));
        Publication started = challenged(0.25);
        StrategyHash other = strategy.keep(now -> changed(now, 71));

        assertThatThrownBy(() -> strategy.publisher().publish(other, started.version(), "ann", "Now"))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("is tried as the challenger on 25 % of the customers")
                .hasMessageContaining("Maybe keep the champion or the challenger");
        assertThatThrownBy(() -> strategy.challengers()
                        .start(other, 0.1, started.version(), "ann", "Two", (handle, publication) -> {}))
                .hasMessageContaining("is tried as the challenger");
        assertThatThrownBy(() -> strategy.publisher().goBack(started.strategy(), started.version(), ANN, "No"))
                .hasMessageContaining("is the champion already");
        assertThatThrownBy(() -> strategy.publisher()
                        .goBack(started.split().challenged().orElseThrow().strategy(), started.version(), ANN, "No"))
                .hasMessageContaining("was ever published for everybody");

        Publication back = strategy.publisher().goBack(first, started.version(), ANN, "Too many calls");
        assertThat(back.split()).isEqualTo(StrategySplit.of(first));
        assertThatThrownBy(() -> strategy.challengers().end(Arm.CHAMPION, back.version(), "ann", "Again"))
                .hasMessageContaining("No challenger is tried");
        assertThatThrownBy(() -> strategy.challengers().changeShare(0.2, started.version(), "ann", "Late"))
                .hasMessageContaining("expected version " + started.version());
    }

    @Test
    void aShareThatIsNoneIsRefusedAndSoIsTheLiveStrategyAsItsOwnChallenger() {
        Publication now = strategy.live().snapshot().publication();
        StrategyHash other = strategy.keep(live -> changed(live, 66));

        for (double share : new double[] {0, 0.0004, 0.1005, 0.501, 1, Double.NaN}) {
            assertThatThrownBy(() -> strategy.challengers()
                            .start(other, share, now.version(), "ann", "Try", (handle, publication) -> {}))
                    .hasMessageContaining("expected 0.001 to 0.5");
        }
        assertThatThrownBy(() -> strategy.challengers()
                        .start(now.strategy(), 0.1, now.version(), "ann", "Try", (handle, publication) -> {}))
                .hasMessageContaining("nothing to compare");
    }

    /** The base in memory is, row by row, what the strategy of each customer decides for them. */
    private void assertBaseIsDecidedBy(StrategySplit split) {
        CustomerBase served = served();
        DecisionContext context = new DecisionContext(served.asOf());
        List<Decision> decided = strategy.live()
                .deciders(split)
                .decide(customers.page(Optional.empty(), CUSTOMERS, served.asOf()), context);
        assertThat(served.size()).isEqualTo(CUSTOMERS);
        for (int row = 0; row < CUSTOMERS; row++) {
            Decision decision = decided.get(row);
            assertThat(served.strategyOf(row)).isEqualTo(decision.strategy());
            assertThat(served.segment(row)).isEqualTo(decision.segment().id());
            assertThat(served.topAction(row))
                    .isEqualTo(decision.recommended().get(0).action().id());
        }
    }

    /** As after a restart. */
    private CustomerBase served() {
        LiveBase restarted = new LiveBase(database, customers, strategy.live());
        assertThat(restarted.reload()).isPresent();
        return restarted.required();
    }

    private Publication challenged(double share) {
        Publication now = strategy.live().snapshot().publication();
        StrategyHash challenger = strategy.keep(live -> changed(live, now.version()));
        return strategy.challengers()
                .start(challenger, share, now.version(), "ann", "Try it", (handle, publication) -> {});
    }

    /** Everybody the first segment asks for is in it, and so is everybody else; nobody is held out. */
    private static Strategy changed(Strategy strategy, int salt) {
        SegmentRules segments = strategy.segments();
        String last = segments.ids().get(segments.ids().size() - 1);
        Segment first = segments.segments().get(0);
        return new Strategy(
                strategy.features(),
                strategy.reference(),
                strategy.models(),
                new SegmentRules(
                        segments.segments().stream()
                                .map(segment -> new Segment(
                                        segment.id(),
                                        segment.label(),
                                        segment.color(),
                                        "Changed " + salt,
                                        first.when()))
                                .toList(),
                        segments.otherwise().equals(last) ? first.id() : last),
                strategy.actions(),
                strategy.engagement(),
                strategy.guardrails(),
                new Holdout("split " + salt, 0));
    }

    private static CustomerId id(int number) {
        return new CustomerId(String.format("c%04d", number));
    }

    private static List<CustomerUpdate> customers() {
        List<CustomerUpdate> customers = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            Map<String, Object> values = Map.of(
                    "age", 18.0 + i % 70,
                    "annual_income", 900.0 * (i % 97),
                    "purchase_amount", 11.0 * (i % 53),
                    "loyalty_score", i % 10 * 1.0,
                    "region", List.of("North", "South").get(i % 2),
                    "purchase_frequency", i % 30 * 1.0,
                    "consent_email", i % 3 > 0);
            customers.add(new CustomerUpdate(id(i), values, Set.copyOf(values.keySet())));
        }
        return customers;
    }
}
