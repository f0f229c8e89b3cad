package cip.core.monitor;

import org.jspecify.annotations.Nullable;

/**
 * A part of the range of values and the shares of the customers in it, then and now.
 *
 * @param category of a {@link Kind#CATEGORY}; {@code null} = another kind
 * @param from lower end of an {@link Kind#INTERVAL}, or the value of a {@link Kind#VALUE}; {@code null} = open
 * @param to upper end of an {@link Kind#INTERVAL}, or the value of a {@link Kind#VALUE}; {@code null} = open
 * @param reference share of all customers then, those without a value included, 0..1
 * @param current the same now
 */
public record Bin(
        Kind kind,
        @Nullable String category,
        @Nullable Double from,
        @Nullable Double to,
        double reference,
        double current) {
    /** Which values are in a bin. */
    public enum Kind {
        /** Numbers between two others; customers on an end belong to either side. */
        INTERVAL,
        /** One number that many customers share. */
        VALUE,
        /** One category. */
        CATEGORY,
        /** Rare categories that the reference does not have. */
        OTHER,
        /** No value. */
        MISSING
    }

    static Bin interval(@Nullable Double from, @Nullable Double to, double reference, double current) {
        return new Bin(Kind.INTERVAL, null, from, to, reference, current);
    }

    static Bin value(double value, double reference, double current) {
        return new Bin(Kind.VALUE, null, value, value, reference, current);
    }

    static Bin category(String category, double reference, double current) {
        return new Bin(Kind.CATEGORY, category, null, null, reference, current);
    }

    static Bin other(double current) {
        return new Bin(Kind.OTHER, null, null, null, 0, current);
    }

    static Bin missing(double reference, double current) {
        return new Bin(Kind.MISSING, null, null, null, reference, current);
    }

    Bin times(double referenceKnown, double currentKnown) {
        return new Bin(kind, category, from, to, reference * referenceKnown, current * currentKnown);
    }
}
