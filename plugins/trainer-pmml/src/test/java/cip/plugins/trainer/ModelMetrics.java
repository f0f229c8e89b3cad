package cip.plugins.trainer;

import static cip.plugins.trainer.EvidenceReading.figure;
import static cip.plugins.trainer.EvidenceReading.metric;
import static cip.plugins.trainer.EvidenceReading.rows;
import static org.assertj.core.api.Assertions.assertThat;

import cip.spi.Evidence.Row;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import cip.spi.Figure;
import cip.spi.PmmlReader;
import cip.spi.TrainedModel;
import cip.spi.Trainer;
import cip.spi.TrainingData;
import cip.spi.TrainingOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Slow, and no part of ./check: {@code scripts/model-metrics} runs it and prints what every trainer reaches on real data,
 * beside what others published or measured. See docs/guides/model-metrics.md.
 */
class ModelMetrics {
    private static final Path SHARED =
            Path.of(System.getProperty("cip.root")).resolveSibling("shared").resolve("data");
    private static final MetricsReport REPORT = new MetricsReport("report.md");

    @AfterAll
    static void write() throws IOException {
        REPORT.write();
    }

    @Test
    void seedSpend() {
        REPORT.head(
                "238 rows, 60 distinct: purchase_amount, 10 × 5 folds",
                "r2 singly",
                "r2 grouped",
                "rmse grouped",
                "reference");
        String[] five = {"age", "annual_income", "region", "loyalty_score", "purchase_frequency"};
        Trainer linear = new LinearTrainer(Objective.SQUARED);
        Trainer trees = new BoostingTrainer();
        seedRow("least squares", linear, five, ".9945, .992, 12.3", "l1", "0", "l2", "0.000001");
        seedRow("ridge 1", linear, five, ".9944, .992, 12.2", "l1", "0", "l2", "0.0042");
        seedRow("elastic net", linear, five, "");
        seedRow("boosting d3 150", trees, five, ".9990, .979, 20.0", "depth", "3", "trees", "150");
        seedRow("boosting, nested", trees, five, "-, .978, 20.7", "tune", "true", "trees", "150");
        seedRow(
                "least squares, age income region",
                linear,
                new String[] {"age", "annual_income", "region"},
                ".984, .980, 19.7",
                "l1",
                "0",
                "l2",
                "0.000001");
    }

    private static void seedRow(
            String label, Trainer trainer, String[] features, String reference, String... settings) {
        TrainedModel model = trainer.train(
                Shoppers.real().spendFrom(features),
                Shoppers.clv(with(settings, "repeats", "10", "leaveOutGiveaways", "false")));
        REPORT.line(
                label,
                MetricsReport.value(figure(rows(model, "copies").get(0), "r2")),
                MetricsReport.value(metric(model, "r2")),
                MetricsReport.value(metric(model, "rmse")),
                reference);
    }

    @Test
    void seedChurn() {
        REPORT.head(
                "238 rows: churn label (33 % quantiles), age + income + region, grouped",
                "F1", "precision", "distinct F1", "reference");
        seedChurn(
                "logistic, C = 1",
                new LinearTrainer(Objective.LOGISTIC),
                "F1 .882, P .954",
                "l1",
                "0",
                "l2",
                "0.0042",
                "threshold",
                "0.5");
        seedChurn("boosting d3 100", new BoostingTrainer(), "F1 .996, P .992", "trees", "100", "threshold", "0.5");
        seedChurn(
                "boosting d3 100 + SMOTE",
                new BoostingTrainer(),
                "F1 .996",
                "trees",
                "100",
                "threshold",
                "0.5",
                "resampling",
                "smote");
    }

    private static void seedChurn(String label, Trainer trainer, String reference, String... settings) {
        TrainedModel model = trainer.train(
                Shoppers.real().leavingFrom("age", "annual_income", "region"),
                Shoppers.churn(with(settings, "repeats", "10", "leaveOutGiveaways", "false")));
        REPORT.line(
                label,
                MetricsReport.value(metric(model, "f1")),
                MetricsReport.value(metric(model, "precision")),
                MetricsReport.value(figure(rows(model, "copies").get(2), "f1")),
                reference);
    }

    @Test
    void seedClusters() {
        REPORT.head("238 rows: k-means on five numbers, k = 5", "silhouette all", "distinct", "stability", "reference");
        TrainedModel model = new KMeansTrainer()
                .train(
                        Shoppers.real()
                                .clustersOf(
                                        "age",
                                        "annual_income",
                                        "purchase_amount",
                                        "loyalty_score",
                                        "purchase_frequency"),
                        Shoppers.cluster("clusters", "5"));
        REPORT.line(
                "k-means",
                MetricsReport.value(figure(rows(model, "copies").get(0), "silhouette")),
                MetricsReport.value(metric(model, "silhouette")),
                MetricsReport.value(metric(model, "stability")),
                ".631, .566, .87");
    }

    @Test
    void telco() throws IOException {
        Path file = SHARED.resolve("telco/Telco-Customer-Churn.csv");
        REPORT.head("Telco churn, 7,043 rows, 5 folds", "AUC", "Brier", "log-loss", "best F1", "ECE", "reference");
        TrainingData data = telcoRows(Files.readAllLines(file));
        String[] protocol = {"repeats", "1", "compareRows", "100000"};
        TrainedModel logistic = new LinearTrainer(Objective.LOGISTIC).train(data, Shoppers.churn(protocol));
        TrainedModel trees = new BoostingTrainer()
                .train(data, Shoppers.churn(with(protocol, "trees", "150", "depth", "3", "learningRate", "0.05")));
        telcoLine("logistic", rows(logistic, "options").get(0), ".8443 .1358 .4185 .633 .011");
        telcoLine("boosting d3", rows(trees, "options").get(0), ".8476 .1341 .4128 .636 .007");
        telcoLine("class weights", rows(trees, "options").get(1), ".8475 .1613 .4808 .633 .141");
        telcoLine("SMOTE", rows(trees, "options").get(2), ".8461 .1458 .4413 .634 .083");
        assertThat(metric(trees, "auc").value()).as("above .86 is a leak").isBetween(0.835, 0.86);
        ReferenceFiles.write(data, trees);
    }

