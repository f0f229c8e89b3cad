package cip.spi;

import java.util.Comparator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How good predictions are, as one number. Each row can count several times or not at all, so that intervals come from drawing
 * rows again; what has to be sorted is sorted once. NaN = the rows do not give one, e.g. because all outcomes are the same.
 */
@FunctionalInterface
public interface Figure {
    /**
     * Takes the predictions in; the function then takes how often each row counts.
     *
     * @param predicted n finite scores
     * @param actual the n amounts that came true, or 1 = it happened and 0 = not
     */
    ToDoubleFunction<int[]> of(double[] predicted, double[] actual);

    /** Mean of the predictions themselves. */
    static Figure meanScore() {
        return mean((predicted, actual) -> predicted);
    }

    /** 1 - squared error / squared distance from the mean. */
    static Figure r2() {
        return (predicted, actual) -> {
            DoubleBinaryOperator squared = squaredError();
            return counts -> {
                double mean = Counted.mean(actual, counts);
                double error = 0;
                double spread = 0;
                for (int i = 0; i < counts.length; i++) {
                    error += counts[i] * squared.applyAsDouble(predicted[i], actual[i]);
                    spread += counts[i] * squared.applyAsDouble(actual[i], mean);
                }
                return 1 - error / spread;
            };
        };
    }

    /** Root mean squared error, in the unit of the amount. */
    static Figure rmse() {
        Figure squared = mean(squaredError());
        return (predicted, actual) -> {
            ToDoubleFunction<int[]> mean = squared.of(predicted, actual);
            return counts -> Math.sqrt(mean.applyAsDouble(counts));
        };
    }

    /** Mean absolute error, in the unit of the amount. Never choose by it: where most spend nothing, predicting nothing wins. */
    static Figure mae() {
        return mean((predicted, actual) -> Math.abs(predicted - actual));
    }

    /** Sum predicted / sum that came true; 1 = no bias in total. */
    static Figure totalRatio() {
        return (predicted, actual) -> counts -> Counted.sum(predicted, counts) / Counted.sum(actual, counts);
    }

    /** Mean squared distance of a probability from 0 or 1. */
    static Figure brier() {
        return mean(squaredError());
    }

    /** Mean of {@link #logLoss(double, double)}. */
    static Figure logLoss() {
        return mean(Figure::logLoss);
    }

    /** Natural logarithmic loss of one probability, held within a millionth of 0 and 1. */
    static double logLoss(double probability, double actual) {
        double held = Math.max(1e-6, Math.min(1 - 1e-6, probability));
        return -Math.log(actual == 1 ? held : 1 - held);
    }

    /** Area under the ROC curve: the chance that a 1 scores higher than a 0, ties counting half. */
    static Figure auc() {
        return (predicted, actual) -> {
            int[] order = order(predicted);
            return counts -> {
                double wins = 0;
                double zeros = 0;
                double ones = 0;
                for (int from = 0; from < order.length; ) {
                    double tiedZeros = 0;
                    double tiedOnes = 0;
                    int to = from;
                    for (; to < order.length && predicted[order[to]] == predicted[order[from]]; to++) {
                        int row = order[to];
                        tiedZeros += actual[row] == 1 ? 0 : counts[row];
                        tiedOnes += actual[row] == 1 ? counts[row] : 0;
                    }
                    wins += tiedOnes * (zeros + tiedZeros / 2);
                    zeros += tiedZeros;
                    ones += tiedOnes;
                    from = to;
                }
                return wins / (zeros * ones);
            };
        };
    }

    /** Pearson's correlation. */
    static Figure pearson() {
        return (x, y) -> counts -> Counted.correlation(x, y, counts);
    }

    /** Spearman's correlation of ranks, ties at their mean rank. */
    static Figure spearman() {
        return (predicted, actual) -> {
            int[] byPredicted = order(predicted);
            int[] byActual = order(actual);
            return counts -> Counted.correlation(
                    Counted.ranks(predicted, byPredicted, counts), Counted.ranks(actual, byActual, counts), counts);
        };
    }

    /** Share of the ones among the rows that score at least the threshold; 0 when there is no such row. */
    static Figure precision(double threshold) {
        return at(threshold, Confusion::precision);
    }

    /** Share of the ones that score at least the threshold. */
    static Figure recall(double threshold) {
        return at(threshold, Confusion::recall);
    }

    /** Harmonic mean of precision and recall. */
    static Figure f1(double threshold) {
        return at(threshold, Confusion::f1);
    }

    private static Figure at(double threshold, ToDoubleFunction<Confusion> rate) {
        return (scores, actual) -> counts -> rate.applyAsDouble(Confusion.at(threshold, scores, actual, counts));
    }

    private static Figure mean(DoubleBinaryOperator loss) {
        return (predicted, actual) -> {
            double[] losses = IntStream.range(0, predicted.length)
                    .mapToDouble(i -> loss.applyAsDouble(predicted[i], actual[i]))
                    .toArray();
            return counts -> Counted.mean(losses, counts);
        };
    }

    private static DoubleBinaryOperator squaredError() {
        return (predicted, actual) -> (predicted - actual) * (predicted - actual);
    }

    private static int[] order(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
