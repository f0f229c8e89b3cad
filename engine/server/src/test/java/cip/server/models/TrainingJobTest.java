package cip.server.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.customer.CustomerSchema;
import cip.core.feature.FeatureReference;
import cip.core.feature.FeatureSet;
import cip.core.feature.FittedFeatures;
import cip.core.rule.Vocabulary;
import cip.server.audit.Audit;
import cip.server.customers.CustomerStore;
import cip.server.customers.CustomerTransaction;
import cip.server.customers.CustomerUpdate;
import cip.server.customers.CustomerUpdateStore;
import cip.server.customers.TransactionStore;
import cip.server.jobs.Job;
import cip.server.jobs.JobRunner;
import cip.server.samples.SampleCustomer;
import cip.server.samples.SampleRetailer;
import cip.server.store.Database;
import cip.server.store.TestDatabases;
import cip.server.strategies.PublishedStrategy;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureInput;
import cip.spi.ScoreOutput;
import cip.spi.Settings;
import cip.spi.TrainedModel;
import cip.spi.Trainer;
import cip.spi.TrainingData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Training on customers in the database, with a trainer that predicts the mean: what it is shown is what matters here. */
class TrainingJobTest {
    private static final Path ROOT = Path.of(System.getProperty("cip.root"));
    private static final ModelRecipe RECIPE = new ModelRecipe(
            new ScoreOutput("clv", ScoreOutput.Kind.AMOUNT, "EUR"),
            "Lifetime value",
            "",
            "mean",
            ModelRecipe.Target.SPEND,
            List.of("monetary_365"),
            Settings.none());

    private static final ModelRecipe RIVAL = new ModelRecipe(
            RECIPE.output(), "Lifetime value", "", "half", RECIPE.target(), RECIPE.features(), Settings.none());

    private static final ModelRecipe BROKEN = new ModelRecipe(
            RECIPE.output(), "Lifetime value", "", "broken", RECIPE.target(), RECIPE.features(), Settings.none());

    private static final ModelRecipe FAULTY = new ModelRecipe(
            RECIPE.output(), "Lifetime value", "", "faulty", RECIPE.target(), RECIPE.features(), Settings.none());

    private final Database database = TestDatabases.h2();
    private final Clock clock = Clock.systemUTC();
    private final JobRunner jobs = new JobRunner(database, clock);
    private final ModelRegistry registry = new ModelRegistry(database, new Audit(clock), clock);
    private final TransactionStore transactions = new TransactionStore();
    private final List<ShippedModel> heard = new ArrayList<>();
    private List<ModelRecipe> recipes = List.of(RECIPE);
    private Optional<TrainingData> shown = Optional.empty();
    private Settings told = Settings.none();
    private CustomerStore customers;
    private CustomerUpdateStore updates;
    private BaseHistory base;

    @BeforeEach
    void open() throws IOException {
        CustomerSchema schema = PublishedStrategy.schema();
        customers = new CustomerStore(database, schema, transactions);
        updates = new CustomerUpdateStore(schema);
        base = new BaseHistory(customers, schema, clock);
        FittedFeatures features = new FittedFeatures(
                FeatureSet.parse(Files.readString(ROOT.resolve("rules/features.json"))),
                FeatureReference.parse(Files.readString(ROOT.resolve("rules/feature-reference.json"))),
                schema);
        Contests contests = Contests.of(database, at -> Map.of(), clock);
        jobs.register(new TrainingJob(
                base,
                this::trainer,
                () -> features,
                () -> recipes,
                new OwnRecipes(
                        () -> recipes,
                        new TrainerChoices(
                                () -> List.of("mean", "half"), this::trainer, new AdjustableSettings(this::trainer)),
                        () -> features,
                        () -> new Vocabulary(List.of())),
                registry,
                (job, model) -> heard.add(model),
                contests,
                0.01,
                clock));
        jobs.start();
    }

    @AfterEach
    void close() throws InterruptedException {
        jobs.stop();
        database.close();
    }

