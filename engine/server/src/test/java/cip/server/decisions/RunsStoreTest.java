package cip.server.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import cip.core.customer.CustomerId;
import cip.core.decide.CustomerBase;
import cip.core.decide.DecisionContext;
import cip.core.decide.Holdout;
import cip.core.decide.Segment;
import cip.core.decide.SegmentRules;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyHash;
import cip.core.decide.StrategySplit;
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
import cip.server.strategies.PublishedStrategy;
import com.codahale.metrics.MetricRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is decided at the same time, what is served is one finished run, whole. */
@OnEveryDatabase
class RunsStoreTest {
    private static final int CUSTOMERS = 2_500;
    private static final Caller ANN = new Caller("ann", "Ann", Set.of(Role.ADMIN));
    private static final CustomerId ONE = new CustomerId("c0007");

    private final Database database;
    private final Clock clock = Clock.tickMillis(ZoneOffset.UTC);
    private final DecisionStore store = new DecisionStore();
    private final PublishedStrategy strategy;
    private final CustomerStore customers;
    private final List<String> heard = new ArrayList<>();
    private LiveBase base;
    private Decisions decisions;
    private DecisionRun kind;
    private JobsByHand jobs;

    RunsStoreTest(Database database) throws IOException {
        this.database = database;
        this.strategy = new PublishedStrategy(database, clock);
        this.customers = new CustomerStore(database, PublishedStrategy.schema(), new TransactionStore());
        database.execute(handle ->
                new CustomerUpdateStore(PublishedStrategy.schema()).save(handle, customers(), clock.instant()));
    }

    @BeforeEach
    void startAgain() {
        base = new LiveBase(database, customers, strategy.live());
        PersonalData personal = new PersonalData(PublishedStrategy.schema(), Set.of(Role.ADMIN));
        LookUps lookUps = new LookUps(database, new Audit(clock), personal);
        LiveProof proof = new LiveProof(strategy.live(), new MetricRegistry(), Runnable::run);
        decisions = new Decisions(
                database, customers, strategy.live(), proof, PublishedStrategy.schema(), personal, lookUps, clock);
        kind = new DecisionRun(
                database,
                customers,
                strategy.live(),
                base,
                new DecisionLog(PublishedStrategy.schema(), clock),
                (run, decided, at) -> heard.add(run),
                clock);
        jobs = new JobsByHand(database, clock, kind);
    }

    @Test
    void whileARunGoesOnTheOneBeforeIsServedWholeAndAfterwardsTheNewOne() {
        StrategyHash before = ran();
        List<String> segments = segments(served());
        StrategyHash after = strategy.publish(RunsStoreTest::oneSegment);
        Job job = jobs.asked("{}");

        jobs.runUntilStep(job, 3);

        CustomerBase restarted = served();
        assertThat(restarted.split().champion()).isEqualTo(before).isNotEqualTo(after);
        assertThat(segments(restarted)).isEqualTo(segments).hasSize(CUSTOMERS);

        jobs.run(job);

        CustomerBase finished = served();
        assertThat(finished.split().champion()).isEqualTo(after);
        assertThat(segments(finished))
                .isEqualTo(segments(after, finished.asOf()))
                .isNotEqualTo(segments);
        long twice = database.read(store::decidedTwice);
        assertThat(twice).isZero();
        assertThat(heard).endsWith(job.id());
    }

    @Test
    void aDecisionAskedForAloneIsShownOnTheDeskAndLeavesTheServedBaseAlone() {
        StrategyHash run = ran();
        String bySomeRun = latestId();
        List<String> segments = segments(served());
        strategy.publish(RunsStoreTest::oneSegment);

        String alone = decided(ONE, clock.instant());

        assertThat(latestId()).isEqualTo(alone).isNotEqualTo(bySomeRun);
        assertThat(served().split().champion()).isEqualTo(run);
        assertThat(segments(served())).isEqualTo(segments);
    }

    @Test
    void aDecisionAsOfAnEarlierOrALaterInstantIsLoggedButIsNotTheLatest() {
        ran();
        String now = decided(ONE, clock.instant());

        String earlier = decided(ONE, clock.instant().minus(Duration.ofDays(30)));
        String later = decided(ONE, clock.instant().plus(Duration.ofDays(30)));

        assertThat(latestId()).isEqualTo(now);
        assertThat(decisions.decision(earlier, ANN).path("decisionId").asText()).isEqualTo(earlier);
        assertThat(decisions.decision(later, ANN).path("decisionId").asText()).isEqualTo(later);
    }

