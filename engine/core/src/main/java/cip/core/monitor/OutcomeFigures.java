package cip.core.monitor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Figures of predictions against outcomes. Each takes how often every row counts, so that it can be drawn again cheaply: what
 * has to be sorted is sorted once. NaN = the rows do not give one, e.g. because all outcomes are the same.
 */
final class OutcomeFigures {
    private static final int CALIBRATION_BINS = 10;

    private final double[] predicted;
    private final double[] actual;

    OutcomeFigures(Outcomes outcomes) {
        this.predicted = outcomes.predicted();
        this.actual = outcomes.actual();
    }

    /** The chance that a customer to whom it happened had the higher score, ties counting half. */
    ToDoubleFunction<int[]> auc() {
        int[] order = order(predicted);
        return times -> {
            double wins = 0;
            double zeros = 0;
            double ones = 0;
            for (int from = 0; from < order.length; ) {
                double tiedZeros = 0;
                double tiedOnes = 0;
                int to = from;
                for (; to < order.length && predicted[order[to]] == predicted[order[from]]; to++) {
                    int row = order[to];
                    tiedOnes += actual[row] == 1 ? times[row] : 0;
                    tiedZeros += actual[row] == 1 ? 0 : times[row];
                }
                wins += tiedOnes * (zeros + tiedZeros / 2);
                zeros += tiedZeros;
                ones += tiedOnes;
                from = to;
            }
            return wins / (zeros * ones);
        };
    }

    /** Mean squared distance; of probabilities it is Brier's score. */
    ToDoubleFunction<int[]> meanSquare() {
        return times -> {
            double sum = 0;
            double n = 0;
            for (int row = 0; row < times.length; row++) {
                double error = predicted[row] - actual[row];
                sum += times[row] * error * error;
                n += times[row];
            }
            return sum / n;
        };
    }

    /** In the unit of the amount. */
    ToDoubleFunction<int[]> rootMeanSquare() {
        ToDoubleFunction<int[]> meanSquare = meanSquare();
        return times -> Math.sqrt(meanSquare.applyAsDouble(times));
    }

    /** 1 - squared error / squared distance from the mean. */
    ToDoubleFunction<int[]> explained() {
        ToDoubleFunction<int[]> meanSquare = meanSquare();
        return times -> {
            double n = 0;
            double sum = 0;
            double squares = 0;
            for (int row = 0; row < times.length; row++) {
                n += times[row];
                sum += times[row] * actual[row];
                squares += times[row] * actual[row] * actual[row];
            }
            return 1 - meanSquare.applyAsDouble(times) / (squares / n - sum / n * (sum / n));
        };
    }

    /** Mean logarithmic loss of probabilities held within a millionth of 0 and 1. */
    ToDoubleFunction<int[]> logLoss() {
        double[] losses = IntStream.range(0, predicted.length)
                .mapToDouble(row -> Contest.logLoss(predicted[row], actual[row]))
                .toArray();
        return times -> {
            double sum = 0;
            double n = 0;
            for (int row = 0; row < times.length; row++) {
                sum += times[row] * losses[row];
                n += times[row];
            }
            return sum / n;
        };
    }

    /** Sum predicted / sum that came true. */
    ToDoubleFunction<int[]> totalRatio() {
        ToDoubleFunction<int[]> bias = totalBias();
        return times -> 1 + bias.applyAsDouble(times);
    }

    /** Sum predicted / sum that came true - 1. */
    ToDoubleFunction<int[]> totalBias() {
        return times -> {
            double expected = 0;
            double came = 0;
            for (int row = 0; row < times.length; row++) {
                expected += times[row] * predicted[row];
                came += times[row] * actual[row];
            }
            return expected / came - 1;
        };
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

    /** Spearman's correlation of ranks, ties at their mean rank. */
    ToDoubleFunction<int[]> rankCorrelation() {
        int[] byPredicted = order(predicted);
        int[] byActual = order(actual);
        return times -> correlation(ranks(predicted, byPredicted, times), ranks(actual, byActual, times), times);
    }

    private static double[] ranks(double[] values, int[] order, int[] times) {
        double[] ranks = new double[values.length];
        double before = 0;
        for (int from = 0; from < order.length; ) {
            double tied = 0;
            int to = from;
            for (; to < order.length && values[order[to]] == values[order[from]]; to++) {
                tied += times[order[to]];
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = before + (tied + 1) / 2;
            }
            before += tied;
            from = to;
        }
        return ranks;
    }

    private static double correlation(double[] x, double[] y, int[] times) {
        double n = 0;
        double meanX = 0;
        double meanY = 0;
        for (int row = 0; row < times.length; row++) {
            n += times[row];
            meanX += times[row] * x[row];
            meanY += times[row] * y[row];
        }
        meanX /= n;
        meanY /= n;
        double both = 0;
        double ofX = 0;
        double ofY = 0;
        for (int row = 0; row < times.length; row++) {
            double dx = x[row] - meanX;
            double dy = y[row] - meanY;
            both += times[row] * dx * dy;
            ofX += times[row] * dx * dx;
            ofY += times[row] * dy * dy;
        }
        return both / Math.sqrt(ofX * ofY);
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