    @Test
    void theModelLearnsFromWhatWasKnownAYearAgoWhatHappenedSince() throws InterruptedException {
        save(new SampleRetailer(5).customers(300).toList());

        Job job = run();

        assertThat(job.error()).isNull();
        Instant cut = base.read(read -> {}).atCut().asOf();
        TrainingData data = shown.orElseThrow();
        double[] known = ((NumberColumn) data.features().column("monetary_365")).values();
        List<CustomerRecord> atCut = customers.page(Optional.empty(), 1_000, cut);
        List<CustomerRecord> yearLater = customers.page(Optional.empty(), 1_000, cut.plus(Duration.ofDays(365)));
        int row = 0;
        for (int i = 0; i < atCut.size(); i++) {
            if (atCut.get(i).purchases().purchaseDays() > 0) {
                assertThat(known).contains(atCut.get(i).purchases().recentNetAmount());
                assertThat(data.target())
                        .contains(Math.max(0, yearLater.get(i).purchases().recentNetAmount()));
                row++;
            }
        }
        assertThat(row).isGreaterThan(100);
    }

    @Test
    void theModelIsRegisteredAsChallengerWithItsSourceOnTheCardAndNoLeakOfAttributesItDoesNotRead()
            throws InterruptedException {
        save(new SampleRetailer(5).customers(300).toList());

        run();

        RegisteredModel model = registry.models().get(0);
        assertThat(model.card().version()).isEqualTo("1");
        assertThat(new Trainings(jobs, () -> recipes, registry).comingTrue("clv", model.hash()))
                .contains(RECIPE);
        assertThat(model.card().data().source()).startsWith("own customers as of ");
        assertThat(model.card().notices()).noneMatch(notice -> notice.contains("known today"));
        assertThat(registry.aliases(clock.instant()))
                .isEqualTo(Map.of("clv", Map.of(ModelAlias.CHALLENGER, model.hash())));
    }

    @Test
    void trainingAgainOnTheSameCustomersGivesTheSameModelAndNoSecondVersion() throws InterruptedException {
        save(new SampleRetailer(5).customers(300).toList());

        run();
        Job again = run();

        assertThat(again.error()).isNull();
        assertThat(registry.models()).hasSize(1);
        assertThat(heard).extracting(ShippedModel::version).containsExactly("1", "1");
    }

    @Test
    void ofTwoRecipesForAScoreTheOneWithLessSquaredErrorBecomesTheChallenger() throws InterruptedException {
        recipes = List.of(RIVAL, RECIPE);
        save(new SampleRetailer(5).customers(300).toList());

        run();
        Job again = run();

        assertThat(again.error()).isNull();
        assertThat(registry.models())
                .extracting(model -> model.card().version())
                .containsExactly("2", "1");
        RegisteredModel best = registry.models().get(0);
        assertThat(best.card().trainer()).isEqualTo("mean");
        assertThat(registry.aliases(clock.instant()))
                .isEqualTo(Map.of("clv", Map.of(ModelAlias.CHALLENGER, best.hash())));
        assertThat(registry.models()).allSatisfy(model -> {
            ModelEvidence.Table table = table(model, "rivals");
            assertThat(table.rows())
                    .extracting(ModelEvidence.ComparedRow::label, ModelEvidence.ComparedRow::verdict)
                    .containsExactly(tuple("half, version 1", ""), tuple("mean, version 2", "best"));
        });
    }

    @Test
    void recipeThatCannotBeLearnedByTakesNoOtherWithIt() throws InterruptedException {
        recipes = List.of(RECIPE, BROKEN);
        save(new SampleRetailer(5).customers(300).toList());

        Job job = run();

        assertThat(job.error()).isNull();
        assertThat(table(registry.models().get(0), "rivals").title())
                .contains("Nothing came of broken:", "cannot be learned from");

        recipes = List.of(BROKEN);
        assertThat(run().error()).contains("cannot be learned from");
    }

