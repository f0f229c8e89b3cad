package cip.plugins.trainer;

import static cip.plugins.trainer.EvidenceReading.metric;
import static org.assertj.core.api.Assertions.assertThat;

import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import cip.spi.TrainedModel;
import cip.spi.Trainer;
import cip.spi.TrainingData;
import cip.spi.TrainingOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Slow, and no part of ./check: {@code scripts/model-metrics} runs it. Customers of a retailer who were drawn from a known
 * truth: nobody can tell more about them than the truth does, so a model that seems to has seen what it is asked for.
 */
class CeilingMetrics {
    private static final Path GENERATOR =
            Path.of(System.getProperty("cip.root")).resolveSibling("shared").resolve("tools/generate/gen_customers.py");
    private static final int ROWS = 20_000;
    private static final double AUC = 0.804;
    private static final double F1 = 0.596;
    private static final double R2 = 0.868;
    /** What chance adds to a figure of so many rows at most: three standard errors. */
    private static final double CHANCE = 0.012;

    private static final MetricsReport REPORT = new MetricsReport("ceilings.md");
    private static List<String[]> customers = List.of();
    private static List<String[]> truth = List.of();

    @BeforeAll
    static void generate() throws Exception {
        Files.createDirectories(MetricsReport.FOLDER);
        Path rows = MetricsReport.FOLDER.resolve("retail.csv").toAbsolutePath();
        Path known = MetricsReport.FOLDER.resolve("retail-truth.csv").toAbsolutePath();
        String python = Objects.requireNonNull(System.getProperty("metrics.python"), "-Dmetrics.python=… with numpy");
        Process generator = new ProcessBuilder(
                        python,
                        GENERATOR.toString(),
                        "--mode",
                        "retail",
                        "--rows",
                        Integer.toString(ROWS),
                        "--out",
                        rows.toString(),
                        "--truth",
                        known.toString())
                .inheritIO()
                .start();
        assertThat(generator.waitFor()).isZero();
        customers = cells(rows);
        truth = cells(known);
    }

    @AfterAll
    static void write() throws IOException {
        REPORT.write();
    }

    private static List<String[]> cells(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    @Test
    void nobodyForeseesChurnBetterThanTheTruth() {
        REPORT.head("Generated retailer, 20,000 customers: churn, 5 folds", "AUC", "best F1", "ceiling");
        churn("logistic", new LinearTrainer(Objective.LOGISTIC));
        churn("boosting, depth 3", new BoostingTrainer(), "trees", "150", "depth", "3", "learningRate", "0.05");
    }

    @Test
    void nobodyForeseesSpendBetterThanTheTruth() {
        REPORT.head("Generated retailer, 20,000 customers: value of 12 months, 5 folds", "R2", "ceiling");
        spend("linear", new LinearTrainer(Objective.SQUARED));
        spend("boosting, depth 3", new BoostingTrainer(), "trees", "300", "depth", "3", "learningRate", "0.05");
    }

    private static void churn(String label, Trainer trainer, String... settings) {
        TrainedModel model = trainer.train(data(2), Shoppers.churn(once(settings)));
        double auc = metric(model, "auc").value();
        double f1 = metric(model, "f1").value();
        REPORT.line(label, MetricsReport.number(auc), MetricsReport.number(f1), AUC + ", " + F1);
        assertThat(auc).isBetween(AUC - 0.03, AUC + CHANCE);
        assertThat(f1).isLessThan(F1 + CHANCE);
    }

    private static void spend(String label, Trainer trainer, String... settings) {
        TrainingOptions options = Shoppers.clv(once(settings));
        double r2 = metric(trainer.train(data(3), options), "r2").value();
        REPORT.line(label, MetricsReport.number(r2), Double.toString(R2));
        assertThat(r2).isLessThan(R2 + CHANCE);
    }

    private static String[] once(String... settings) {
        return ModelMetrics.with(settings, "repeats", "1");
    }

    /** @param target its column in the truth */
    private static TrainingData data(int target) {
        FeatureMatrix features = new FeatureMatrix(
                customers.size(),
                List.of(
                        numbers("age", customers, 1),
                        numbers("annual_income", customers, 2),
                        numbers("purchase_amount", customers, 3),
                        numbers("loyalty_score", customers, 4),
                        new TextColumn(
                                "region", customers.stream().map(row -> row[5]).toArray(String[]::new)),
                        numbers("purchase_frequency", customers, 6)));
        return new TrainingData(
                features,
                numbers("target", truth, target).values(),
                IntStream.range(0, customers.size()).toArray());
    }

    private static NumberColumn numbers(String name, List<String[]> rows, int column) {
        return new NumberColumn(
                name,
                rows.stream()
                        .mapToDouble(row -> Double.parseDouble(row[column]))
                        .toArray());
    }
}
