package cip.core.feature;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;

/** Evenly spaced quantile points of a distribution with too many distinct values to keep; between two of them it is linear. */
final class QuantileDistribution implements Distribution {
    private final long count;
    /** Never falling; the first is the minimum, the last the maximum. */
    private final double[] points;

    QuantileDistribution(long count, double[] points) {
        this.count = count;
        this.points = points.clone();
    }

    static QuantileDistribution ofSorted(double[] sorted) {
        double[] points = new double[MOST_DISTINCT];
        int intervals = MOST_DISTINCT - 1;
        for (int i = 0; i <= intervals; i++) {
            double position = (double) (sorted.length - 1) * i / intervals;
            int lower = (int) Math.floor(position);
            int upper = Math.min(lower + 1, sorted.length - 1);
            points[i] = sorted[lower] + (sorted[upper] - sorted[lower]) * (position - lower);
        }
        return new QuantileDistribution(sorted.length, points);
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public double minimum() {
        return points[0];
    }

    @Override
    public double maximum() {
        return points[points.length - 1];
    }

    @Override
    public double quantile(double share) {
        double position = (points.length - 1) * share;
        int lower = (int) Math.floor(position);
        int upper = Math.min(lower + 1, points.length - 1);
        return points[lower] + (points[upper] - points[lower]) * (position - lower);
    }

    @Override
    public double percentile(double value) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        if (value < minimum() || value > maximum()) {
            return value < minimum() ? 0 : 1;
        }
        int first = firstNotBelow(value);
        double intervals = points.length - 1;
        if (points[first] != value) {
            double low = points[first - 1];
            return (first - 1 + (value - low) / (points[first] - low)) / intervals;
        }
        int last = first;
        while (last + 1 < points.length && points[last + 1] == value) {
            last++;
        }
        return (first + last) / 2.0 / intervals;
    }

    private int firstNotBelow(double value) {
        int low = 0;
        int high = points.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (points[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = FeatureJson.object().put("count", count);
        json.set("quantiles", FeatureJson.numbers(points));
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QuantileDistribution that && count == that.count && Arrays.equals(points, that.points);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(count) + Arrays.hashCode(points);
    }
}