    @Test
    void whatARunDecidedThatWasCancelledCountsNowhere() {
        StrategyHash run = ran();
        String latest = latestId();
        Job job = jobs.asked("{}");
        jobs.runUntilStep(job, 3);
        assertThat(hasStates(job)).isTrue();

        kind.cleanUp(job);

        assertThat(hasStates(job)).isFalse();
        assertThat(latestId()).isEqualTo(latest);
        assertThat(served().split().champion()).isEqualTo(run);
        assertThat(served().size()).isEqualTo(CUSTOMERS);
    }

    @Test
    void cancellingAfterTheEndTakesNothingBack() {
        Job job = jobs.asked("{}");
        jobs.run(job);

        kind.cleanUp(job);

        assertThat(served().size()).isEqualTo(CUSTOMERS);
    }

    @Test
    void aRunForgetsThoseThatNobodyReadsAnyMore() {
        Job first = jobs.asked("{}");
        jobs.run(first);
        Job second = jobs.asked("{}");
        jobs.run(second);
        Job third = jobs.asked("{}");
        jobs.run(third);

        assertThat(hasStates(first)).isFalse();
        assertThat(hasStates(second)).isTrue();
        assertThat(hasStates(third)).isTrue();
    }

    @Test
    void aRunAsOfAnEarlierInstantNeverReplacesALaterOne() {
        ran();
        Instant served = served().asOf();
        StrategyHash hash = served().split().champion();
        database.execute(handle -> store.finishRun(
                handle,
                new FinishedRun(
                        "late-arrival", StrategySplit.of(hash), served.minusSeconds(60), clock.instant(), null)));

        assertThat(served().asOf()).isEqualTo(served);
        assertThat(served().size()).isEqualTo(CUSTOMERS);
    }

    @Test
    void aRunAndDecisionsAskedForAloneDoNotGetInEachOthersWay() throws Exception {
        ExecutorService desks = Executors.newFixedThreadPool(2);
        List<Future<?>> asked = new ArrayList<>();
        Job job = jobs.asked("{}");
        for (int desk = 0; desk < 2; desk++) {
            asked.add(desks.submit(() -> {
                for (int i = 0; i < 150; i++) {
                    decided(new CustomerId(String.format("c%04d", i * 16)), clock.instant());
                }
            }));
        }

        jobs.run(job);

        for (Future<?> each : asked) {
            each.get(2, TimeUnit.MINUTES);
        }
        desks.shutdown();
        assertThat(served().size()).isEqualTo(CUSTOMERS);
        assertThat(heard).endsWith(job.id());
    }

    private StrategyHash ran() {
        jobs.run(jobs.asked("{}"));
        return served().split().champion();
    }

    /** As after a restart. */
    private CustomerBase served() {
        LiveBase restarted = new LiveBase(database, customers, strategy.live());
        assertThat(restarted.reload()).isPresent();
        return restarted.required();
    }

    private boolean hasStates(Job run) {
        return database.read(handle -> store.hasStates(handle, run.id()));
    }

    private String latestId() {
        return decisions.latest(ONE, ANN).orElseThrow().path("decisionId").asText();
    }

    private String decided(CustomerId customer, Instant asOf) {
        Decisions.Fresh fresh = decisions.decide(new DecisionRequest(customer.value(), null, asOf, false, true), ANN);
        return database.write(handle -> decisions.store(handle, fresh, ANN))
                .path("decisionId")
                .asText();
    }

    private static List<String> segments(CustomerBase base) {
        List<String> segments = new ArrayList<>();
        for (int row = 0; row < base.size(); row++) {
            segments.add(base.segment(row));
        }
        return segments;
    }

    /** What the strategy says of each customer as of an instant. */
    private List<String> segments(StrategyHash hash, Instant asOf) {
        return strategy
                .live()
                .decider(hash)
                .decide(customers.page(Optional.empty(), CUSTOMERS, asOf), new DecisionContext(asOf))
                .stream()
                .map(decision -> decision.segment().id())
                .toList();
    }

    /** The condition of the first segment, which nobody here meets, for all of them; so everybody is in the one after before. */
    private static Strategy oneSegment(Strategy strategy) {
        SegmentRules segments = strategy.segments();
        Segment first = segments.segments().get(0);
        List<String> ids = segments.ids();
        String next = ids.get((ids.indexOf(segments.otherwise()) + 1) % ids.size());
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
                                        segment.description(),
                                        first.when()))
                                .toList(),
                        next),
                strategy.actions(),
                strategy.engagement(),
                strategy.guardrails(),
                new Holdout("s" + System.nanoTime(), 0));
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
            customers.add(
                    new CustomerUpdate(new CustomerId(String.format("c%04d", i)), values, Set.copyOf(values.keySet())));
        }
        return customers;
    }
}
