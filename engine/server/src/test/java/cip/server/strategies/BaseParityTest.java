package cip.server.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.customer.PurchaseSummary;
import cip.core.decide.CustomerBase;
import cip.core.decide.CustomerBaseBuilder;
import cip.core.decide.Decider;
import cip.core.decide.DecisionContext;
import cip.core.decide.Holdout;
import cip.core.decide.StrategyCompiler;
import cip.core.rule.ColumnEngine;
import cip.core.rule.Condition;
import cip.core.rule.ConditionColumns;
import cip.core.rule.Guardrails;
import cip.server.app.Logged;
import cip.server.audit.Audit;
import cip.server.models.ModelFolder;
import cip.server.models.ModelRegistry;
import cip.server.store.Database;
import cip.server.store.TestDatabases;
import cip.spi.FeatureColumn;
import cip.spi.FeatureMatrix;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The shipped strategy, with columns that agree with Drools and with columns that were broken for the test. */
class BaseParityTest {
    private static final Path ROOT = Path.of(System.getProperty("cip.root"));

    @Test
    void whileColumnsAgreeTheyDecideTheBaseAndTheScreenSaysSo() throws IOException {
        try (Database database = TestDatabases.h2();
                Logged logged = new Logged()) {
            StrategyView view = view(published(database, ConditionColumns::matching));

            assertThat(view.base()).isEqualTo(new StrategyView.BaseView(StrategyView.Engine.COLUMNS, 10_000, null));
            assertThat(logged.warnings()).isEmpty();
        }
    }

    @Test
    void afterADifferenceDroolsCountsTheBaseAndScreenAndLogSaySo() throws IOException {
        try (Database right = TestDatabases.h2();
                Database wrong = TestDatabases.h2();
                Logged logged = new Logged()) {
            StrategyView byColumns = view(published(right, ConditionColumns::matching));
            StrategyView byDrools = view(published(wrong, BaseParityTest::everybody));

            assertThat(byDrools.base().decidedBy()).isEqualTo(StrategyView.Engine.DROOLS);
            assertThat(byDrools.base().difference()).contains("does not hold for Drools, but by columns it does");
            assertThat(byDrools.actions()).isEqualTo(byColumns.actions()).isNotEmpty();
            assertThat(logged.warnings())
                    .singleElement()
                    .asString()
                    .contains("so Drools decides everything", byDrools.shortHash());
        }
    }

    /** Columns that hold for every customer, whatever is asked. */
    private static List<BitSet> everybody(List<Condition> conditions, FeatureMatrix terms, Guardrails guardrails) {
        return conditions.stream()
                .map(condition -> {
                    BitSet all = new BitSet();
                    all.set(0, terms.rows());
                    return all;
                })
                .toList();
    }

    private static LiveStrategy published(Database database, ColumnEngine columns) throws IOException {
        Clock clock = Clock.systemUTC();
        Audit audit = new Audit(clock);
        ModelRegistry models = new ModelRegistry(database, audit, clock);
        LiveStrategy live = new LiveStrategy(
                database, models, artefacts -> new StrategyCompiler(PublishedStrategy.schema(), artefacts, columns));
        StrategyFolder folder = new StrategyFolder(ROOT.resolve("rules"), new ModelFolder(ROOT.resolve("pmml")));
        new FolderPublisher(database, folder, models, live, new Publisher(database, live, audit, clock), clock)
                .publishChanges();
        return live;
    }

    private static StrategyView view(LiveStrategy live) {
        Optional<CustomerBase> base = Optional.of(base(live.snapshot().decider()));
        return new StrategiesResource(live, () -> base, PublishedStrategy.schema(), "clv").live();
    }

    /** Two thousand customers with attributes of every size and made-up scores. */
    private static CustomerBase base(Decider decider) {
        List<CustomerRecord> customers = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            Map<String, Object> attributes = Map.of(
                    "age",
                    18.0 + i % 70,
                    "annual_income",
                    900.0 * (i % 97),
                    "purchase_amount",
                    11.0 * (i % 53),
                    "loyalty_score",
                    i % 10 * 1.0,
                    "region",
                    List.of("North", "South").get(i % 2),
                    "purchase_frequency",
                    i % 30 * 1.0,
                    "consent_email",
                    i % 3 > 0);
            customers.add(
                    new CustomerRecord(new CustomerId(String.format("c%05d", i)), attributes, PurchaseSummary.none()));
        }
        Instant asOf = Instant.parse("2026-06-30T00:00:00Z");
        FeatureMatrix facts = decider.features(customers, new DecisionContext(asOf));
        List<FeatureColumn> columns = new ArrayList<>(facts.columns());
        for (String score : List.of("clv", "churn_risk", "cluster")) {
            double[] values = new double[customers.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = score.equals("churn_risk") ? i % 101 / 100.0 : i * 3 % 2_000;
            }
            columns.add(new FeatureColumn.NumberColumn(score, values));
        }
        String[] segments = new String[customers.size()];
        List<String> ids = decider.strategy().segments().ids();
        for (int i = 0; i < segments.length; i++) {
            segments[i] = ids.get(i % ids.size());
        }
        columns.add(new FeatureColumn.TextColumn("segment", segments));
        CustomerBaseBuilder builder = CustomerBase.builder(decider.hash(), asOf);
        builder.add(
                customers.stream().map(CustomerRecord::id).toList(),
                new FeatureMatrix(customers.size(), columns),
                customers.stream()
                        .map(customer -> new CustomerBase.TopAction("none", 0))
                        .toList(),
                new Holdout("test", 0));
        return builder.build();
    }
}
