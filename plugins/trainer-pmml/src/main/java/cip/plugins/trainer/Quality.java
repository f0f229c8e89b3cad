package cip.plugins.trainer;

import cip.spi.Figure;
import cip.spi.TrainedModel.Metric;
import java.util.Arrays;
import java.util.List;

/** The metrics of a card, measured on out-of-fold scores. */
final class Quality {
    private static final int THRESHOLDS = 99;

    private Quality() {}

    /** Of an amount; the baseline is the mean of the rows that the forest was grown on. */
    static List<Metric> ofAmount(Bootstrap bootstrap, double[][] scores, double[][] baseline) {
        return List.of(
                bootstrap.measure("r2", Figure.r2(), scores, baseline),
                bootstrap.measure("rmse", Figure.rmse(), scores, baseline),
                bootstrap.measure("totalRatio", Figure.totalRatio(), scores, baseline));
    }

    /** Of a probability; the baseline says the same of everybody: the share of ones, or the more frequent class. */
    static List<Metric> ofProbability(Bootstrap bootstrap, double[][] scores, double[] target, double threshold) {
        double share = share(target);
        double[][] shares = constant(share, target.length);
        double[][] majority = constant(share >= 0.5 ? 1 : 0, target.length);
        return List.of(
                bootstrap.measure("auc", Figure.auc(), scores, shares),
                bootstrap.measure("brier", Figure.brier(), scores, shares),
                bootstrap.measure("logLoss", Figure.logLoss(), scores, shares),
                bootstrap.measure("f1", Figure.f1(threshold), scores, majority),
                bootstrap.measure("precision", Figure.precision(threshold), scores, majority),
                bootstrap.measure("recall", Figure.recall(threshold), scores, majority));
    }

    /** The hundredth at which F1 over all repeats is best; the lowest of equals. */
    static double bestThreshold(double[][] scores, double[] target) {
        int[] once = new int[target.length];
        Arrays.fill(once, 1);
        double best = 0;
        double bestF1 = -1;
        for (int hundredth = 1; hundredth <= THRESHOLDS; hundredth++) {
            double threshold = hundredth / 100.0;
            double f1 = 0;
            for (double[] repeat : scores) {
                f1 += Figure.f1(threshold).of(repeat, target).applyAsDouble(once);
            }
            if (f1 > bestF1) {
                bestF1 = f1;
                best = threshold;
            }
        }
        return best;
    }

    static double share(double[] target) {
        return Arrays.stream(target).average().orElseThrow();
    }

    private static double[][] constant(double value, int rows) {
        double[] scores = new double[rows];
        Arrays.fill(scores, value);
        return new double[][] {scores};
    }
}
