package cip.core.monitor;

/** What a distance between two distributions means. */
public enum Verdict {
    /** Too few customers on either side to tell. */
    NOT_ENOUGH_DATA,
    /** Near, or not further apart than chance alone would have it. */
    STABLE,
    /** A moderate change. */
    WATCH,
    /** A change in which the model was not learned. */
    DRIFT;

    /** Fewer customers than this, on either side, give no verdict. */
    public static final int FEWEST_CUSTOMERS = 100;

    /** Fewer outcomes of either kind than this say little about a probability. */
    static final int FEWEST_OF_A_KIND = 20;

    /** The graver of both; nothing known is the least grave. */
    Verdict orWorse(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
