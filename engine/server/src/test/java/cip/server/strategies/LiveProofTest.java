package cip.server.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.customer.PurchaseSummary;
import cip.core.decide.Decider;
import cip.core.decide.DecisionContext;
import cip.core.decide.StrategyCompiler;
import cip.core.rule.ColumnEngine;
import cip.core.rule.ConditionColumns;
import cip.server.app.Logged;
import cip.server.audit.Audit;
import cip.server.models.ModelFolder;
import cip.server.models.ModelRegistry;
import cip.server.store.Database;
import cip.server.store.TestDatabases;
import com.codahale.metrics.MetricRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shipped strategy, compiled with columns that can be made to lie afterwards. */
class LiveProofTest {
    private static final Path ROOT = Path.of(System.getProperty("cip.root"));
    private static final DecisionContext CONTEXT = new DecisionContext(Instant.parse("2026-06-30T00:00:00Z"));
    private static final CustomerRecord CUSTOMER =
            new CustomerRecord(new CustomerId("c-17"), Map.of("age", 41.0), PurchaseSummary.none());

    private final AtomicBoolean lying = new AtomicBoolean();
    private final MetricRegistry metrics = new MetricRegistry();
    private final Database database = TestDatabases.h2();
    private LiveStrategy live;
    private LiveProof proof;

    @BeforeEach
    void publishTheShippedStrategy() throws Exception {
        Clock clock = Clock.systemUTC();
        Audit audit = new Audit(clock);
        ModelRegistry models = new ModelRegistry(database, audit, clock);
        ColumnEngine columns = (conditions, terms, guardrails) -> {
            List<BitSet> right = ConditionColumns.matching(conditions, terms, guardrails);
            if (!lying.get()) {
                return right;
            }
            List<BitSet> wrong = new ArrayList<>();
            for (BitSet rows : right) {
                BitSet others = (BitSet) rows.clone();
                others.flip(0, terms.rows());
                wrong.add(others);
            }
            return wrong;
        };
        live = new LiveStrategy(
                database, models, artefacts -> new StrategyCompiler(PublishedStrategy.schema(), artefacts, columns));
        StrategyFolder folder = new StrategyFolder(ROOT.resolve("rules"), new ModelFolder(ROOT.resolve("pmml")));
        new FolderPublisher(database, folder, models, live, new Publisher(database, live, audit, clock), clock)
                .publishChanges();
        proof = new LiveProof(live, metrics, Runnable::run);
    }

    @AfterEach
    void closeTheDatabase() {
        database.close();
    }

    @Test
    void oneOfManyDecisionsIsComparedAndWhileAllAgreeNothingChanges() {
        Decider before = decider();
        decide(2 * LiveProof.ONE_IN);

        assertThat(compared()).isEqualTo(2);
        assertThat(differing()).isZero();
        assertThat(decider()).isSameAs(before);
    }

    @Test
    void afterADifferenceDroolsDecidesEverythingAndTheLogNamesRuleAndCustomer() {
        List<?> before = decider().decide(List.of(CUSTOMER), CONTEXT);
        lying.set(true);
        try (Logged logged = new Logged()) {
            decide(2 * LiveProof.ONE_IN);

            assertThat(compared()).isEqualTo(1);
            assertThat(differing()).isEqualTo(1);
            assertThat(decider().baseConditions().difference().orElseThrow().toString())
                    .contains("for Drools, but by columns it does", "customer c-17")
                    .doesNotContain("41");
            assertThat(logged.warnings())
                    .singleElement()
                    .asString()
                    .contains("so Drools decides everything", "customer c-17");
        }
        List<CustomerRecord> two = List.of(CUSTOMER, CUSTOMER);
        assertThat(decider().decide(two, CONTEXT).subList(0, 1)).isEqualTo(before);
    }

    @Test
    void aComparisonThatCannotBeMadeFailsNoDecision() {
        proof = new LiveProof(live, metrics, comparison -> {
            throw new RejectedExecutionException("The product is stopping.");
        });
        decide(1);

        assertThat(compared()).isZero();
    }

    private void decide(int times) {
        for (int i = 0; i < times; i++) {
            proof.decided(decider(), CUSTOMER, CONTEXT);
        }
    }

    private Decider decider() {
        return live.snapshot().decider();
    }

    private long compared() {
        return metrics.counter("decisions.compared").getCount();
    }

    private long differing() {
        return metrics.counter("decisions.differing").getCount();
    }
}
