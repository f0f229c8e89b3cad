package cip.bench;

import cip.core.customer.Transaction;
import cip.core.score.AverageModel;
import cip.core.score.PmmlModel;
import cip.core.score.PmmlScorer;
import cip.plugins.clv.ClvTransactionsPlugin;
import cip.plugins.trainer.TrainerPlugin;
import cip.spi.Evidence;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureMatrix;
import cip.spi.Plugin;
import cip.spi.ScoreOutput;
import cip.spi.Settings;
import cip.spi.TrainedModel;
import cip.spi.TrainedModel.Metric;
import cip.spi.Trainer;
import cip.spi.TrainingOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How well spend was predicted on real shops: fitted to what was known at a cut, measured on what followed. Boosted trees learn
 * from an earlier cut, as they would have had to. Prints Markdown, beside reference figures that were worked out independently.
 */
public final class SpendBacktest {
    private static final ScoreOutput CLV = new ScoreOutput("clv", ScoreOutput.Kind.AMOUNT, "");
    private static final long SEED = 7;

    /** @param reference RMSE, R² and lift as worked out independently */
    private record Trial(String name, LocalDate cut, int days, LocalDate earlier, int earlierDays, String reference) {}

    private SpendBacktest() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 2) {
            System.err.println("Expected two files: CDNOW_master.txt and online-retail-invoices.csv.gz.");
            System.exit(2);
        }
        LocalDate cdnow = LocalDate.of(1997, 9, 30);
        LocalDate retail = LocalDate.of(2011, 12, 9);
        print(
                RealPurchases.cdnow(Path.of(arguments[0])),
                List.of(
                        new Trial(
                                "CDNOW, 39 weeks",
                                cdnow,
                                273,
                                cdnow.minusDays(137),
                                137,
                                "BG/NBD 92.4, .448, 5.17; trees 94.9, .416, 5.24; repeat rate 132.3, -.13, 5.05;"
                                        + " average 92.0, .452, 5.25; mean 124.4"),
                        new Trial(
                                "CDNOW, 13 weeks",
                                cdnow,
                                91,
                                cdnow.minusDays(91),
                                91,
                                "BG/NBD 42.8, .348, 5.14; trees 44.6, .292, 5.32; average 43.1, .339, 5.27; mean 53.0")));
        print(
                RealPurchases.onlineRetail(Path.of(arguments[1])),
                List.of(
                        new Trial(
                                "Online Retail, 13 weeks",
                                retail.minusDays(91),
                                91,
                                retail.minusDays(182),
                                91,
                                "BG/NBD 4181, .303, 5.25; trees 4184, .302, 5.22; repeat rate 4033, .351, 5.43;"
                                        + " average 4155, .311, 5.24; mean 5015"),
                        new Trial(
                                "Online Retail, 8 weeks",
                                retail.minusDays(56),
                                56,
                                retail.minusDays(112),
                                56,
                                "BG/NBD 3143, .217, 5.10; trees 3157, .210, 4.92; repeat rate 3067, .254, 5.04;"
                                        + " average 3122, .228, 5.17; mean 3554")));
    }

    private static void print(Map<String, List<Transaction>> shop, List<Trial> trials) throws IOException {
        for (Trial trial : trials) {
            SpendPeriod period = SpendPeriod.of(shop, trial.cut(), trial.days());
            SpendPeriod earlier = SpendPeriod.of(shop, trial.earlier(), trial.earlierDays());
            print(trial, period, trees(earlier));
            ChurnBacktest.print(earlier, trial.earlierDays(), period, trial.days());
        }
    }

    /** Trees that learned what followed an earlier cut. */
    private static TrainedModel trees(SpendPeriod earlier) {
        return named(new TrainerPlugin(), "boosting")
                .train(
                        earlier.data(earlier.features()),
                        options(Map.of(
                                "objective",
                                "tweedie",
                                "trees",
                                "100",
                                "depth",
                                "3",
                                "folds",
                                "2",
                                "repeats",
                                "1",
                                "compareRows",
                                "0")));
    }

    private static void print(Trial trial, SpendPeriod period, TrainedModel trees) {
        Trainer trainer = named(new ClvTransactionsPlugin(), "bgnbd-gg");
        double[] byTrees = Arrays.stream(
                        PmmlScorer.of(PmmlModel.read(trees.pmml()), CLV).score(period.features()))
                .map(spend -> spend * trial.days() / trial.earlierDays())
                .toArray();
        String days = Integer.toString(trial.days());
        long began = System.nanoTime();
        TrainedModel alone = trainer.train(period.data(period.features()), options(Map.of("horizonDays", days)));
        double seconds = (System.nanoTime() - began) / 1e9;
        double[] average = new double[byTrees.length];
        Arrays.setAll(average, i -> (byTrees[i] + alone.fitted()[i]) / 2);
        List<FeatureColumn> columns = new ArrayList<>(period.features().columns());
        columns.add(new NumberColumn("trees", byTrees));
        columns.add(new NumberColumn("average of both", average));
        TrainedModel model = trainer.train(
                period.data(new FeatureMatrix(byTrees.length, columns)),
                options(Map.of("horizonDays", days, "naive", "trees,average of both")));
        System.out.printf(Locale.ROOT, "%n### %s: %,d customers%n%n", trial.name(), byTrees.length);
        for (Evidence.Table table : model.evidence().tables()) {
            print(table);
        }
        System.out.println("Reference (RMSE, R², lift): " + trial.reference() + ".");
        model.notices().forEach(notice -> System.out.println("Notice: " + notice));
        System.out.printf(
                Locale.ROOT,
                "Trained and measured in %.1f s; %s terms, %d KB of PMML; %s.%n",
                seconds,
                model.settings().get("terms"),
                model.pmml().length / 1024,
                "PMML against closed form: " + equality(model.pmml(), model.fitted(), period.features()));
        if (trial.days() == trial.earlierDays()) {
            Map<String, byte[]> parts = new LinkedHashMap<>();
            parts.put("boosting", trees.pmml());
            parts.put("bgnbd-gg", alone.pmml());
            byte[] both = AverageModel.of(CLV, parts, period.features()::select, average, TrainedModel.OF_FLOATS);
            System.out.printf(
                    Locale.ROOT,
                    "The average of both as one file of %d KB, against the mean of both: %s.%n",
                    both.length / 1024,
                    equality(both, average, period.features()));
        }
    }

    private static String equality(byte[] pmml, double[] expected, FeatureMatrix rows) {
        PmmlScorer scorer = PmmlScorer.of(PmmlModel.read(pmml), CLV);
        return String.format(
                Locale.ROOT,
                "%.1e relative at most by the evaluator, %.1e by the engine (%s)",
                furthest(PmmlScorer.byEvaluator(scorer.model(), CLV).score(rows), expected),
                furthest(scorer.score(rows), expected),
                scorer.notCompiledBecause().orElse("compiled"));
    }

    private static double furthest(double[] scores, double[] fitted) {
        double furthest = 0;
        for (int i = 0; i < scores.length; i++) {
            double off = Math.abs(scores[i] - fitted[i]) / Math.abs(fitted[i]);
            furthest = Double.isNaN(off) ? Double.POSITIVE_INFINITY : Math.max(furthest, off);
        }
        return furthest;
    }

    private static void print(Evidence.Table table) {
        System.out.println(table.title() + "\n");
        List<Metric> heading = table.rows().get(0).figures();
        System.out.println(
                "| | " + String.join(" | ", heading.stream().map(Metric::name).toList()) + " | |");
        System.out.println("|---|" + "---|".repeat(heading.size()) + "---|");
        for (Evidence.Row row : table.rows()) {
            List<String> figures = row.figures().stream()
                    .map(figure -> String.format(Locale.ROOT, "%.4g", figure.value())
                            + (Double.isNaN(figure.low())
                                    ? ""
                                    : String.format(Locale.ROOT, " (%.3g–%.3g)", figure.low(), figure.high())))
                    .toList();
            System.out.println("| " + row.label() + " | " + String.join(" | ", figures) + " | " + row.verdict() + " |");
        }
        System.out.println();
    }

    private static Trainer named(Plugin plugin, String name) {
        return plugin.trainers().stream()
                .filter(factory -> factory.name().equals(name))
                .findFirst()
                .orElseThrow()
                .create(Settings.none());
    }

    private static TrainingOptions options(Map<String, String> settings) {
        return new TrainingOptions(CLV, SEED, new Settings(settings));
    }
}
