package cip.plugins.clv;

import java.util.Comparator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** A quality figure of predicted against actual amounts, where a customer can count several times or not at all. */
enum Figure {
    /** 1 - squared error / squared distance from the mean. */
    R2("r2"),
    /** Root mean squared error, in the amount's unit. */
    RMSE("rmse"),
    /** Sum of the predictions / sum of what happened; 1 = no bias in total. */
    TOTAL_RATIO("totalRatio"),
    /** Mean absolute error. Never choose by it: where most spend nothing, predicting nothing wins. */
    MAE("mae"),
    /** Correlation of the ranks. */
    SPEARMAN("spearman"),
    /** Mean amount of the tenth predicted highest / mean amount of all. */
    TOP_TENTH_LIFT("topTenthLift");

    private final String label;

    Figure(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Takes the predictions in; the function then takes how often each customer counts. */
    ToDoubleFunction<int[]> of(double[] predicted, double[] actual) {
        return switch (this) {
            case R2 -> counts -> 1 - squares(predicted, actual, counts) / spread(actual, counts);
            case RMSE -> counts -> Math.sqrt(squares(predicted, actual, counts) / sum(counts));
            case TOTAL_RATIO -> counts -> sum(predicted, counts) / sum(actual, counts);
            case MAE ->
                counts -> {
                    double errors = 0;
                    for (int i = 0; i < counts.length; i++) {
                        errors += counts[i] * Math.abs(predicted[i] - actual[i]);
                    }
                    return errors / sum(counts);
                };
            case SPEARMAN -> {
                int[] byPredicted = order(predicted);
                int[] byActual = order(actual);
                yield counts ->
                        correlation(ranks(predicted, byPredicted, counts), ranks(actual, byActual, counts), counts);
            }
            case TOP_TENTH_LIFT -> {
                int[] order = order(predicted);
                yield counts -> topTenth(predicted, actual, order, counts);
            }
        };
    }

    /** Pearson's correlation. */
    static double correlation(double[] x, double[] y, int[] counts) {
        double n = sum(counts);
        double meanX = sum(x, counts) / n;
        double meanY = sum(y, counts) / n;
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < counts.length; i++) {
            xy += counts[i] * (x[i] - meanX) * (y[i] - meanY);
            xx += counts[i] * (x[i] - meanX) * (x[i] - meanX);
            yy += counts[i] * (y[i] - meanY) * (y[i] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }

    private static double squares(double[] predicted, double[] actual, int[] counts) {
        double squares = 0;
        for (int i = 0; i < counts.length; i++) {
            squares += counts[i] * (predicted[i] - actual[i]) * (predicted[i] - actual[i]);
        }
        return squares;
    }

    private static double spread(double[] actual, int[] counts) {
        double mean = sum(actual, counts) / sum(counts);
        double spread = 0;
        for (int i = 0; i < counts.length; i++) {
            spread += counts[i] * (actual[i] - mean) * (actual[i] - mean);
        }
        return spread;
    }

    private static double sum(double[] values, int[] counts) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i] * values[i];
        }
        return sum;
    }

    private static double sum(int[] counts) {
        long sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    private static int[] order(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Equals share the mean of their ranks. */
    private static double[] ranks(double[] values, int[] order, int[] counts) {
        double[] ranks = new double[values.length];
        double before = 0;
        for (int from = 0; from < order.length; ) {
            double tied = 0;
            int to = from;
            for (; to < order.length && values[order[to]] == values[order[from]]; to++) {
                tied += counts[order[to]];
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = before + tied / 2;
            }
            before += tied;
            from = to;
        }
        return ranks;
    }

    /** Of customers predicted alike, of whom not all fit into the tenth, each counts in part. */
    private static double topTenth(double[] predicted, double[] actual, int[] order, int[] counts) {
        double wanted = sum(counts) / 10;
        double left = wanted;
        double top = 0;
        for (int to = order.length; to > 0 && left > 0; ) {
            double tied = 0;
            double amount = 0;
            int from = to;
            for (; from > 0 && predicted[order[from - 1]] == predicted[order[to - 1]]; from--) {
                tied += counts[order[from - 1]];
                amount += counts[order[from - 1]] * actual[order[from - 1]];
            }
            double taken = Math.min(tied, left);
            top += tied == 0 ? 0 : amount * taken / tied;
            left -= taken;
            to = from;
        }
        return top / wanted / (sum(actual, counts) / sum(counts));
    }
}
