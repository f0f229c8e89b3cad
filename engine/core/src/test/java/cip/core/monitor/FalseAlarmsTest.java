package cip.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How often chance passes for drift, and how often drift for chance: measured on drawn customers, seeds fixed. */
class FalseAlarmsTest {
    private static final int REPEATS = 2_000;

    @Test
    void oneSampleInAHundredExceedsTheNoiseWithoutDrift() {
        for (int customers : new int[] {100, 238, 2_000}) {
            int psi = 0;
            int ks = 0;
            Random random = new Random(customers);
            for (int i = 0; i < REPEATS; i++) {
                Drift drift = compared(1_000, customers, random, Random::nextGaussian, Random::nextGaussian);
                psi += exceedsNoise(drift.psi()) ? 1 : 0;
                ks += exceedsNoise(drift.ks()) ? 1 : 0;
            }
            assertThat((double) psi / REPEATS)
                    .as("index, %d customers", customers)
                    .isBetween(0.003, 0.02);
            assertThat((double) ks / REPEATS)
                    .as("distance, %d customers", customers)
                    .isBetween(0.001, 0.015);
        }
    }

    @Test
    void countsAndZerosAlarmNoMoreOftenThanOtherNumbers() {
        ToDoubleFunction<Random> purchases = random -> Math.floor(Math.exp(random.nextGaussian()) * 2) * 10;
        int alarms = 0;
        Random random = new Random(11);
        for (int i = 0; i < REPEATS; i++) {
            Drift drift = compared(1_000, 238, random, purchases, purchases);
            alarms += drift.verdict() == Verdict.STABLE ? 0 : 1;
        }

        assertThat((double) alarms / REPEATS).isLessThan(0.02);
    }

    @Test
    void aMeanThatMovesByHalfADeviationIsFound() {
        Random random = new Random(5);
        int found = 0;
        int drifted = 0;
        for (int i = 0; i < 500; i++) {
            Drift drift = compared(20_000, 238, random, Random::nextGaussian, r -> r.nextGaussian() + 0.6);
            found += drift.verdict() == Verdict.STABLE ? 0 : 1;
            drifted += drift.verdict() == Verdict.DRIFT ? 1 : 0;
        }

        assertThat(found).isGreaterThan(495);
        assertThat(drifted).isGreaterThan(400);
    }

    @Test
    void aSmallMoveOfManyCustomersIsNoDriftThoughItIsNoChance() {
        Drift drift =
                compared(100_000, 100_000, new Random(6), Random::nextGaussian, random -> random.nextGaussian() + 0.1);

        assertThat(exceedsNoise(drift.psi())).isTrue();
        assertThat(drift.verdict()).isEqualTo(Verdict.STABLE);
    }

    @Test
    void theIntervalHoldsTheTrueIndexNineteenTimesInTwenty() {
        // against a normal distribution moved by 0.5, over the tenths of the first: the sum of (p - q) ln(p / q)
        double truth = Objects.requireNonNull(
                        compared(2_000_000, 2_000_000, new Random(1), Random::nextGaussian, r -> r.nextGaussian() + 0.5)
                                .psi())
                .value();
        Random random = new Random(9);
        int held = 0;
        for (int i = 0; i < REPEATS; i++) {
            Measure psi = Objects.requireNonNull(
                    compared(2_000, 1_000, random, Random::nextGaussian, r -> r.nextGaussian() + 0.5)
                            .psi());
            held += psi.low() <= truth && truth <= psi.high() ? 1 : 0;
        }

        assertThat((double) held / REPEATS).isBetween(0.92, 0.98);
    }

    private static Drift compared(
            int then, int now, Random random, ToDoubleFunction<Random> before, ToDoubleFunction<Random> after) {
        QuantileReference reference = References.of(References.drawn(then, random, before));
        return reference.compare(References.column(References.drawn(now, random, after)));
    }

    private static boolean exceedsNoise(@Nullable Measure measure) {
        Measure present = Objects.requireNonNull(measure);
        return present.value() > present.noise();
    }
}
