package cip.plugins.clv;

import cip.spi.Figure;
import cip.spi.TrainedModel.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Figures of probabilities against 0 and 1, with intervals from drawing customers. */
final class SilenceFigures {
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
        return List.of(
                auc(predicted),
                measured("brier", Figure.brier(), predicted, same),
                measured("logLoss", Figure.logLoss(), predicted, same));
    }

    double logLoss(double[] predicted) {
        return IntStream.range(0, actual.length)
                .mapToDouble(i -> Figure.logLoss(predicted[i], actual[i]))
                .average()
                .orElse(0);
    }

    /** Only how the rows are ordered. */
    List<Metric> ofOrder(double[] ranked) {
        return List.of(
                auc(ranked),
                new Metric("brier", Double.NaN, Double.NaN, Double.NaN, Double.NaN),
                new Metric("logLoss", Double.NaN, Double.NaN, Double.NaN, Double.NaN));
    }

    private Metric auc(double[] predicted) {
        return holdOut.measure("auc", Figure.auc().of(predicted, actual), 0.5);
    }

    private Metric measured(String name, Figure figure, double[] predicted, double[] same) {
        int[] once = new int[actual.length];
        Arrays.fill(once, 1);
        return holdOut.measure(
                name, figure.of(predicted, actual), figure.of(same, actual).applyAsDouble(once));
    }
}
