package cip.core.rule;

import java.math.BigDecimal;

/** Numbers written for people: every digit that matters, none that does not. */
final class Numbers {
    private Numbers() {}

    /** The shortest decimal that reads back as the same double, without an exponent or trailing zeros. */
    static String plain(double number) {
        String digits = BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        return digits.length() <= 24 ? digits : Double.toString(number);
    }

    /** The numbers a term can have, e.g. {@code 0 to 1}. */
    static String interval(double minimum, double maximum) {
        if (maximum == Double.POSITIVE_INFINITY) {
            return "what it can be, at least " + plain(minimum);
        }
        return minimum == Double.NEGATIVE_INFINITY
                ? "what it can be, at most " + plain(maximum)
                : "what it can be, " + plain(minimum) + " to " + plain(maximum);
    }
}
