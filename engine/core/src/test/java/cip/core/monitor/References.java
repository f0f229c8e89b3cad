package cip.core.monitor;

import cip.spi.FeatureColumn.NumberColumn;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Samples, and references taken from them the way model cards take theirs. */
final class References {
    private References() {}

    static QuantileReference of(double[] values) {
        double[] known =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        List<Double> quantiles = IntStream.rangeClosed(0, 20)
                .mapToObj(step -> known[(int) ((long) step * (known.length - 1) / 20)])
                .toList();
        return new QuantileReference(1 - (double) known.length / values.length, quantiles, values.length);
    }

    static double[] drawn(int customers, Random random, ToDoubleFunction<Random> one) {
        double[] values = new double[customers];
        for (int i = 0; i < customers; i++) {
            values[i] = one.applyAsDouble(random);
        }
        return values;
    }

    static NumberColumn column(double... values) {
        return new NumberColumn("x", values);
    }
}
