package cip.server.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cip.core.customer.CustomerRecord;
import cip.core.decide.Decision;
import cip.core.decide.DecisionContext;
import cip.core.decide.ModelReference;
import cip.core.feature.FeatureReference;
import cip.core.feature.FeatureSet;
import cip.core.feature.FittedFeatures;
import cip.core.rule.Vocabulary;
import cip.core.score.PmmlModel;
import cip.core.score.PmmlScorer;
import cip.plugins.clv.ClvTransactionsPlugin;
import cip.plugins.trainer.TrainerPlugin;
import cip.server.audit.Audit;
import cip.server.customers.CustomerStore;
import cip.server.customers.CustomerTransaction;
import cip.server.customers.CustomerUpdate;
import cip.server.customers.CustomerUpdateStore;
import cip.server.customers.TransactionStore;
import cip.server.jobs.JobsByHand;
import cip.server.models.ModelEvidence.ComparedRow;
import cip.server.samples.SampleCustomer;
import cip.server.samples.SampleRetailer;
import cip.server.store.Database;
import cip.server.store.TestDatabases;
import cip.server.strategies.PublishedStrategy;
import cip.spi.Factory;
import cip.spi.FeatureInput;
import cip.spi.ScoreOutput;
import cip.spi.Settings;
import cip.spi.TrainedModel;
import cip.spi.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The average of boosted trees and BG/NBD, trained on customers in the database by the trainers that come with the product. */
class AverageTrainingTest {
    private static final Path ROOT = Path.of(System.getProperty("cip.root"));
    private static final Map<String, Trainer> TRAINERS = Stream.of(new TrainerPlugin(), new ClvTransactionsPlugin())
            .flatMap(plugin -> plugin.trainers().stream())
            .collect(Collectors.toMap(Factory::name, made -> made.create(Settings.none())));
    private static final Map<String, String> QUICK =
            Map.of("trees", "20", "folds", "3", "repeats", "2", "compareRows", "0");

    private final Database database = TestDatabases.h2();
    private final Clock clock = Clock.systemUTC();
    private final ModelRegistry registry = new ModelRegistry(database, new Audit(clock), clock);
    private final AtomicInteger trained = new AtomicInteger();
    private List<ModelRecipe> recipes = quick("clv");
    private Map<String, Trainer> trainers = TRAINERS;
    private CustomerStore customers;
    private FittedFeatures features;
    private JobsByHand jobs;

