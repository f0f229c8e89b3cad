package cip.plugins.trainer;

import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import cip.spi.ScoreOutput;
import cip.spi.Settings;
import cip.spi.TrainingData;
import cip.spi.TrainingOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows to learn from: generated ones with a known rule and missing values, and the 238 real ones with their many copies.
 *
 * @param spend what a customer spends; never negative
 * @param leaves 1 or 0
 * @param groups copies share a number
 */
record Shoppers(FeatureMatrix features, double[] spend, double[] leaves, int[] groups) {
    private static final String[] REGIONS = {"North", "South", "West", "O'Hara & <Sons>"};

    static Shoppers generated(int rows, long seed) {
        Random random = new Random(seed);
        double[] income = new double[rows];
        double[] recency = new double[rows];
        @Nullable String[] region = new String[rows];
        double[] spend = new double[rows];
        double[] leaves = new double[rows];
        for (int i = 0; i < rows; i++) {
            income[i] = Math.round(20_000 + 60_000 * random.nextDouble()) / 10.0;
            recency[i] = random.nextInt(365) + 0.1;
            region[i] = REGIONS[random.nextInt(REGIONS.length)];
            double rate = income[i] / 50 - recency[i] / 10 + ("North".equals(region[i]) ? 40 : 0);
            spend[i] = Math.max(0, rate + 20 * random.nextGaussian());
            double logit = recency[i] / 60 - 3 + ("West".equals(region[i]) ? 1 : 0);
            leaves[i] = random.nextDouble() < Objective.LOGISTIC.score(logit) ? 1 : 0;
            recency[i] = random.nextInt(10) == 0 ? Double.NaN : recency[i];
            region[i] = random.nextInt(10) == 0 ? null : region[i];
        }
        return new Shoppers(
                new FeatureMatrix(
                        rows,
                        List.of(
                                new NumberColumn("income", income),
                                new NumberColumn("recency", recency),
                                new TextColumn("region", region))),
                spend,
                leaves,
                IntStream.range(0, rows).toArray());
    }

    /** The 238 real rows; churn = the lowest thirds of loyalty, frequency and spend together. */
    static Shoppers real() {
        List<String[]> rows =
                lines().stream().skip(1).map(line -> line.split(",")).toList();
        Map<String, Integer> copies = new HashMap<>();
        int[] groups = new int[rows.size()];
        double[] leaves = new double[rows.size()];
        for (int i = 0; i < groups.length; i++) {
            String[] row = rows.get(i);
            String content = String.join(",", row).substring(row[0].length());
            groups[i] = copies.computeIfAbsent(content, absent -> copies.size());
            boolean low = number(row, 4) <= 6.0 && number(row, 6) <= 18 && number(row, 3) <= 380;
            leaves[i] = low ? 1 : 0;
        }
        FeatureMatrix features = new FeatureMatrix(
                rows.size(),
                List.of(
                        numbers("age", rows, 1),
                        numbers("annual_income", rows, 2),
                        numbers("purchase_amount", rows, 3),
                        numbers("loyalty_score", rows, 4),
                        new TextColumn(
                                "region", rows.stream().map(row -> row[5]).toArray(String[]::new)),
                        numbers("purchase_frequency", rows, 6)));
        return new Shoppers(features, numbers("spend", rows, 3).values(), leaves, groups);
    }

    TrainingData spendFrom(String... names) {
        return new TrainingData(features.select(List.of(names)), spend, groups);
    }

    TrainingData leavingFrom(String... names) {
        return new TrainingData(features.select(List.of(names)), leaves, groups);
    }

    TrainingData clustersOf(String... names) {
        return new TrainingData(features.select(List.of(names)), new double[0], groups);
    }

    /** Without the slow comparisons, unless asked for. @param settings names and values in turn */
    static TrainingOptions clv(String... settings) {
        return options(new ScoreOutput("clv", ScoreOutput.Kind.AMOUNT, "EUR per 12 months"), settings);
    }

    static TrainingOptions churn(String... settings) {
        return options(new ScoreOutput("churn_risk", ScoreOutput.Kind.PROBABILITY, ""), settings);
    }

    static TrainingOptions cluster(String... settings) {
        return options(new ScoreOutput("cluster", ScoreOutput.Kind.CLUSTER, ""), settings);
    }

    private static TrainingOptions options(ScoreOutput output, String... settings) {
        Map<String, String> values = new HashMap<>();
        if (output.kind() != ScoreOutput.Kind.CLUSTER) {
            values.put("compareRows", "0");
        }
        for (int i = 0; i < settings.length; i += 2) {
            values.put(settings[i], settings[i + 1]);
        }
        return new TrainingOptions(output, 42, new Settings(values));
    }

    private static NumberColumn numbers(String name, List<String[]> rows, int column) {
        return new NumberColumn(
                name, rows.stream().mapToDouble(row -> number(row, column)).toArray());
    }

    private static double number(String[] row, int column) {
        return Double.parseDouble(row[column]);
    }

    private static List<String> lines() {
        Path file = Path.of(System.getProperty("cip.root"))
                .resolveSibling("shared")
                .resolve("data/customer-purchasing-behaviors/customer-purchasing-behaviors.csv");
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