    @Test
    void changedSettingsReachTheTrainerAndStandOnTheCard() throws InterruptedException {
        save(new SampleRetailer(5).customers(300).toList());
        recipes = List.of(RECIPE.with(Map.of("depth", "3", "folds", "5")));
        String changed = "{\"scores\":[\"clv\"],\"seed\":1,\"settings\":"
                + "{\"clv\":{\"mean\":{\"depth\":\"4\",\"folds\":\"5\",\"trees\":\"10\"}}}}";

        run(changed);

        assertThat(told.values()).isEqualTo(Map.of("depth", "4", "folds", "5", "trees", "10"));
        assertThat(table(registry.models().get(0), "changedSettings").rows())
                .extracting(ModelEvidence.ComparedRow::label, ModelEvidence.ComparedRow::verdict)
                .containsExactly(tuple("depth", "4 instead of 3"), tuple("trees", "10 instead of the usual"));
        run(changed);
        assertThat(registry.models()).hasSize(1);
    }

    @Test
    void trainerThatFailsInItsOwnWayTakesNoOtherWithItAndIsNamed() throws InterruptedException {
        recipes = List.of(RECIPE, FAULTY);
        save(new SampleRetailer(5).customers(300).toList());

        Job job = run();

        assertThat(job.error()).isNull();
        assertThat(registry.models()).hasSize(1);

        recipes = List.of(FAULTY);
        assertThat(run().error()).contains("the trainer faulty failed with IllegalStateException", "Maybe");
    }

    @Test
    void tooLittleHistoryEndsTheJobWithWhatIsMissing() throws InterruptedException {
        save(new SampleRetailer(5).customers(30).toList());

        assertThat(run().error()).contains("customers were known on", "expected at least 100");
    }

    @Test
    void withoutTransactionsNothingIsTrainedThatComesTrueLater() throws InterruptedException {
        database.execute(handle -> updates.save(
                handle,
                new SampleRetailer(5)
                        .customers(120)
                        .map(TrainingJobTest::update)
                        .toList(),
                clock.instant()));

        assertThat(run().error()).contains("There are no transactions", "Maybe transactions have to be imported");
    }

    @Test
    void whatIsKnownTodayIsLearnedOfEverybodyWithoutTransactions() throws InterruptedException {
        List<SampleCustomer> sample = new SampleRetailer(5).customers(120).toList();
        database.execute(handle -> updates.save(
                handle, sample.stream().map(TrainingJobTest::update).toList(), clock.instant()));

        Job job = run(
                "{\"scores\":[\"clv\"],\"seed\":1,\"recipes\":[{\"score\":\"clv\",\"target\":{\"kind\":\"ATTRIBUTE\","
                        + "\"of\":\"purchase_amount\"},\"features\":[\"monetary_365\",\"purchase_amount\",\"spend_per_purchase\"],"
                        + "\"trainer\":\"mean\"}]}");

        assertThat(job.error()).isNull();
        TrainingData data = shown.orElseThrow();
        double[] amounts = sample.stream()
                .map(customer -> customer.attributes().get("purchase_amount"))
                .filter(Double.class::isInstance)
                .mapToDouble(Double.class::cast)
                .toArray();
        assertThat(data.target()).containsExactlyInAnyOrder(amounts);
        assertThat(data.features().names()).containsExactly("monetary_365");
        ModelCard card = registry.models().get(0).card();
        assertThat(card.data().target()).contains("purchase_amount", "the same day");
        assertThat(card.data().horizonMonths()).isZero();
        assertThat(new Trainings(jobs, () -> recipes, registry).comingTrue("clv", card.hash()))
                .as("by what it is judged a year later")
                .isEmpty();
        assertThat(card.data().customers()).isEqualTo(amounts.length);
        assertThat(card.notices())
                .contains(
                        "The feature purchase_amount is what the target is made of. It was left out.",
                        "The feature spend_per_purchase is computed from what the target is made of. It was left out.");
        assertThat(table(registry.models().get(0), "ownRecipe").rows())
                .extracting(ModelEvidence.ComparedRow::label)
                .containsExactly("target", "features", "trainer");
    }