    @BeforeEach
    void open() throws IOException {
        customers = new CustomerStore(database, PublishedStrategy.schema(), new TransactionStore());
        features = new FittedFeatures(
                FeatureSet.parse(Files.readString(ROOT.resolve("rules/features.json"))),
                FeatureReference.parse(Files.readString(ROOT.resolve("rules/feature-reference.json"))),
                PublishedStrategy.schema());
        jobs = new JobsByHand(
                database,
                clock,
                new TrainingJob(
                        new BaseHistory(customers, PublishedStrategy.schema(), clock),
                        this::counted,
                        () -> features,
                        () -> recipes,
                        new OwnRecipes(
                                () -> recipes,
                                new TrainerChoices(List::of, TRAINERS::get, new AdjustableSettings(TRAINERS::get)),
                                () -> features,
                                () -> new Vocabulary(List.of())),
                        registry,
                        (job, model) -> {},
                        Contests.of(database, at -> Map.of(), clock),
                        0,
                        clock));
        save(new SampleRetailer(5).customers(400).toList());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theAverageIsRegisteredBesideItsPartsAndDecides() throws IOException {
        train("");

        ModelCard average = card("average");
        assertThat(average.settings()).isEqualTo(Map.of("parts", "boosting,bgnbd-gg"));
        assertThat(average.protocol()).contains("mean of what boosting and bgnbd-gg say", "had not learned");
        List<CustomerRecord> today = customers.page(Optional.empty(), 1_000, clock.instant());
        double[] ofTrees = scores("boosting", today);
        double[] ofPurchases = scores("bgnbd-gg", today);
        double[] ofBoth = scores("average", today);
        for (int row = 0; row < ofBoth.length; row++) {
            double mean = (ofTrees[row] + ofPurchases[row]) / 2;
            assertThat(ofBoth[row]).isCloseTo(mean, within(1e-5 * Math.abs(mean)));
        }
        assertThat(PmmlScorer.of(PmmlModel.read(registry.pmml(average.hash())), output())
                        .notCompiledBecause())
                .isEmpty();

        PublishedStrategy strategy = new PublishedStrategy(database, clock);
        strategy.publish(now -> now.withModels(now.models().stream()
                .map(model -> model.score().equals("clv")
                        ? new ModelReference(model.label(), model.output(), average.version(), average.hash())
                        : model)
                .toList()));
        List<Decision> decisions = strategy.live()
                .snapshot()
                .decider()
                .decide(today.subList(0, 50), new DecisionContext(Instant.now(clock)));
        for (int row = 0; row < decisions.size(); row++) {
            assertThat(decisions.get(row).modelHashes()).containsEntry("clv", average.hash());
            assertThat(decisions.get(row).scores())
                    .filteredOn(score -> score.output().name().equals("clv"))
                    .singleElement()
                    .satisfies(score -> assertThat(score.value()).isNotNaN());
        }
    }

    @Test
    void theAverageMeetsItsPartsOnTheSameLaterCustomersAndTheLowestErrorBecomesTheChallenger() {
        train("");

        List<ComparedRow> rivals = rows(card("average"), "rivals");
        assertThat(rivals)
                .extracting(row -> row.label().split(",")[0])
                .containsExactly("boosting", "bgnbd-gg", "average");
        assertThat(rivals).allSatisfy(row -> assertThat(row.figures())
                .extracting(ModelEvidence.Figure::name)
                .containsExactly("r2", "rmse", "totalRatio"));
        ComparedRow best = rivals.stream()
                .filter(row -> row.verdict().equals("best"))
                .findFirst()
                .orElseThrow();
        assertThat(rivals).allSatisfy(row -> assertThat(rmse(row)).isGreaterThanOrEqualTo(rmse(best)));
        assertThat(registry.aliases(clock.instant()))
                .isEqualTo(Map.of(
                        "clv",
                        Map.of(
                                ModelAlias.CHALLENGER,
                                card(best.label().split(",")[0]).hash())));
        double ratio = figure(rivals.get(2), "totalRatio");
        assertThat(ratio)
                .as("totals are as linear as scores")
                .isCloseTo(
                        (figure(rivals.get(0), "totalRatio") + figure(rivals.get(1), "totalRatio")) / 2, within(1e-3));
        assertThat(rows(card("average"), "parts"))
                .extracting(ComparedRow::label)
                .containsExactly(
                        "boosting, version " + card("boosting").version(),
                        "bgnbd-gg, version " + card("bgnbd-gg").version());
        assertThat(card("average").metrics())
                .filteredOn(metric -> metric.name().equals("totalRatio"))
                .singleElement()
                .satisfies(metric -> assertThat(metric.value())
                        .isCloseTo(
                                (metric("boosting", "totalRatio") + metric("bgnbd-gg", "totalRatio")) / 2,
                                within(1e-3)));
    }

    @Test
    void aPartIsLearnedOnceAndTheSameCustomersGiveTheSameBytes() {
        train("");
        assertThat(trained.get())
                .as("each now, at an earlier cut, and there with what only today tells")
                .isEqualTo(6);
        List<String> hashes =
                registry.models().stream().map(RegisteredModel::hash).toList();

        train("");

        assertThat(registry.models()).extracting(RegisteredModel::hash).isEqualTo(hashes);
    }

    @Test
    void whatIsChangedForAPartIsChangedInTheAverage() {
        train(",\"settings\":{\"clv\":{\"boosting\":{\"depth\":\"2\"}}}");

        assertThat(rows(card("average"), "changedSettings"))
                .extracting(ComparedRow::label, ComparedRow::verdict)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("boosting: depth", "2 instead of 4"));
        assertThat(trained.get())
                .as("the changed part is the one that competes")
                .isEqualTo(6);
    }

    @Test
    void anAverageWhosePartDoesNotSayWhatItHadNotLearnedTakesNoOtherWithIt() {
        Trainer bgnbd = Objects.requireNonNull(TRAINERS.get("bgnbd-gg"));
        trainers = new HashMap<>(TRAINERS);
        trainers.put("bgnbd-gg", (data, options) -> silent(bgnbd.train(data, options)));

        train("");

        assertThat(registry.models())
                .extracting(model -> model.card().trainer())
                .doesNotContain("average");
        assertThat(card("boosting").evidence().tables())
                .filteredOn(table -> table.name().equals("rivals"))
                .singleElement()
                .satisfies(table ->
                        assertThat(table.title()).contains("Nothing came of average", "bgnbd-gg does not say what"));
    }

