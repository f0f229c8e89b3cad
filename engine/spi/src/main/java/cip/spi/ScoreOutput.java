package cip.spi;

/**
 * What a score is.
 *
 * @param name e.g. {@code clv}
 * @param kind what the number means
 * @param unit e.g. {@code EUR per 12 months}; empty for a probability or a cluster
 */
public record ScoreOutput(String name, Kind kind, String unit) {
    /** What the number means. */
    public enum Kind {
        /** An amount in the score's unit. */
        AMOUNT,
        /** A probability, 0..1. */
        PROBABILITY,
        /** A cluster's number, 1..k. */
        CLUSTER
    }
}
