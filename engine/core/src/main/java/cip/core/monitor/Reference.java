package cip.core.monitor;

import cip.spi.FeatureColumn;

/** How a number or a category was distributed when it was last known to be right. */
public sealed interface Reference permits QuantileReference, CategoryReference {
    /** How many customers stand behind a reference that does not say so: no more than a verdict needs at least. */
    int UNKNOWN_SIZE = Verdict.FEWEST_CUSTOMERS;

    /** Share of the customers without a value, 0..1. */
    double missing();

    /** How many customers the reference was taken from. */
    long customers();

    /**
     * Compares the values of today with the reference. Takes time in proportion to the rows; sorts nothing.
     *
     * @throws IllegalArgumentException when the column holds something else than the reference
     */
    Drift compare(FeatureColumn column);
}
