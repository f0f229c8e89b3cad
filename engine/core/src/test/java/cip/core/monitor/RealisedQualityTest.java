package cip.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cip.spi.Figure;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Scores against what came true: figures worked out by hand, and intervals that hold the truth. */
class RealisedQualityTest {
    @Test
    void figuresOfAFewCustomersAreThoseWorkedOutByHand() {
        OutcomeFigures figures = new OutcomeFigures(
                new Outcomes(new double[] {0.1, 0.4, 0.4, 0.8}, new double[] {0, 0, 1, 1}, new int[] {0, 1, 2, 3}));
        int[] once = {1, 1, 1, 1};

        // of the four pairs three are in order and one is tied
        assertThat(figures.of(Figure.auc()).applyAsDouble(once)).isEqualTo(3.5 / 4);
        assertThat(figures.of(Figure.brier()).applyAsDouble(once))
                .isCloseTo((0.01 + 0.16 + 0.36 + 0.04) / 4, within(1e-12));
        assertThat(figures.totalBias().applyAsDouble(once)).isCloseTo(1.7 / 2 - 1, within(1e-12));
        // the second customer twice, the fourth not at all
        assertThat(figures.of(Figure.auc()).applyAsDouble(new int[] {1, 2, 1, 0}))
                .isEqualTo((1 + 2 * 0.5) / 3);
    }

    @Test
    void aCutCountsWhoHasAtLeastTheScoreAndToWhomItHappened() {
        List<RealisedCut> cuts = RealisedCut.of(
                new Outcomes(new double[] {0.1, 0.4, 0.4, 0.8}, new double[] {0, 0, 1, 1}, new int[] {0, 1, 2, 3}));

        assertThat(cuts).hasSize(101);
        assertThat(cuts.get(0)).isEqualTo(new RealisedCut(0, 4, 2));
        assertThat(cuts.get(40)).isEqualTo(new RealisedCut(0.4, 3, 2));
        assertThat(cuts.get(41)).isEqualTo(new RealisedCut(0.41, 1, 1));
        assertThat(cuts.get(100)).isEqualTo(new RealisedCut(1, 0, 0));
    }

    @Test
    void tenPartsByRisingScoreHoldEveryCustomerOnce() {
        double[] predicted = new double[105];
        double[] actual = new double[105];
        Arrays.setAll(predicted, i -> 104 - i);
        Arrays.setAll(actual, i -> 2.0 * (104 - i));

        List<RealisedQuality.RealisedDecile> deciles = RealisedQuality.ofAmounts(
                        new Outcomes(predicted, actual, IntStream.range(0, 105).toArray()))
                .deciles();

        assertThat(deciles).hasSize(10);
        assertThat(deciles.stream()
                        .mapToLong(RealisedQuality.RealisedDecile::customers)
                        .sum())
                .isEqualTo(105);
        assertThat(deciles.get(0)).isEqualTo(new RealisedQuality.RealisedDecile(10, 4.5, 9));
    }

    @Test
    void theIntervalOfTheBiasHoldsTheTruthNineteenTimesInTwenty() {
        Random random = new Random(3);
        int held = 0;
        for (int i = 0; i < 200; i++) {
            double[] actual = References.drawn(300, random, r -> r.nextInt(3) == 0 ? Math.exp(r.nextGaussian()) : 0);
            double[] predicted = new double[300];
            Arrays.fill(predicted, Math.exp(0.5) / 3 * 1.2);
            RealisedQuality quality = RealisedQuality.ofAmounts(
                    new Outcomes(predicted, actual, IntStream.range(0, 300).toArray()));
            RealisedQuality.RealisedFigure bias = quality.figures().get(0);
            held += bias.low() != null && bias.high() != null && bias.low() <= 0.2 && 0.2 <= bias.high() ? 1 : 0;
        }

        assertThat(held / 200.0).isBetween(0.88, 0.99);
    }

    @Test
    void probabilitiesThatAreRightHaveALowCalibrationErrorAndThoseTwiceAsHighDoNot() {
        Random random = new Random(4);
        double[] right = References.drawn(5_000, random, r -> 0.4 * r.nextDouble());
        double[] happened =
                Arrays.stream(right).map(p -> random.nextDouble() < p ? 1 : 0).toArray();
        int[] groups = IntStream.range(0, 5_000).toArray();
        double[] twice = Arrays.stream(right).map(p -> 2 * p).toArray();

        RealisedQuality good = RealisedQuality.ofProbabilities(new Outcomes(right, happened, groups));
        RealisedQuality bad = RealisedQuality.ofProbabilities(new Outcomes(twice, happened, groups));

        assertThat(figure(good, "ece").value()).isLessThan(0.025);
        assertThat(figure(good, "ece").low())
                .isLessThanOrEqualTo(figure(good, "ece").value());
        assertThat(figure(bad, "ece").low()).isGreaterThan(0.15);
        assertThat(figure(bad, "auc").value()).isEqualTo(figure(good, "auc").value());
    }

    @Test
    void copiesOfACustomerAreNoMoreEvidenceThanOne() {
        Random random = new Random(5);
        double[] actual = References.drawn(1_000, random, Random::nextDouble);
        double[] predicted = References.drawn(1_000, random, r -> 0.5);
        int[] alone = IntStream.range(0, 1_000).toArray();
        double[] copied =
                IntStream.range(0, 1_000).mapToDouble(i -> actual[i % 100]).toArray();

        double wide = width(RealisedQuality.ofAmounts(new Outcomes(
                predicted, copied, IntStream.range(0, 1_000).map(i -> i % 100).toArray())));
        double narrow = width(RealisedQuality.ofAmounts(new Outcomes(predicted, actual, alone)));

        assertThat(wide / narrow).isBetween(2.3, 4.2);
    }

    @Test
    void tooFewCustomersOrOutcomesOfOneKindGiveNoFigures() {
        double[] half = new double[200];
        Arrays.fill(half, 0.5);
        double[] rarely = new double[200];
        Arrays.fill(rarely, 0, 19, 1);

        RealisedQuality quality = RealisedQuality.ofProbabilities(
                new Outcomes(half, rarely, IntStream.range(0, 200).toArray()));

        assertThat(quality.enough()).isFalse();
        assertThat(quality.figures()).isEmpty();
        assertThat(quality.happened()).isEqualTo(19);
    }

    @Test
    void rowsWithTheSameContentAreOneGroup() {
        assertThat(Outcomes.groupsOf(List.of("a", "b", "a"))).containsExactly(0, 1, 0);
    }

    private static double width(RealisedQuality quality) {
        RealisedQuality.RealisedFigure bias = figure(quality, "bias");
        return bias.high() == null || bias.low() == null ? Double.NaN : bias.high() - bias.low();
    }

    private static RealisedQuality.RealisedFigure figure(RealisedQuality quality, String name) {
        return quality.figures().stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
