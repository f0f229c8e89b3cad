package cip.core.simulate;

import cip.core.rule.Term;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where the bins of a term's values begin and end: round numbers at equal distances, the present threshold among them. */
record ThresholdScale(double[] edges) {
    private static final int MOST_BINS = 40;
    private static final int SAMPLE = 100_000;
    private static final double TAIL = 0.005;
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    /** @param now is within the scale */
    static ThresholdScale of(double[] values, Term term, double now) {
        double[] sorted = sample(values);
        double low = limit(term.minimum(), sorted, TAIL, now);
        double high = limit(term.maximum(), sorted, 1 - TAIL, now);
        low = Math.min(low, now);
        high = Math.max(high, now);
        double step = step(Math.max(high - low, Math.ulp(now) * MOST_BINS * 2 + Double.MIN_NORMAL));
        double first = Math.floor(low / step);
        int bins = (int) Math.max(1, Math.ceil(high / step - 1e-9) - first);
        double[] edges = new double[bins + 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = round((first + i) * step, step);
        }
        return new ThresholdScale(edges);
    }

    private static double limit(@Nullable Double declared, double[] sorted, double share, double now) {
        if (declared != null) {
            return declared;
        }
        return sorted.length == 0 ? now : sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    private static double[] sample(double[] values) {
        int every = Math.max(1, values.length / SAMPLE);
        double[] sample = new double[values.length / every + 1];
        int size = 0;
        for (int row = 0; row < values.length; row += every) {
            if (!Double.isNaN(values[row])) {
                sample[size++] = values[row];
            }
        }
        double[] sorted = Arrays.copyOf(sample, size);
        Arrays.sort(sorted);
        return sorted;
    }

    /** The smallest round step that needs no more than the most bins, one kept for rounding at both ends. */
    private static double step(double width) {
        double least = width / (MOST_BINS - 1);
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : ROUND) {
            if (factor * power >= least) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** Without the last digits that multiplying leaves, e.g. 0.30000000000000004. */
    private static double round(double value, double step) {
        double digits = Math.pow(10, Math.ceil(-Math.log10(step)) + 2);
        double rounded = Math.rint(value * digits) / digits;
        return Double.isFinite(rounded) ? rounded + 0.0 : value;
    }

    /** The bin a value is in; the outermost ones take what lies beyond. */
    int bin(double value) {
        return Math.max(0, Math.min(edges.length - 2, edgesUpTo(value, true) - 1));
    }

    /** How many edges are below the value, or equal to it when {@code orEqual}. */
    int edgesUpTo(double value, boolean orEqual) {
        int from = 0;
        int to = edges.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            boolean up = orEqual ? edges[middle] <= value : edges[middle] < value;
            if (up) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
