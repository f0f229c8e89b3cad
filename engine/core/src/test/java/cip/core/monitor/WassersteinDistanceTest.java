package cip.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** How far numbers have moved, against closed forms; seeds fixed. */
class WassersteinDistanceTest {
    private static final int REPEATS = 2_000;

    @Test
    void aNormalThatMovesByADeviationMovesByRootPiHalvesOfItsMeanDifference() {
        Measure measure = compared(200_000, 200_000, new Random(1), Random::nextGaussian, r -> r.nextGaussian() + 1);

        // W = 1, Gini's mean difference of a standard normal = 2 / root(pi); straight lines between quantiles widen it
        // a little
        assertThat(measure.value()).isCloseTo(Math.sqrt(Math.PI) / 2, within(0.06));
        assertThat(measure.verdict()).isEqualTo(Verdict.DRIFT);
    }

    @Test
    void evenNumbersThatMoveGiveTheExactShare() {
        // the mean difference of a uniform on 0..1 is 1/3, and all of it moves by 0.1
        Measure measure = compared(200_000, 200_000, new Random(2), Random::nextDouble, r -> r.nextDouble() + 0.1);

        assertThat(measure.value()).isCloseTo(0.3, within(0.01));
        assertThat(measure.verdict()).isEqualTo(Verdict.WATCH);
    }

    @Test
    void aFewEurosReadAsCentsAreSeenThoughTheOtherDistancesCallItStable() {
        Random random = new Random(3);
        double[] before = References.drawn(20_000, random, r -> 50 + 10 * r.nextGaussian());
        double[] after = Arrays.stream(References.drawn(20_000, random, r -> 50 + 10 * r.nextGaussian()))
                .map(value -> random.nextInt(33) == 0 ? value * 100 : value)
                .toArray();

        Drift drift = References.of(before).compare(References.column(after));

        assertThat(Objects.requireNonNull(drift.psi()).verdict()).isEqualTo(Verdict.STABLE);
        assertThat(Objects.requireNonNull(drift.ks()).verdict()).isEqualTo(Verdict.STABLE);
        assertThat(Objects.requireNonNull(drift.wasserstein()).verdict()).isEqualTo(Verdict.DRIFT);
        assertThat(drift.verdict()).isEqualTo(Verdict.DRIFT);
    }

    @Test
    void chanceExceedsTheNoiseLessThanOnceInAHundred() {
        ToDoubleFunction<Random> amounts = random -> Math.exp(1.2 * random.nextGaussian()) * 100;
        ToDoubleFunction<Random> mostlyZero =
                random -> random.nextInt(10) < 7 ? 0 : Math.exp(random.nextGaussian()) * 100;
        for (ToDoubleFunction<Random> kind :
                java.util.List.<ToDoubleFunction<Random>>of(Random::nextGaussian, amounts, mostlyZero)) {
            for (int customers : new int[] {100, 238, 2_000}) {
                Random random = new Random(customers);
                int exceeded = 0;
                int alarms = 0;
                for (int i = 0; i < REPEATS; i++) {
                    Measure measure = compared(1_000, customers, random, kind, kind);
                    exceeded += measure.value() > measure.noise() ? 1 : 0;
                    alarms += measure.verdict() == Verdict.STABLE ? 0 : 1;
                }
                assertThat((double) exceeded / REPEATS)
                        .as("%d customers", customers)
                        .isLessThan(0.01);
                assertThat((double) alarms / REPEATS)
                        .as("%d customers", customers)
                        .isLessThan(0.01);
            }
        }
    }

    @Test
    void aReferenceOfOneValueHasNoUnitToMeasureIn() {
        double[] same = new double[200];

        assertThat(References.of(same).compare(References.column(same)).wasserstein())
                .isNull();
    }

    @Test
    void fewerThanAHundredCustomersGiveNoVerdict() {
        Measure measure = compared(1_000, 60, new Random(4), Random::nextGaussian, r -> r.nextGaussian() + 3);

        assertThat(measure.value()).isGreaterThan(1);
        assertThat(measure.verdict()).isEqualTo(Verdict.NOT_ENOUGH_DATA);
    }

    private static Measure compared(
            int then, int now, Random random, ToDoubleFunction<Random> before, ToDoubleFunction<Random> after) {
        QuantileReference reference = References.of(References.drawn(then, random, before));
        return Objects.requireNonNull(reference
                .compare(References.column(References.drawn(now, random, after)))
                .wasserstein());
    }
}
