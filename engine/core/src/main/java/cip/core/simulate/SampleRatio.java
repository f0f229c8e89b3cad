package cip.core.simulate;

import org.apache.commons.math3.special.Erf;

/**
 * Whether as many customers are in an arm as its share says: Pearson's chi-square test with one degree of freedom. A share
 * that is off means that the arms differ by more than the strategy, and that they cannot be compared (Fabijan et al.,
 * "Diagnosing sample ratio mismatch", KDD 2019, doi 10.1145/3292500.3330722).
 *
 * @param expected customers that the share would give
 * @param p probability of at least so large a difference by chance
 */
public record SampleRatio(double expected, double chiSquare, double p) {
    /** As in the paper: a mismatch is claimed only when chance gives one in a thousand tests. */
    private static final double LEAST_P = 0.001;

    /**
     * @param customers in both arms
     * @param inArm of those, in the arm
     * @param share of the arm, above 0 and below 1
     */
    static SampleRatio of(int customers, int inArm, double share) {
        double expected = customers * share;
        double apart = inArm - expected;
        double chiSquare = customers == 0 ? 0 : apart * apart / (expected * (1 - share));
        return new SampleRatio(expected, chiSquare, Erf.erfc(Math.sqrt(chiSquare / 2)));
    }

    public boolean isOff() {
        return p < LEAST_P;
    }
}
