package cip.core.monitor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Wasserstein distance of order one between a reference and today's values: how far a value has moved on average, which
 * for numbers is the area between both distribution functions (Vallender, Calculation of the Wasserstein Distance between
 * Probability Distributions on the Line, Theory of Probability and its Applications 18, 1974). It is told as a share of the
 * distance at which two customers of the reference are on average (Gini's mean difference), so that features of all units
 * compare. The other two distances say how many customers moved; this one says how far, e.g. after euros became cents.
 *
 * <ul>
 *   <li>Both functions are known at the quantiles of the reference and taken as straight lines in between; values beyond its
 *       smallest and largest count with how far beyond they are.
 *   <li>Without drift the difference of both functions at a value is about normal with the variance F (1 - F) (1/n + 1/m).
 *       Were these differences one and the same random number, the area would exceed 2.576 times its mean deviation once in a
 *       hundred times; as they are not, it does so more seldom, and that bound is the noise.
 *   <li>The area differs from the populations' by at most the area between samples and populations (triangle inequality), so
 *       the interval is the value and 1.960 such deviations to either side.
 *   <li>A normal distribution that moves by d deviations has a stability index of d d, and moves by d root(pi) / 2 of its mean
 *       difference. So 0.1 and 0.25 of the one answer to 0.28 and 0.44 of the other.
 * </ul>
 */
final class WassersteinDistance {
    private static final double WATCH = 0.28;
    private static final double DRIFT = 0.44;
    private static final double ONE_IN_A_HUNDRED = 2.576;
    private static final double FIVE_IN_A_HUNDRED = 1.960;

    private WassersteinDistance() {}

    /** @return {@code null} = all values of the reference are one, there is nothing to measure in */
    static @Nullable Measure of(List<Double> quantiles, TiedRanks ranks, long referenceCustomers) {
        int steps = quantiles.size() - 1;
        double area = ranks.meanBeyond();
        double deviation = 0;
        double spread = 0;
        for (int step = 0; step < steps; step++) {
            double width = quantiles.get(step + 1) - quantiles.get(step);
            double from = (double) step / steps;
            double to = (double) (step + 1) / steps;
            double middle = (from + to) / 2;
            area += width * between(ranks.shareUpTo(step) - from, ranks.shareUpTo(step + 1) - to);
            deviation += width * Math.sqrt(middle * (1 - middle));
            spread += width * 2 * middle * (1 - middle);
        }
        if (spread == 0) {
            return null;
        }
        double unit = deviation * Math.sqrt(1.0 / ranks.known() + 1.0 / referenceCustomers) / spread;
        double value = area / spread;
        Measure measure = Measure.of(
                value,
                Math.max(0, value - FIVE_IN_A_HUNDRED * unit),
                value + FIVE_IN_A_HUNDRED * unit,
                ONE_IN_A_HUNDRED * unit,
                WATCH,
                DRIFT);
        return Math.min(ranks.known(), referenceCustomers) < Verdict.FEWEST_CUSTOMERS
                ? measure.withoutVerdict()
                : measure;
    }

    /** Mean height of a line from one difference to another, whatever the sign. */
    private static double between(double from, double to) {
        if (from * to >= 0) {
            return Math.abs(from + to) / 2;
        }
        return (from * from + to * to) / (2 * (Math.abs(from) + Math.abs(to)));
    }
}
