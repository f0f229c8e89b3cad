package cip.core.monitor;

/**
 * The largest difference between two distribution functions, the two-sample statistic of Smirnov (Table for Estimating the
 * Goodness of Fit of Empirical Distributions, Annals of Mathematical Statistics 19, 1948, doi:10.1214/aoms/1177730256).
 *
 * <ul>
 *   <li>Without drift it exceeds c times the root of (1/n + 1/m) in a share of 2 exp(-2 c c) of all cases (Smirnov as above,
 *       first term of the series): c = 1.628 for 1 %, which is the noise, and 1.358 for 5 %.
 *   <li>The sample's distance differs from the populations' by at most the largest error of both distribution functions
 *       (triangle inequality), so the interval is the value and 1.358 times that root to either side. That the bound holds for
 *       finite samples too: Massart, The Tight Constant in the Dvoretzky-Kiefer-Wolfowitz Inequality, Annals of Probability
 *       18, 1990, doi:10.1214/aop/1176990746; for two samples Wei and Dudley, Two-Sample Dvoretzky-Kiefer-Wolfowitz
 *       Inequalities, Statistics and Probability Letters 82, 2012, doi:10.1016/j.spl.2011.11.012.
 *   <li>A normal distribution that moves by d standard deviations has a stability index of d d and a distance of
 *       2 Phi(d / 2) - 1. So 0.1 and 0.25 of the one answer to 0.126 and 0.197 of the other, rounded here.
 * </ul>
 */
final class KolmogorovDistance {
    private static final double WATCH = 0.125;
    private static final double DRIFT = 0.2;
    private static final double ONE_IN_A_HUNDRED = 1.628;
    private static final double FIVE_IN_A_HUNDRED = 1.358;

    private KolmogorovDistance() {}

    /** @param distance between the distribution functions, 0..1 */
    static Measure of(double distance, long customers, long referenceCustomers) {
        double root = Math.sqrt(1.0 / customers + 1.0 / referenceCustomers);
        Measure measure = Measure.of(
                distance,
                Math.max(0, distance - FIVE_IN_A_HUNDRED * root),
                Math.min(1, distance + FIVE_IN_A_HUNDRED * root),
                ONE_IN_A_HUNDRED * root,
                WATCH,
                DRIFT);
        return Math.min(customers, referenceCustomers) < Verdict.FEWEST_CUSTOMERS ? measure.withoutVerdict() : measure;
    }
}
