package cip.core.simulate;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison with a threshold would come to wherever the threshold lay, over one base, for the whole decision.
 *
 * @param present customers with a value of the term
 * @param missing customers without one; no threshold makes the comparison hold for them
 * @param low where the first bin begins; smaller values are in it
 * @param high where the last bin ends; larger values are in it
 * @param bins of equal width
 * @param now at the present threshold
 * @param curve at every edge of the bins
 */
public record ThresholdCurve(
        int present,
        int missing,
        double low,
        double high,
        List<ThresholdBin> bins,
        ThresholdPoint now,
        List<ThresholdPoint> curve) {
    public ThresholdCurve {
        bins = List.copyOf(bins);
        curve = List.copyOf(curve);
    }

    /**
     * @param low belongs to it, {@code high} does not
     * @param customers with such a value
     * @param others of those, who are reached if the comparison holds
     */
    public record ThresholdBin(double low, double high, int customers, int others) {}

    /**
     * @param meeting customers for whom the comparison alone holds
     * @param reached customers in the segment, or whose first action is the action
     * @param value sum of the value score over those reached, in its unit
     * @param contacts customers of the base whose first action is not the fallback
     * @param cost of the first actions of the base, in the currency
     * @param expectedValue of the first actions of the base, their cost taken off
     * @param precision of the comparison against what came true; {@code null} = not known
     * @param recall likewise
     */
    public record ThresholdPoint(
            double threshold,
            long meeting,
            long reached,
            double value,
            long contacts,
            double cost,
            double expectedValue,
            @Nullable Double precision,
            @Nullable Double recall) {
        /** The same with what is known of how the comparison turns out there. */
        public ThresholdPoint measured(double withPrecision, double withRecall) {
            return new ThresholdPoint(
                    threshold, meeting, reached, value, contacts, cost, expectedValue, withPrecision, withRecall);
        }
    }

    /** The same with its points completed. */
    public ThresholdCurve with(UnaryOperator<ThresholdPoint> completed) {
        return new ThresholdCurve(
                present,
                missing,
                low,
                high,
                bins,
                completed.apply(now),
                curve.stream().map(completed).toList());
    }
}
