package cip.core.score;

/**
 * When two engines give the same score. Sums are added in the same order with the same types and come out equal to the bit;
 * exp, log and pow are only defined to within one unit in the last place (java.lang.Math), so one is allowed.
 */
final class Agreement {
    private static final double MOST_ULPS = 1;

    private Agreement() {}

    /** @param score finite @param other may be NaN, which agrees with nothing */
    static boolean between(double score, double other) {
        return Math.abs(score - other) <= MOST_ULPS * Math.ulp(Math.max(Math.abs(score), Math.abs(other)));
    }
}