    @Test
    void theChanceToLeaveIsAveragedToo() {
        recipes = quick("churn_risk");
        ModelRecipe first = recipes.get(0);
        recipes = List.of(
                first,
                recipes.get(1),
                first.by(AverageRecipes.TRAINER, List.of())
                        .with(Map.of(AverageRecipes.PARTS, "boosting,bgnbd"))
                        .averaging(recipes));

        train("\"churn_risk\"", "");

        ModelCard average = card("average");
        List<CustomerRecord> today = customers.page(Optional.empty(), 1_000, clock.instant());
        double[] ofTrees = scores("boosting", today);
        double[] ofPurchases = scores("bgnbd", today);
        double[] ofBoth = scores("average", today);
        for (int row = 0; row < ofBoth.length; row++) {
            assertThat(ofBoth[row]).isCloseTo((ofTrees[row] + ofPurchases[row]) / 2, within(1e-6));
        }
        assertThat(average.metrics()).extracting(ModelCard.Metric::name).containsExactly("auc", "brier", "logLoss");
    }

    private static List<ModelRecipe> quick(String score) {
        List<ModelRecipe> shipped = ModelRecipe.read(ROOT.resolve("pmml"), "EUR").stream()
                .filter(recipe -> recipe.score().equals(score))
                .toList();
        List<ModelRecipe> quick = shipped.stream()
                .map(recipe -> recipe.trainer().equals("boosting") ? quick(recipe) : recipe)
                .toList();
        return quick.stream()
                .map(recipe -> recipe.parts().isEmpty()
                        ? recipe
                        : recipe.averaging(recipe.parts().stream()
                                .map(part -> part.trainer().equals("boosting") ? quick(part) : part)
                                .toList()))
                .toList();
    }

    private static ModelRecipe quick(ModelRecipe recipe) {
        Map<String, String> settings = new HashMap<>(recipe.settings().values());
        settings.putAll(QUICK);
        return recipe.with(settings);
    }

    private static TrainedModel silent(TrainedModel model) {
        return new TrainedModel(
                model.pmml(),
                model.fitted(),
                model.inputs(),
                model.protocol(),
                model.metrics(),
                model.notices(),
                model.settings(),
                model.evidence(),
                model.tolerance());
    }

    private Trainer counted(String name) {
        return (data, options) -> {
            trained.incrementAndGet();
            return Objects.requireNonNull(trainers.get(name)).train(data, options);
        };
    }

    private void train(String more) {
        train("\"clv\"", more);
    }

    private void train(String score, String more) {
        jobs.run(jobs.asked("{\"scores\":[" + score + "],\"seed\":1" + more + "}"));
    }

    private ScoreOutput output() {
        return recipes.get(0).output();
    }

    private double[] scores(String trainer, List<CustomerRecord> records) {
        PmmlModel model = PmmlModel.read(registry.pmml(card(trainer).hash()));
        return PmmlScorer.byEvaluator(model, output())
                .score(features.only(model.features().stream()
                                .map(FeatureInput::name)
                                .toList())
                        .compute(records, clock.instant()));
    }

    private ModelCard card(String trainer) {
        return registry.models().stream()
                .map(RegisteredModel::card)
                .filter(card -> card.trainer().equals(trainer))
                .findFirst()
                .orElseThrow();
    }

    private double metric(String trainer, String name) {
        return card(trainer).metrics().stream()
                .filter(metric -> metric.name().equals(name))
                .mapToDouble(ModelCard.Metric::value)
                .findFirst()
                .orElseThrow();
    }

    private static List<ComparedRow> rows(ModelCard card, String table) {
        return card.evidence().tables().stream()
                .filter(one -> one.name().equals(table))
                .findFirst()
                .orElseThrow()
                .rows();
    }

    private static double rmse(ComparedRow row) {
        return figure(row, "rmse");
    }

    private static double figure(ComparedRow row, String name) {
        return row.figures().stream()
                .filter(figure -> figure.name().equals(name))
                .map(ModelEvidence.Figure::value)
                .findFirst()
                .orElseThrow();
    }

    private void save(List<SampleCustomer> sample) {
        CustomerUpdateStore updates = new CustomerUpdateStore(PublishedStrategy.schema());
        database.execute(handle -> {
            updates.save(
                    handle,
                    sample.stream()
                            .map(customer -> new CustomerUpdate(
                                    customer.id(),
                                    customer.attributes(),
                                    customer.attributes().keySet()))
                            .toList(),
                    clock.instant());
            new TransactionStore()
                    .save(
                            handle,
                            sample.stream()
                                    .flatMap(customer -> customer.transactions().stream()
                                            .map(transaction -> new CustomerTransaction(customer.id(), transaction)))
                                    .toList());
        });
    }
}
