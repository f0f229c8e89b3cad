package cip.plugins.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainNumberTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "42, 42",
        "-7, -7",
        "1234.5, 1234.5",
        "0.1, 0.1",
        "1e-7, 0.0000001",
        "1e21, 1000000000000000000000",
        "0.30000000000000004, 0.30000000000000004",
        "2e-3, 0.002",
        "1.0E23, 100000000000000000000000",
        "9007199254740993, 9007199254740992",
        "123456789.12, 123456789.12"
    })
    void numberIsWrittenPlain(String given, String expected) {
        double value = Double.parseDouble(given);
        assertThat(PlainNumber.text(value)).isEqualTo(expected);
    }

    @Test
    void extremesReadBack() {
        for (double value :
                new double[] {Double.MAX_VALUE, Double.MIN_VALUE, Double.MIN_NORMAL, Math.PI, Math.nextUp(1.0)}) {
            assertThat(Double.parseDouble(PlainNumber.text(value))).isEqualTo(value);
            assertThat(PlainNumber.text(-value)).isEqualTo("-" + PlainNumber.text(value));
        }
    }

    @Test
    void numbersOfAnySizeReadBackAndAreTheShortest() {
        long seed = 20260101;
        Random random = new Random(seed);
        checkMany(seed, () -> {
            double any = Double.longBitsToDouble(random.nextLong());
            return Double.isFinite(any) ? any : 0;
        });
        checkMany(seed, random::nextDouble);
        checkMany(seed, () -> random.nextGaussian() * 10_000);
        checkMany(seed, () -> Math.rint(random.nextDouble() * 1e9) / 100);
        checkMany(seed, () -> Math.rint(random.nextDouble() * 1e17) / 1e3);
        checkMany(seed, () -> Math.pow(2, random.nextInt(2000) - 1000));
    }

    @Test
    void infinityIsRefused() {
        assertThatThrownBy(() -> PlainNumber.text(Double.NEGATIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void checkMany(long seed, DoubleSupplier numbers) {
        for (int i = 0; i < 3000; i++) {
            double value = numbers.getAsDouble();
            String text = PlainNumber.text(value);
            assertThat(Double.parseDouble(text)).as("seed %d", seed).isEqualTo(value + 0.0);
            assertThat(text).doesNotContain("E").isEqualTo(shortest(value));
        }
    }

    /** Found the slow way: the first precision whose rounding reads back. */
    private static String shortest(double value) {
        for (int precision = 1; precision <= 17; precision++) {
            BigDecimal rounded = new BigDecimal(value).round(new MathContext(precision, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded.signum() == 0
                        ? "0"
                        : rounded.stripTrailingZeros().toPlainString();
            }
        }
        throw new AssertionError("17 digits are always enough, but not for " + value);
    }
}
