package cip.core.feature;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;

/** Every distinct value with the number of times it occurs. */
final class ExactDistribution implements Distribution {
    private final double[] values;
    /** How many reference values are at most {@code values[i]}. */
    private final long[] atMost;

    /** @param values rising; @param counts of each, at least 1 */
    ExactDistribution(double[] values, long[] counts) {
        this.values = values.clone();
        this.atMost = counts.clone();
        Arrays.parallelPrefix(atMost, Long::sum);
    }

    static ExactDistribution ofSorted(double[] sorted, int distinct) {
        double[] values = new double[distinct];
        long[] counts = new long[distinct];
        int last = -1;
        for (double value : sorted) {
            if (last < 0 || values[last] != value) {
                values[++last] = value;
            }
            counts[last]++;
        }
        return new ExactDistribution(values, counts);
    }

    @Override
    public long count() {
        return values.length == 0 ? 0 : atMost[atMost.length - 1];
    }

    @Override
    public double minimum() {
        return values.length == 0 ? Double.NaN : values[0];
    }

    @Override
    public double maximum() {
        return values.length == 0 ? Double.NaN : values[values.length - 1];
    }

    @Override
    public double quantile(double share) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double position = (count() - 1) * share;
        long lower = (long) Math.floor(position);
        double low = atRank(lower);
        double high = atRank(Math.min(lower + 1, count() - 1));
        return low + (high - low) * (position - lower);
    }

    /** The value of the zero-based rank. */
    private double atRank(long rank) {
        int found = Arrays.binarySearch(atMost, rank + 1);
        return values[found >= 0 ? found : -found - 1];
    }

    @Override
    public double percentile(double value) {
        if (Double.isNaN(value) || values.length == 0) {
            return Double.NaN;
        }
        int found = Arrays.binarySearch(values, value);
        int position = found >= 0 ? found : -found - 1;
        long less = position == 0 ? 0 : atMost[position - 1];
        long equal = found >= 0 ? atMost[found] - less : 0;
        return Math.min(1, (less + (equal + 1) / 2.0) / count());
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = FeatureJson.object();
        json.set("values", FeatureJson.numbers(values));
        ArrayNode counts = json.putArray("counts");
        for (int i = 0; i < atMost.length; i++) {
            counts.add(atMost[i] - (i == 0 ? 0 : atMost[i - 1]));
        }
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExactDistribution that
                && Arrays.equals(values, that.values)
                && Arrays.equals(atMost, that.atMost);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Arrays.hashCode(atMost);
    }
}
