package cip.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTest {
    @Test
    void averageRanksShareTiesEvenly() {
        Distribution distribution = Distribution.of(new double[] {3, 1, 2, 2, Double.NaN});

        assertThat(distribution.count()).isEqualTo(4);
        assertThat(distribution.percentile(1)).isEqualTo(0.25);
        assertThat(distribution.percentile(2)).isEqualTo(2.5 / 4);
        assertThat(distribution.percentile(3)).isEqualTo(1);
        assertThat(distribution.percentile(0)).isEqualTo(0.125);
        assertThat(distribution.percentile(9)).isEqualTo(1);
        assertThat(distribution.percentile(Double.NaN)).isNaN();
    }

    @Test
    void quantilesAreLinearBetweenNeighbours() {
        Distribution distribution = Distribution.of(new double[] {10, 20, 40, 40});

        assertThat(distribution.quantile(0)).isEqualTo(10);
        assertThat(distribution.quantile(0.5)).isEqualTo(30);
        assertThat(distribution.quantile(0.25)).isEqualTo(17.5);
        assertThat(distribution.quantile(1)).isEqualTo(40);
    }

    @Test
    void nothingKnownGivesMissing() {
        Distribution distribution = Distribution.of(new double[] {Double.NaN});

        assertThat(distribution.count()).isZero();
        assertThat(distribution.percentile(1)).isNaN();
        assertThat(distribution.quantile(0.5)).isNaN();
        assertThat(distribution.minimum()).isNaN();
        assertThat(distribution.maximum()).isNaN();
    }

    @Test
    void manyValuesAreKeptAsQuantilePointsCloseToTheExactAnswer() {
        double[] values =
                new SplittableRandom(1).doubles(50_000).map(v -> v * v * 1000).toArray();
        Distribution compact = Distribution.of(values);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        long[] once = new long[sorted.length];
        Arrays.fill(once, 1);
        Distribution exact = new ExactDistribution(sorted, once);

        assertThat(compact).isInstanceOf(QuantileDistribution.class);
        assertThat(compact.count()).isEqualTo(50_000);
        assertThat(compact.minimum()).isEqualTo(sorted[0]);
        assertThat(compact.maximum()).isEqualTo(sorted[sorted.length - 1]);
        for (double value = -10; value < 1010; value += 0.7) {
            assertThat(compact.percentile(value)).isCloseTo(exact.percentile(value), within(0.001));
        }
        for (double share = 0; share <= 1; share += 0.001) {
            assertThat(compact.quantile(share)).isCloseTo(exact.quantile(share), within(0.01));
        }
    }

    @Test
    void manyValuesOfFewKindsStayExact() {
        double[] values =
                new SplittableRandom(2).ints(100_000, 0, 1001).asDoubleStream().toArray();

        assertThat(Distribution.of(values)).isInstanceOf(ExactDistribution.class);
    }

    @Test
    void aHeapOfEqualValuesInTheQuantilePointsSharesItsRank() {
        double[] values = new double[10_000];
        for (int i = 0; i < 4000; i++) {
            values[i] = i + 1;
        }
        Distribution compact = Distribution.of(values);

        assertThat(compact).isInstanceOf(QuantileDistribution.class);
        assertThat(compact.percentile(0)).isCloseTo(0.3, within(0.001));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 238, 1001, 5000})
    void percentilesNeverFallAndStayBetweenZeroAndOne(int count) {
        double[] values = new SplittableRandom(count)
                .doubles(count)
                .map(v -> Math.rint(v * count))
                .toArray();
        for (int i = 0; i < count; i += 3) {
            values[i] += 0.25;
        }
        Distribution distribution = Distribution.of(values);
        double last = 0;
        for (double value = -1; value < count + 1; value += 0.125) {
            double percentile = distribution.percentile(value);
            assertThat(percentile).as("%s of %s", value, count).isBetween(last, 1.0);
            last = percentile;
        }
    }
}
