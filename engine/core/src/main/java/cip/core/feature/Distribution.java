package cip.core.feature;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;

/**
 * How the reference customers' values of one expression are spread. Exact up to {@value #MOST_DISTINCT} distinct values;
 * above that {@value #MOST_DISTINCT} quantile points.
 */
public sealed interface Distribution permits ExactDistribution, QuantileDistribution {
    /** As many as quantile points: 0 %, 0.1 % ... 100 %. */
    int MOST_DISTINCT = 1001;

    /** Values that were not missing. */
    long count();

    /** The smallest value; {@code NaN} when there is none. */
    double minimum();

    /** The largest value; {@code NaN} when there is none. */
    double maximum();

    /**
     * The value below which the given share lies, linear between neighbours (Hyndman and Fan 1996, definition 7).
     *
     * @param share 0..1
     * @return {@code NaN} when there is no value
     */
    double quantile(double share);

    /**
     * The average rank that the value has among the reference values, divided by their number: 0..1, never falling as the
     * value rises; {@code NaN} for a missing value or when there is no reference value.
     */
    double percentile(double value);

    /** As it is written into the reference file. */
    ObjectNode json();

    /** Of any number of values in any order; {@code NaN} is left out. */
    static Distribution of(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            distinct += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
        }
        return distinct <= MOST_DISTINCT
                ? ExactDistribution.ofSorted(sorted, distinct)
                : QuantileDistribution.ofSorted(sorted);
    }
}
