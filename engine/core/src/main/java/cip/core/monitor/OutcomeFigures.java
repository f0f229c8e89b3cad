package cip.core.monitor;

import cip.spi.Figure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** {@link Figure}s of predictions against outcomes, and those that only monitoring needs. */
final class OutcomeFigures {
    private static final int CALIBRATION_BINS = 10;

    private final double[] predicted;
    private final double[] actual;

    OutcomeFigures(Outcomes outcomes) {
        this.predicted = outcomes.predicted();
        this.actual = outcomes.actual();
    }

    ToDoubleFunction<int[]> of(Figure figure) {
        return figure.of(predicted, actual);
    }

    /** Sum predicted / sum that came true - 1. */
    ToDoubleFunction<int[]> totalBias() {
        ToDoubleFunction<int[]> ratio = of(Figure.totalRatio());
        return times -> ratio.applyAsDouble(times) - 1;
    }

    /**
     * Expected calibration error: in ten parts with the same number of customers, by score, the distance between mean
     * probability and share to whom it happened, on average.
     */
    ToDoubleFunction<int[]> calibrationError() {
        int[] order = order(predicted);
        return times -> {
            long n = Arrays.stream(times).sum();
            double error = 0;
            double gap = 0;
            long seen = 0;
            int bin = 1;
            for (int row : order) {
                gap += times[row] * (predicted[row] - actual[row]);
                seen += times[row];
                while (bin <= CALIBRATION_BINS && seen * CALIBRATION_BINS >= n * bin) {
                    error += Math.abs(gap);
                    gap = 0;
                    bin++;
                }
            }
            return error / n;
        };
    }

    /** Ten parts with the same number of customers, by rising score; fewer when there are fewer customers. */
    List<RealisedQuality.RealisedDecile> deciles() {
        int[] order = order(predicted);
        List<RealisedQuality.RealisedDecile> deciles = new ArrayList<>();
        for (int bin = 0; bin < CALIBRATION_BINS; bin++) {
            int from = (int) ((long) order.length * bin / CALIBRATION_BINS);
            int to = (int) ((long) order.length * (bin + 1) / CALIBRATION_BINS);
            if (to > from) {
                int[] rows = Arrays.copyOfRange(order, from, to);
                deciles.add(new RealisedQuality.RealisedDecile(rows.length, mean(predicted, rows), mean(actual, rows)));
            }
        }
        return deciles;
    }

    private static double mean(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).average().orElse(Double.NaN);
    }

    private static int[] order(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> values[row]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Every row once. */
    static int[] once(int rows) {
        int[] once = new int[rows];
        Arrays.fill(once, 1);
        return once;
    }
}
