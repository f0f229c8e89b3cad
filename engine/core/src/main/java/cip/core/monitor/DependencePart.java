package cip.core.monitor;

/**
 * What an input adds for the customers with some of its values.
 *
 * @param category of a text; empty for other kinds
 * @param from smallest number; NaN for other kinds
 * @param to largest number; NaN for other kinds
 * @param rows how many customers
 * @param mean of their shares, on the scale
 * @param low a tenth of the shares lie below
 * @param high a tenth of the shares lie above
 */
public record DependencePart(
        Kind kind, String category, double from, double to, int rows, double mean, double low, double high) {
    /** What the customers have in common. */
    public enum Kind {
        /** A number from one to another. */
        RANGE,
        /** A text. */
        CATEGORY,
        /** Any text but those that most customers have. */
        OTHERS,
        /** No value. */
        MISSING
    }
}
