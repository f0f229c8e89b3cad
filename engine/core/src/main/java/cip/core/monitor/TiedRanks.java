package cip.core.monitor;

import java.util.Arrays;
import java.util.List;

/** Where today's values lie among the quantiles of a reference. */
final class TiedRanks {
    /** Half of the last of the six digits to which a reference is known. */
    private static final double ROUNDING = 5e-6;

    private final List<Double> quantiles;
    private final double[] distinct;
    private final long[] at;
    private final long[] below;
    private final long known;
    private final double beyond;

    private TiedRanks(List<Double> quantiles, double[] distinct, long[] at, long[] below, long known, double beyond) {
        this.quantiles = quantiles;
        this.distinct = distinct;
        this.at = at;
        this.below = below;
        this.known = known;
        this.beyond = beyond;
    }

    /**
     * @param quantiles none, or at least two
     * @param values {@code NaN} = missing
     */
    static TiedRanks of(List<Double> quantiles, double[] values) {
        double[] distinct = quantiles.stream()
                .mapToDouble(Double::doubleValue)
                .distinct()
                .sorted()
                .toArray();
        double[] ends = Arrays.stream(distinct).map(q -> q + rounding(q)).toArray();
        long[] at = new long[distinct.length];
        long[] between = new long[distinct.length + 1];
        long known = 0;
        double beyond = 0;
        for (double value : values) {
            if (Double.isNaN(value)) {
                continue;
            }
            known++;
            int found = Arrays.binarySearch(ends, value);
            int next = found < 0 ? -found - 1 : found;
            if (next < distinct.length && value >= distinct[next] - rounding(distinct[next])) {
                at[next]++;
            } else {
                between[next]++;
                beyond += beyond(distinct, value);
            }
        }
        long[] below = new long[distinct.length];
        long sum = 0;
        for (int i = 0; i < distinct.length; i++) {
            sum += between[i];
            below[i] = sum;
            sum += at[i];
        }
        return new TiedRanks(quantiles, distinct, at, below, known, beyond);
    }

    private static double beyond(double[] distinct, double value) {
        return distinct.length == 0
                ? 0
                : Math.max(0, Math.max(distinct[0] - value, value - distinct[distinct.length - 1]));
    }

    private static double rounding(double quantile) {
        return Math.abs(quantile) * ROUNDING;
    }

    /** How many values are not missing. */
    long known() {
        return known;
    }

    /** How far the known values are beyond the reference's smallest and largest on average; 0 for those that are not. */
    double meanBeyond() {
        return known == 0 ? 0 : beyond / known;
    }

    /**
     * Share of the known values up to a quantile, those equal to it counted as far as brings the share nearest to the
     * reference's.
     */
    double shareUpTo(int step) {
        if (known == 0) {
            return 0;
        }
        int index = Arrays.binarySearch(distinct, quantiles.get(step));
        double low = (double) below[index] / known;
        double high = (double) (below[index] + at[index]) / known;
        double wanted = (double) step / (quantiles.size() - 1);
        return Math.max(low, Math.min(high, wanted));
    }
}
