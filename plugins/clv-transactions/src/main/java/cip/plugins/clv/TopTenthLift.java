package cip.plugins.clv;

import cip.spi.Figure;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Mean amount of the tenth predicted highest / mean amount of all. */
final class TopTenthLift implements Figure {
    @Override
    public ToDoubleFunction<int[]> of(double[] predicted, double[] actual) {
        int[] order = IntStream.range(0, predicted.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> predicted[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        return counts -> lift(predicted, actual, order, counts);
    }

    /** Of customers predicted alike, of whom not all fit into the tenth, each counts in part. */
    private static double lift(double[] predicted, double[] actual, int[] order, int[] counts) {
        double customers = 0;
        double total = 0;
        for (int i = 0; i < counts.length; i++) {
            customers += counts[i];
            total += counts[i] * actual[i];
        }
        double wanted = customers / 10;
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
        return top / wanted / (total / customers);
    }
}
