package cip.server.models;

import static org.assertj.core.api.Assertions.assertThat;

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
import cip.server.jobs.JobsByHand;
import cip.server.samples.SampleCustomer;
import cip.server.samples.SampleRetailer;
import cip.server.store.Database;
import cip.server.store.OnEveryDatabase;
import cip.server.strategies.PublishedStrategy;
import cip.spi.FeatureInput;
import cip.spi.ScoreOutput;
import cip.spi.Settings;
import cip.spi.TrainedModel;
import cip.spi.Trainer;
import cip.spi.TrainingData;
import cip.spi.TrainingOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A training of two scores that is killed, at whichever step, ends as if it had not been. */
@OnEveryDatabase
class TrainingCrashStoreTest {
    private static final Path ROOT = Path.of(System.getProperty("cip.root"));

    /** So many that more than 500 were known at the cut: fewer are not divided, and no model meets its champion. */
    private static final int CUSTOMERS = 1_400;

    private static final List<String> SCORES = List.of("clv", "value_next_year");

    private static final String PMML =
            """
            <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/>
            <DataDictionary>
              <DataField name="monetary_365" optype="continuous" dataType="double"/>
              <DataField name="y" optype="continuous" dataType="double"/>
            </DataDictionary>
            <RegressionModel functionName="regression">
              <MiningSchema><MiningField name="y" usageType="target"/>
                <MiningField name="monetary_365" missingValueReplacement="0"/></MiningSchema>
              <RegressionTable intercept="%s"><NumericPredictor name="monetary_365" coefficient="0"/></RegressionTable>
            </RegressionModel><!-- %s --></PMML>
            """;

    private final Database database;
    private final Clock clock = Clock.systemUTC();
    private final ModelRegistry registry;
    private final Contests contests;
    private final Map<String, String> champions = new HashMap<>();
    private final List<String> learned = new ArrayList<>();
    private double factor = 1;
    private JobsByHand jobs;

    TrainingCrashStoreTest(Database database) {
        this.database = database;
        this.registry = new ModelRegistry(database, new Audit(clock), clock);
        this.contests = Contests.of(database, at -> champions, clock);
    }

    @BeforeEach
    void open() throws IOException {
        FittedFeatures features = new FittedFeatures(
                FeatureSet.parse(Files.readString(ROOT.resolve("rules/features.json"))),
                FeatureReference.parse(Files.readString(ROOT.resolve("rules/feature-reference.json"))),
                PublishedStrategy.schema());
        TransactionStore transactions = new TransactionStore();
        List<ModelRecipe> recipes =
                SCORES.stream().map(TrainingCrashStoreTest::recipe).toList();
        Trainer mean = this::mean;
        jobs = new JobsByHand(
                database,
                clock,
                new TrainingJob(
                        new BaseHistory(
                                new CustomerStore(database, PublishedStrategy.schema(), transactions),
                                PublishedStrategy.schema(),
                                clock),
                        name -> mean,
                        () -> features,
                        () -> recipes,
                        new OwnRecipes(
                                () -> recipes,
                                new TrainerChoices(
                                        () -> List.of("mean"), name -> mean, new AdjustableSettings(name -> mean)),
                                () -> features,
                                () -> new Vocabulary(List.of())),
                        registry,
                        (job, model) -> {},
                        contests,
                        0,
                        clock));
        save(transactions);
    }

    @Test
    void trainingKilledAtAnyStepGoesOnAfterTheLastFinishedScoreAndEndsTheSame() {
        factor = 0.2;
        int[] steps = {0};
        jobs.run(asked(), () -> steps[0]++);
        registry.models().forEach(model -> champions.put(model.card().score(), model.hash()));
        assertThat(champions).containsOnlyKeys(SCORES);
        assertThat(steps[0]).isGreaterThan(10);
        for (int step = 1; step <= steps[0]; step++) {
            factor = 0.9 + 0.0001 * step;
            Job job = asked();
            jobs.runUntilStep(job, step);
            List<String> finished = Optional.ofNullable(
                            jobs.runner().job(job.id()).checkpoint())
                    .map(checkpoint -> List.of(checkpoint.split(",")))
                    .orElse(List.of());
            learned.clear();
            jobs.run(job);

            String killed = "after a kill at step " + step + " of " + steps[0];
            assertThat(Stream.concat(finished.stream(), learned.stream()))
                    .as("finished before and learned " + killed)
                    .containsExactlyElementsOf(SCORES);
            for (String score : SCORES) {
                assertThat(versionsOf(score))
                        .as("versions of " + score + " " + killed)
                        .isEqualTo(versions(1 + step));
            }
            assertThat(contests.ofTrainings(List.of(job.id())))
                    .as("contests " + killed)
                    .extracting(HeldContest::score)
                    .containsExactlyInAnyOrderElementsOf(SCORES);
        }
    }

    private Job asked() {
        return jobs.asked("{\"scores\":[\"" + String.join("\",\"", SCORES) + "\"],\"seed\":1}");
    }

    /** From the first on, without a gap. */
    private static List<Integer> versions(int count) {
        return IntStream.rangeClosed(1, count).boxed().toList();
    }

    private List<Integer> versionsOf(String score) {
        return registry.models().stream()
                .filter(model -> model.card().score().equals(score))
                .map(model -> Integer.valueOf(model.version()))
                .sorted()
                .toList();
    }

    private static ModelRecipe recipe(String score) {
        return new ModelRecipe(
                new ScoreOutput(score, ScoreOutput.Kind.AMOUNT, "EUR"),
                score,
                "",
                "mean",
                ModelRecipe.Target.SPEND,
                List.of("monetary_365"),
                Settings.none());
    }

    /** A trainer that predicts the mean, or a share of it. */
    private TrainedModel mean(TrainingData data, TrainingOptions options) {
        if (options.compare()) {
            learned.add(options.output().name());
        }
        options.progress().reached(0.5, "averaging");
        double mean = factor * Arrays.stream(data.target()).average().orElseThrow();
        double[] fitted = new double[data.target().length];
        Arrays.fill(fitted, mean);
        return new TrainedModel(
                PMML.formatted(mean, options.output().name()).getBytes(StandardCharsets.UTF_8),
                fitted,
                List.of(new TrainedModel.InputUse(new FeatureInput("monetary_365", FeatureInput.Type.NUMBER), 0)),
                "None.",
                List.of(new TrainedModel.Metric("rmse", 10, Double.NaN, Double.NaN, Double.NaN)),
                List.of(),
                Map.of());
    }

    private void save(TransactionStore transactions) {
        CustomerUpdateStore updates = new CustomerUpdateStore(PublishedStrategy.schema());
        List<SampleCustomer> sample = new SampleRetailer(5).customers(CUSTOMERS).toList();
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
            transactions.save(
                    handle,
                    sample.stream()
                            .flatMap(customer -> customer.transactions().stream()
                                    .map(transaction -> new CustomerTransaction(customer.id(), transaction)))
                            .toList());
        });
    }
}
