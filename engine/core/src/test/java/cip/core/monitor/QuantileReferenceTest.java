package cip.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cip.spi.FeatureColumn.TextColumn;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuantileReferenceTest {
    /** 0, 5, ... 100: evenly spread. */
    private static final QuantileReference EVEN = new QuantileReference(
            0, IntStream.rangeClosed(0, 20).mapToObj(i -> 5.0 * i).toList(), 1_000);

    @Test
    void bothDistancesAreThoseWorkedOutByHand() {
        // half of the customers below 50 are gone, those above doubled: 2.5/50 per unit below, 7.5/50 above
        double[] values = DoubleStream.concat(
                        IntStream.range(0, 250).mapToDouble(i -> 0.1 + i * 0.2),
                        IntStream.range(0, 750).mapToDouble(i -> 50.03 + i * 50.0 / 750))
                .toArray();

        Drift drift = EVEN.compare(References.column(values));

        // five bins of 0.05 and five of 0.15 against 0.1: 0.25 × ln 2 + 0.25 × ln 1.5 = 0.274653
        assertThat(Objects.requireNonNull(drift.psi()).value()).isCloseTo(0.274653, within(5e-3));
        assertThat(Objects.requireNonNull(drift.ks()).value()).isCloseTo(0.25, within(1e-9));
        assertThat(drift.bins()).hasSize(10).first().isEqualTo(Bin.interval(null, 10.0, .1, .05));
        assertThat(drift.verdict()).isEqualTo(Verdict.DRIFT);
    }

    @Test
    void theSampleItselfHasNoDistanceHoweverManyShareAValue() {
        for (double rounding : new double[] {1e-9, 1, 3, 40}) {
            double[] values = References.drawn(
                    5_000,
                    new Random(7),
                    random -> Math.rint(Math.exp(random.nextGaussian() * 2) / rounding) * rounding);

            Drift drift = References.of(values).compare(References.column(values));

            assertThat(Objects.requireNonNull(drift.psi()).value())
                    .as("rounded to " + rounding)
                    .isLessThan(1e-6);
            assertThat(Objects.requireNonNull(drift.ks()).value()).isLessThan(1e-3);
        }
    }

    @Test
    void aValueThatManyShareIsABinOfItsOwn() {
        double[] values = DoubleStream.concat(
                        DoubleStream.generate(() -> 0).limit(400),
                        IntStream.range(1, 601).mapToDouble(i -> i))
                .toArray();
        QuantileReference reference = References.of(values);

        Drift same = reference.compare(References.column(values));
        Drift fewer = reference.compare(
                References.column(Arrays.stream(values).skip(300).toArray()));

        assertThat(same.bins().get(1).kind()).isEqualTo(Bin.Kind.VALUE);
        assertThat(same.bins().get(1).reference()).isCloseTo(.4, within(1e-9));
        assertThat(same.verdict()).isEqualTo(Verdict.STABLE);
        assertThat(fewer.verdict()).isEqualTo(Verdict.DRIFT);
    }

    @Test
    void aValueThatTheReferenceNeverHadIsFound() {
        double[] flags = IntStream.range(0, 1_000).mapToDouble(i -> i % 2).toArray();
        double[] percent = Arrays.stream(flags).map(flag -> 100 * flag).toArray();

        assertThat(References.of(flags).compare(References.column(percent)).verdict())
                .isEqualTo(Verdict.DRIFT);
        assertThat(References.of(new double[1_000])
                        .compare(References.column(flags))
                        .verdict())
                .isEqualTo(Verdict.DRIFT);
    }

    @Test
    void aReferenceRoundedToSixDigitsStillMeetsItsValues() {
        double[] values = IntStream.range(0, 1_000)
                .mapToDouble(i -> i % 2 == 0 ? 1234567.4 : 7654321.6)
                .toArray();
        List<Double> rounded = References.of(values).quantiles().stream()
                .map(q -> q < 2e6 ? 1234570.0 : 7654320.0)
                .toList();

        Drift drift = new QuantileReference(0, rounded, 1_000).compare(References.column(values));

        assertThat(Objects.requireNonNull(drift.psi()).value()).isLessThan(0.001);
    }

    @Test
    void valuesThatGoMissingAreFoundByTheIndexAlone() {
        double[] values = References.drawn(2_000, new Random(3), Random::nextGaussian);
        double[] holes = IntStream.range(0, values.length)
                .mapToDouble(i -> i % 3 == 0 ? Double.NaN : values[i])
                .toArray();

        Drift drift = References.of(values).compare(References.column(holes));

        assertThat(Objects.requireNonNull(drift.psi()).verdict()).isEqualTo(Verdict.DRIFT);
        assertThat(Objects.requireNonNull(drift.ks()).verdict()).isEqualTo(Verdict.STABLE);
        assertThat(drift.verdict()).isEqualTo(Verdict.DRIFT);
    }

    @Test
    void allMissingThenAndNowIsStable() {
        QuantileReference reference = new QuantileReference(1, List.of(), 1_000);
        double[] none = new double[500];
        Arrays.fill(none, Double.NaN);

        assertThat(reference.compare(References.column(none)).verdict()).isEqualTo(Verdict.STABLE);
        assertThat(reference.compare(References.column(new double[500])).verdict())
                .isEqualTo(Verdict.DRIFT);
    }

    @Test
    void nobodyIsTooFew() {
        assertThat(EVEN.compare(References.column()).verdict()).isEqualTo(Verdict.NOT_ENOUGH_DATA);
        assertThat(EVEN.compare(References.column(new double[99])).verdict()).isEqualTo(Verdict.NOT_ENOUGH_DATA);
    }

    @Test
    void textsAreRefused() {
        assertThatThrownBy(() -> EVEN.compare(new TextColumn("x", new String[] {"A"})))
                .hasMessage("Column x holds texts, expected numbers.");
    }
}
