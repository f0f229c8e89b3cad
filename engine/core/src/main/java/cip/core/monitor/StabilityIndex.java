package cip.core.monitor;

import java.util.ArrayList;
import java.util.List;

/**
 * The population stability index: the sum over all bins of (p - q) ln(p / q), p the share of the customers now, q of those of
 * the reference. It is Jeffreys' symmetric divergence of two multinomials (Kullback and Leibler, On Information and
 * Sufficiency, Annals of Mathematical Statistics 22, 1951, their divergence J). That 0.1 means watch and 0.25 drift is a rule
 * of thumb that refers to no error rate (Yurdakul and Naranjo, Statistical Properties of the Population Stability Index,
 * Journal of Risk Model Validation 14, 2020).
 *
 * <ul>
 *   <li>A share is (count + 1/2) / (all + bins / 2), so that an empty bin is rare and not impossible (the posterior mean
 *       under Jeffreys' prior; Krichevsky and Trofimov, The Performance of Universal Encoding, IEEE Transactions on
 *       Information Theory 27, 1981).
 *   <li>Bins in which the reference expects fewer than five customers count as one (Cochran, Some Methods for
 *       Strengthening the Common chi-square Tests, Biometrics 10, 1954).
 *   <li>Without drift the index is about (1/n + 1/m) times a chi-square of bins - 1 degrees of freedom (Yurdakul and
 *       Naranjo as above). Its 99 % point is the noise: with 238 customers against 238 it is 0.18, so the convention alone would cry wolf.
 *   <li>The interval takes the mean of that noise off and adds 1.96 standard errors by the delta method for multinomials
 *       (Bishop, Fienberg and Holland, Discrete Multivariate Analysis, MIT Press 1975, on asymptotic methods).
 * </ul>
 */
final class StabilityIndex {
    private static final double WATCH = 0.1;
    private static final double DRIFT = 0.25;
    private static final double FEWEST_EXPECTED = 5;
    private static final double NORMAL_95 = 1.959964;
    private static final double NORMAL_99_ONE_SIDED = 2.326348;

    private StabilityIndex() {}

    /** @param bins their shares add up to one on both sides */
    static Measure of(List<Bin> bins, long customers, long referenceCustomers) {
        List<double[]> shares = pooled(bins, customers);
        int free = shares.size() - 1;
        double perCustomer = 1.0 / customers + 1.0 / referenceCustomers;
        double value = 0;
        Moments now = new Moments();
        Moments then = new Moments();
        for (double[] share : shares) {
            double q = smooth(share[0], referenceCustomers, shares.size());
            double p = smooth(share[1], customers, shares.size());
            value += (p - q) * Math.log(p / q);
            now.add(p, Math.log(p / q) + 1 - q / p);
            then.add(q, Math.log(q / p) + 1 - p / q);
        }
        double error = Math.sqrt(now.variance() / customers + then.variance() / referenceCustomers);
        double centre = Math.max(0, value - free * perCustomer);
        return Measure.of(
                value,
                Math.min(value, Math.max(0, centre - NORMAL_95 * error)),
                Math.max(value, centre + NORMAL_95 * error),
                chiSquare99(free) * perCustomer,
                WATCH,
                DRIFT);
    }

    private static List<double[]> pooled(List<Bin> bins, long customers) {
        List<double[]> shares = new ArrayList<>();
        double[] rare = new double[2];
        for (Bin bin : bins) {
            if (bin.reference() * customers < FEWEST_EXPECTED) {
                rare[0] += bin.reference();
                rare[1] += bin.current();
            } else {
                shares.add(new double[] {bin.reference(), bin.current()});
            }
        }
        if (rare[0] + rare[1] > 0) {
            shares.add(rare);
        }
        return shares;
    }

    private static double smooth(double share, long customers, int bins) {
        return (share * customers + 0.5) / (customers + 0.5 * bins);
    }

    /**
     * The 99 % point of a chi-square (Wilson and Hilferty, The Distribution of Chi-Square, Proceedings of the National
     * Academy of Sciences 17, 1931, doi:10.1073/pnas.17.12.684); off by less than 1 % from two degrees of freedom on.
     */
    static double chiSquare99(int degreesOfFreedom) {
        if (degreesOfFreedom <= 0) {
            return 0;
        }
        double ninth = 2.0 / (9 * degreesOfFreedom);
        return degreesOfFreedom * Math.pow(1 - ninth + NORMAL_99_ONE_SIDED * Math.sqrt(ninth), 3);
    }

    /** Of a slope over the cells of a multinomial. */
    private static final class Moments {
        private double mean;
        private double square;

        void add(double share, double slope) {
            mean += share * slope;
            square += share * slope * slope;
        }

        double variance() {
            return Math.max(0, square - mean * mean);
        }
    }
}
