package cip.plugins.csv;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The shortest decimal text that reads back as the same double, without exponent and in no country's style: 1234.5,
 * 0.0000001, 42.
 *
 * <p>{@link Double#toString} is not used: before Java 19 it sometimes gives more digits than needed (JDK-4511638), and it
 * writes exponents. A decimal of at most 15 digits is read back unchanged, so one found by scaling with a power of ten
 * that is exact (10^0 to 10^22) is the shortest; what needs 16 or 17 digits is rounded from the exact binary value.
 */
final class PlainNumber {
    private static final double LARGEST_SCALED = 1e15;
    private static final double[] POWERS = new double[23];

    static {
        double power = 1;
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = power;
            power *= 10;
        }
    }

    private PlainNumber() {}

    /** @throws IllegalArgumentException when the value is not finite */
    static String text(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("The number " + value + " cannot be written.");
        }
        if (value == Math.rint(value) && Math.abs(value) < LARGEST_SCALED) {
            return Long.toString((long) value);
        }
        for (int digits = 1; digits < POWERS.length; digits++) {
            double scaled = Math.rint(value * POWERS[digits]);
            if (Math.abs(scaled) >= LARGEST_SCALED) {
                break;
            }
            if (scaled / POWERS[digits] == value) {
                return BigDecimal.valueOf((long) scaled, digits).toPlainString();
            }
        }
        return rounded(value);
    }

    private static String rounded(double value) {
        BigDecimal exact = new BigDecimal(value);
        double magnitude = Math.abs(value);
        int precision = magnitude >= 1e-7 && magnitude < LARGEST_SCALED ? 16 : 1;
        BigDecimal candidate = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
        while (candidate.doubleValue() != value) {
            precision++;
            candidate = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
        }
        return candidate.stripTrailingZeros().toPlainString();
    }
}
