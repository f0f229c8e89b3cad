package cip.bench;

import cip.core.monitor.Outcomes;
import cip.core.monitor.RealisedQuality;
import cip.core.score.PmmlModel;
import cip.core.score.PmmlScorer;
import cip.plugins.clv.ClvTransactionsPlugin;
import cip.plugins.trainer.TrainerPlugin;
import cip.spi.Evidence.Curve;
import cip.spi.Evidence.Point;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureMatrix;
import cip.spi.ScoreOutput;
import cip.spi.Settings;
import cip.spi.TrainedModel;
import cip.spi.TrainedModel.Metric;
import cip.spi.TrainingData;
import cip.spi.TrainingOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How well it was told who would purchase nothing: by BG/NBD from the purchases before the cut, and by boosted trees that
 * learned what followed an earlier cut. Both on the same customers after the cut.
 */
final class ChurnBacktest {
    private static final ScoreOutput CHURN = new ScoreOutput("churn_risk", ScoreOutput.Kind.PROBABILITY, "");
    private static final long SEED = 7;
    private static final int PARTS = 10;

    private ChurnBacktest() {}

    /** @param earlierDays what the trees' target looks ahead */
    static void print(SpendPeriod earlier, int earlierDays, SpendPeriod period, int days) {
        TrainedModel byPurchases = new ClvTransactionsPlugin()
                .trainers()
                .get(1)
                .create(Settings.none())
                .train(silent(period), options(Map.of("horizonDays", Integer.toString(days))));
        TrainedModel trees = new TrainerPlugin()
                .trainers()
                .get(0)
                .create(Settings.none())
                .train(
                        silent(earlier),
                        options(Map.of(
                                "objective",
                                "logistic",
                                "trees",
                                "100",
                                "depth",
                                "3",
                                "repeats",
                                "1",
                                "compareRows",
                                "0")));
        double[] byTrees = PmmlScorer.of(PmmlModel.read(trees.pmml()), CHURN).score(period.features());
        System.out.printf(Locale.ROOT, "%nWho purchased nothing in %d days, on the same customers:%n%n", days);
        System.out.println("| | AUC | Brier | log-loss |\n|---|---|---|---|");
        print("BG/NBD, closed form", byPurchases.metrics());
        print("trees, learned on " + earlierDays + " days after an earlier cut", measured(byTrees, period.later()));
        System.out.println("\n| tenth | BG/NBD says | came true | trees say | came true |\n|---|---|---|---|---|");
        Curve calibration = byPurchases.evidence().curves().get(0);
        List<Point> ofTrees = tenths(byTrees, period.later());
        for (int part = 0; part < PARTS; part++) {
            Point own = calibration.points().get(part);
            Point theirs = ofTrees.get(part);
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %.3f | %.3f | %.3f | %.3f |%n",
                    part + 1,
                    own.x(),
                    own.y(),
                    theirs.x(),
                    theirs.y());
        }
        System.out.println();
    }

    private static void print(String label, List<Metric> metrics) {
        System.out.println("| " + label + " | "
                + String.join(
                        " | ",
                        metrics.stream()
                                .limit(3)
                                .map(metric -> String.format(
                                        Locale.ROOT, "%.4f (%.3f–%.3f)", metric.value(), metric.low(), metric.high()))
                                .toList())
                + " |");
    }

    /** The same figures of any probabilities. */
    private static List<Metric> measured(double[] scores, double[] later) {
        return RealisedQuality.asTrainersMeasure(
                        new Outcomes(
                                scores,
                                zerosAndOnes(later),
                                IntStream.range(0, later.length).toArray()),
                        true)
                .stream()
                .map(figure -> new Metric(
                        figure.name(),
                        figure.value(),
                        Double.NaN,
                        figure.low() == null ? Double.NaN : figure.low(),
                        figure.high() == null ? Double.NaN : figure.high()))
                .toList();
    }

    private static List<Point> tenths(double[] scores, double[] later) {
        double[] silent = zerosAndOnes(later);
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Point> points = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            int[] rows = Arrays.copyOfRange(order, part * order.length / PARTS, (part + 1) * order.length / PARTS);
            points.add(new Point(
                    Arrays.stream(rows)
                            .mapToDouble(row -> scores[row])
                            .average()
                            .orElseThrow(),
                    Arrays.stream(rows)
                            .mapToDouble(row -> silent[row])
                            .average()
                            .orElseThrow(),
                    rows.length));
        }
        return points;
    }

    private static TrainingData silent(SpendPeriod period) {
        int rows = period.later().length;
        List<String> read = List.of("purchase_days", "recency_days", "tenure_days", "average_order_value");
        FeatureMatrix features = new FeatureMatrix(
                rows,
                read.stream()
                        .<FeatureColumn>map(name -> new NumberColumn(
                                name, ((NumberColumn) period.features().column(name)).values()))
                        .toList());
        return new TrainingData(
                features, zerosAndOnes(period.later()), IntStream.range(0, rows).toArray());
    }

    private static double[] zerosAndOnes(double[] later) {
        return Arrays.stream(later).map(spend -> spend > 0 ? 0 : 1).toArray();
    }

    private static TrainingOptions options(Map<String, String> settings) {
        return new TrainingOptions(CHURN, SEED, new Settings(settings), false);
    }
}
