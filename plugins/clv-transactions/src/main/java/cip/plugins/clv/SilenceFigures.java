package cip.plugins.clv;

import cip.spi.TrainedModel.Metric;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Figures of probabilities against 0 and 1, with intervals from drawing customers. */
final class SilenceFigures {
    private static final double NEAREST_TO_CERTAIN = 1e-6;

    private final HoldOut holdOut;
    private final double[] actual;

    SilenceFigures(HoldOut holdOut, double[] actual) {
        this.holdOut = holdOut;
        this.actual = actual;
    }

    /** Beside those of saying the same of everybody. */
    List<Metric> of(double[] predicted) {
        double[] same = new double[actual.length];
        Arrays.fill(same, holdOut.mean());
        int[] once = new int[actual.length];
        Arrays.fill(once, 1);
        DoubleBinaryOperator square = (p, y) -> (p - y) * (p - y);
        return List.of(
                holdOut.measure("auc", auc(predicted), 0.5),
                holdOut.measure(
                        "brier", mean(predicted, square), mean(same, square).applyAsDouble(once)),
                holdOut.measure(
                        "logLoss",
                        mean(predicted, SilenceFigures::logLoss),
                        mean(same, SilenceFigures::logLoss).applyAsDouble(once)));
    }

    double logLoss(double[] predicted) {
        return IntStream.range(0, actual.length)
                .mapToDouble(i -> logLoss(predicted[i], actual[i]))
                .average()
                .orElse(0);
    }

    /** Only how the rows are ordered. */
    List<Metric> ofOrder(double[] ranked) {
        return List.of(
                holdOut.measure("auc", auc(ranked), 0.5),
                new Metric("brier", Double.NaN, Double.NaN, Double.NaN, Double.NaN),
                new Metric("logLoss", Double.NaN, Double.NaN, Double.NaN, Double.NaN));
    }

    private ToDoubleFunction<int[]> mean(double[] predicted, DoubleBinaryOperator loss) {
        double[] losses = new double[actual.length];
        Arrays.setAll(losses, i -> loss.applyAsDouble(predicted[i], actual[i]));
        return counts -> {
            double sum = 0;
            double n = 0;
            for (int i = 0; i < counts.length; i++) {
                sum += counts[i] * losses[i];
                n += counts[i];
            }
            return sum / n;
        };
    }

    private static double logLoss(double predicted, double actual) {
        double p = Math.max(NEAREST_TO_CERTAIN, Math.min(1 - NEAREST_TO_CERTAIN, predicted));
        return actual == 1 ? -Math.log(p) : -Math.log(1 - p);
    }

    /** The chance that a customer of the ones has the higher number, ties counting half. */
    private ToDoubleFunction<int[]> auc(double[] predicted) {
        int[] order = IntStream.range(0, predicted.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> predicted[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        return counts -> {
            double wins = 0;
            double zeros = 0;
            double ones = 0;
            for (int from = 0; from < order.length; ) {
                double tiedZeros = 0;
                double tiedOnes = 0;
                int to = from;
                for (; to < order.length && predicted[order[to]] == predicted[order[from]]; to++) {
                    tiedOnes += actual[order[to]] == 1 ? counts[order[to]] : 0;
                    tiedZeros += actual[order[to]] == 1 ? 0 : counts[order[to]];
                }
                wins += tiedOnes * (zeros + tiedZeros / 2);
                zeros += tiedZeros;
                ones += tiedOnes;
                from = to;
            }
            return wins / (zeros * ones);
        };
    }
}