    private static void telcoLine(String label, Row row, String reference) {
        REPORT.line(
                label,
                MetricsReport.value(figure(row, "auc")),
                MetricsReport.value(figure(row, "brier")),
                MetricsReport.value(figure(row, "logLoss")),
                MetricsReport.value(figure(row, "f1")),
                MetricsReport.value(figure(row, "calibrationError")),
                reference);
    }

    @Test
    void cdnow() throws IOException {
        Purchases purchases = Purchases.cdnow(SHARED.resolve("cdnow/CDNOW_master.txt"));
        inTime(
                "CDNOW, 23,570 customers, 39 weeks after day 273",
                purchases,
                136,
                137,
                273,
                273,
                List.of("0, 124.4", "-.13, 132.3", ".217, 109.9", ".416, 94.9"));
    }

    @Test
    void onlineRetail() throws IOException {
        Purchases purchases = Purchases.retail(SHARED.resolve("online-retail/online-retail-invoices.csv.gz"));
        int end = purchases.lastDay() + 1;
        inTime(
                "Online Retail, 13 weeks before the end",
                purchases,
                end - 182,
                91,
                end - 91,
                91,
                List.of("0, 5015", ".351, 4033", ".472, 3639", ".302, 4184"));
    }

    /** Learned at an earlier cut, judged on the time after a later one. */
    private static void inTime(
            String title,
            Purchases purchases,
            int cut,
            int learned,
            int laterCut,
            int judged,
            List<String> references) {
        REPORT.head(title, "r2", "rmse", "total ratio", "customers", "reference");
        Purchases.Snapshot then = purchases.at(cut, learned);
        Purchases.Snapshot now = purchases.at(laterCut, judged);
        double scale = (double) judged / learned;
        double mean = scale * Arrays.stream(then.spend()).average().orElseThrow();
        judge("mean", Arrays.stream(now.spend()).map(any -> mean).toArray(), now, references.get(0));
        judge("past repeat rate", now.repeatRate(judged), now, references.get(1));
        String[] plain = {"compareRows", "0", "repeats", "1"};
        judge("linear", scored(new LinearTrainer(Objective.SQUARED), then, now, scale, plain), now, references.get(2));
        String[] tweedie = with(plain, "objective", "tweedie", "depth", "3", "trees", "100", "learningRate", "0.05");
        judge("boosting, tweedie", scored(new BoostingTrainer(), then, now, scale, tweedie), now, references.get(3));
        String[] rising = with(
                tweedie, "increasing", "repeats,repeat_rate,mean_amount,total,spend_rate", "decreasing", "recency");
        double[] monotone = scored(new BoostingTrainer(), then.withSpendRate(), now.withSpendRate(), scale, rising);
        judge("boosting, tweedie, monotone, with the spend rate", monotone, now, references.get(3));
    }

    private static double[] scored(
            Trainer trainer, Purchases.Snapshot then, Purchases.Snapshot now, double scale, String[] settings) {
        TrainingOptions options = Shoppers.clv(settings);
        TrainedModel model = trainer.train(
                new TrainingData(
                        then.features(),
                        then.spend(),
                        IntStream.range(0, then.spend().length).toArray()),
                options);
        return Arrays.stream(new PmmlReader(model.pmml(), "clv").score(now.features()))
                .map(score -> Math.max(0, scale * score))
                .toArray();
    }

    private static void judge(String label, double[] scores, Purchases.Snapshot now, String reference) {
        int[] once = new int[scores.length];
        Arrays.fill(once, 1);
        REPORT.line(
                label,
                MetricsReport.number(Figure.r2().of(scores, now.spend()).applyAsDouble(once)),
                MetricsReport.number(Figure.rmse().of(scores, now.spend()).applyAsDouble(once)),
                MetricsReport.number(Figure.totalRatio().of(scores, now.spend()).applyAsDouble(once)),
                Integer.toString(scores.length),
                reference);
    }

    private static TrainingData telcoRows(List<String> lines) {
        String[] names = lines.get(0).split(",");
        List<String[]> rows =
                lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
        List<FeatureColumn> columns = new ArrayList<>();
        for (int c = 1; c < names.length - 1; c++) {
            int at = c;
            boolean number = List.of("tenure", "MonthlyCharges", "TotalCharges", "SeniorCitizen")
                    .contains(names[c]);
            columns.add(
                    number
                            ? new NumberColumn(
                                    names[c],
                                    rows.stream()
                                            .mapToDouble(
                                                    row -> row[at].isBlank() ? Double.NaN : Double.parseDouble(row[at]))
                                            .toArray())
                            : new TextColumn(
                                    names[c], rows.stream().map(row -> row[at]).toArray(String[]::new)));
        }
        return new TrainingData(
                new FeatureMatrix(rows.size(), columns),
                rows.stream()
                        .mapToDouble(row -> row[names.length - 1].startsWith("Yes") ? 1 : 0)
                        .toArray(),
                IntStream.range(0, rows.size()).toArray());
    }

    static String[] with(String[] settings, String... more) {
        String[] all = Arrays.copyOf(settings, settings.length + more.length);
        System.arraycopy(more, 0, all, settings.length, more.length);
        return all;
    }
}
