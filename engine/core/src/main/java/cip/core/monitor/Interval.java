package cip.core.monitor;

import org.jspecify.annotations.Nullable;

/** Two points of what was drawn, as much below the lower as above the upper. @param low {@code null} = nothing was drawn */
record Interval(@Nullable Double low, @Nullable Double high) {
    /** Nineteen in twenty of what was drawn. */
    static Interval of95(double[] sorted) {
        return of(sorted, 0.025);
    }

    /** Ninety-nine in a hundred. */
    static Interval of99(double[] sorted) {
        return of(sorted, 0.005);
    }

    private static Interval of(double[] sorted, double share) {
        if (sorted.length == 0) {
            return new Interval(null, null);
        }
        int tail = (int) Math.floor(sorted.length * share);
        return new Interval(sorted[tail], sorted[sorted.length - 1 - tail]);
    }

    boolean leavesOutZero() {
        return low != null && high != null && (low > 0 || high < 0);
    }
}
