package cip.server.models;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers as a card writes them: no reader needs more than six digits. */
final class Digits {
    private static final MathContext SIX = new MathContext(6, RoundingMode.HALF_EVEN);

    private Digits() {}

    /** @param value finite */
    static double six(double value) {
        return new BigDecimal(value).round(SIX).doubleValue() + 0.0;
    }

    /** {@code null} = not finite. */
    static @Nullable Double known(double value) {
        return Double.isFinite(value) ? six(value) : null;
    }
}
