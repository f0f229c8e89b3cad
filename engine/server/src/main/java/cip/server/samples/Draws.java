package cip.server.samples;

/**
 * Random draws that are the same on every machine and Java version: SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable
 * pseudorandom number generators") with one stream per customer, and only {@link StrictMath} on top. Not thread-safe.
 */
final class Draws {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    Draws(long seed, long stream) {
        this.state = mixed(mixed(seed + GOLDEN) + stream * 0xD1342543DE82EF95L);
    }

    private static long mixed(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** 0 (included) to 1 (excluded). */
    double uniform() {
        state += GOLDEN;
        return (mixed(state) >>> 11) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** Mean 1. */
    double exponential() {
        return -StrictMath.log(1 - uniform());
    }

    /** Mean 0, variance 1; the polar method of Marsaglia and Bray (1964). */
    double normal() {
        while (true) {
            double x = 2 * uniform() - 1;
            double y = 2 * uniform() - 1;
            double square = x * x + y * y;
            if (square > 0 && square < 1) {
                return x * Math.sqrt(-2 * StrictMath.log(square) / square);
            }
        }
    }

    /** Mean and variance {@code shape}, at least 1; Marsaglia and Tsang (2000), "A simple method for gamma variables". */
    double gamma(double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = normal();
            double v = 1 + c * x;
            if (v > 0) {
                v = v * v * v;
                if (StrictMath.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                    return d * v;
                }
            }
        }
    }
}