    @Test
    void theModelIsAlsoMeasuredLaterThanItWasLearned() throws InterruptedException {
        save(new SampleRetailer(5).customers(300).toList());

        run();

        TimeHoldOut holdOut = base.read(read -> {}).holdOut().orElseThrow();
        Instant end = holdOut.later().asOf().plus(Duration.ofDays(holdOut.days()));
        assertThat(holdOut.days()).isBetween(200, 365);
        assertThat(holdOut.earlier().asOf().plus(Duration.ofDays(holdOut.days())))
                .isEqualTo(holdOut.later().asOf());
        double mean = holdOut.earlier().rows().stream()
                .mapToDouble(row -> row.later().spend())
                .average()
                .orElseThrow();
        double squares = 0;
        int rows = 0;
        List<CustomerRecord> before =
                customers.page(Optional.empty(), 1_000, holdOut.later().asOf());
        List<CustomerRecord> after = customers.page(Optional.empty(), 1_000, end);
        for (int i = 0; i < before.size(); i++) {
            if (holdOut.later().wholeRows().stream()
                    .map(row -> row.record().id())
                    .anyMatch(before.get(i).id()::equals)) {
                double spent = after.get(i).purchases().netAmount()
                        - before.get(i).purchases().netAmount();
                squares += Math.pow(Math.max(0, spent) - mean, 2);
                rows++;
            }
        }
        ModelEvidence.ComparedRow outOfTime =
                table(registry.models().get(0), "outOfTime").rows().get(1);
        assertThat(outOfTime.label()).isEqualTo("out of time");
        assertThat(outOfTime.figures()).hasSize(1);
        assertThat(outOfTime.figures().get(0).value()).isEqualTo(Math.sqrt(squares / rows), within(1e-3));
    }

    private static ModelEvidence.Table table(RegisteredModel model, String name) {
        return model.card().evidence().tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Trainer trainer(String name) {
        if (name.equals("broken")) {
            return (data, options) -> {
                throw new IllegalArgumentException("These customers cannot be learned from.");
            };
        }
        if (name.equals("faulty")) {
            return (data, options) -> {
                throw new IllegalStateException("a null in a loop");
            };
        }
        return (data, options) -> {
            told = options.settings();
            shown = options.compare() ? Optional.of(data) : shown;
            return constant(data, name.equals("mean") ? 1 : 0.5);
        };
    }

    private static TrainedModel constant(TrainingData data, double factor) {
        double mean = factor * Arrays.stream(data.target()).average().orElseThrow();
        double[] fitted = new double[data.target().length];
        Arrays.fill(fitted, mean);
        return new TrainedModel(
                pmml(mean).getBytes(StandardCharsets.UTF_8),
                fitted,
                List.of(new TrainedModel.InputUse(new FeatureInput("monetary_365", FeatureInput.Type.NUMBER), 0)),
                "None.",
                List.of(new TrainedModel.Metric("rmse", 10 / factor, Double.NaN, Double.NaN, Double.NaN)),
                List.of(),
                Map.of());
    }

    private static String pmml(double mean) {
        return """
                <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/>
                <DataDictionary>
                  <DataField name="monetary_365" optype="continuous" dataType="double"/>
                  <DataField name="y" optype="continuous" dataType="double"/>
                </DataDictionary>
                <RegressionModel functionName="regression">
                  <MiningSchema><MiningField name="y" usageType="target"/>
                    <MiningField name="monetary_365" missingValueReplacement="0"/></MiningSchema>
                  <RegressionTable intercept="%s"><NumericPredictor name="monetary_365" coefficient="0"/></RegressionTable>
                </RegressionModel></PMML>
                """
                .formatted(mean);
    }

    private Job run() throws InterruptedException {
        return run("{\"scores\":[\"clv\"],\"seed\":1}");
    }

    private Job run(String input) throws InterruptedException {
        Job job = jobs.submit(TrainingJob.NAME, "Train", "ann", input);
        while (!jobs.job(job.id()).state().hasEnded()) {
            Thread.sleep(20);
        }
        return jobs.job(job.id());
    }

    private void save(List<SampleCustomer> sample) {
        database.execute(handle -> {
            updates.save(handle, sample.stream().map(TrainingJobTest::update).toList(), clock.instant());
            transactions.save(
                    handle,
                    sample.stream()
                            .flatMap(customer -> customer.transactions().stream()
                                    .map(transaction -> new CustomerTransaction(customer.id(), transaction)))
                            .toList());
        });
    }

    private static CustomerUpdate update(SampleCustomer customer) {
        CustomerId id = customer.id();
        return new CustomerUpdate(
                id, customer.attributes(), customer.attributes().keySet());
    }
}
