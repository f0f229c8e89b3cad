package cip.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who wins and why, on drawn customers; seeds fixed. */
class ContestTest {
    private final Random random = new Random(8);

    @Test
    void theDevianceIsThatOfTweedieWithPowerOneAndAHalf() {
        // 2 (y^(2-p) / ((1-p)(2-p)) - y m^(1-p) / (1-p) + m^(2-p) / (2-p)) for p = 1.5, m = 4, y = 9
        double expected = 2 * (Math.sqrt(9) / (-0.5 * 0.5) + 9 / Math.sqrt(4) / 0.5 + Math.sqrt(4) / 0.5);

        assertThat(Contest.deviance(4, 9)).isCloseTo(expected, within(1e-12));
        assertThat(Contest.deviance(4, 0)).isEqualTo(8);
    }

    @Test
    void aChallengerThatKnowsMoreWins() {
        Drawn drawn = probabilities(600);

        Contest contest = Contest.ofProbabilities(drawn.of(mean(drawn.actual)), drawn.of(drawn.truth), 0);

        assertThat(contest.outcome()).isEqualTo(Contest.Outcome.WON);
        assertThat(contest.loss()).isEqualTo("log_loss");
        assertThat(contest.high()).isNegative();
        assertThat(contest.reasons()).hasSize(1);
    }

    @Test
    void aChallengerThatKnowsLessLoses() {
        Drawn drawn = probabilities(600);

        Contest contest = Contest.ofProbabilities(drawn.of(drawn.truth), drawn.of(mean(drawn.actual)), 0);

        assertThat(contest.outcome()).isEqualTo(Contest.Outcome.LOST);
        assertThat(contest.reasons().get(0)).contains("log-loss", "must not reach above 0");
    }

    @Test
    void anEqualChallengerWinsOnlyWithinATolerance() {
        Drawn drawn = probabilities(2_000);
        double[] equal = Arrays.stream(drawn.truth)
                .map(p -> Math.min(0.98, Math.max(0.01, p + 0.01 * random.nextGaussian())))
                .toArray();

        Contest strict = Contest.ofProbabilities(drawn.of(drawn.truth), drawn.of(equal), 0);
        Contest refresh = Contest.ofProbabilities(drawn.of(drawn.truth), drawn.of(equal), 0.01);

        assertThat(strict.outcome()).isEqualTo(Contest.Outcome.LOST);
        assertThat(refresh.outcome()).isEqualTo(Contest.Outcome.WON);
    }

    @Test
    void probabilitiesThatSayTooMuchLoseThoughTheyRankBetter() {
        Drawn drawn = probabilities(2_000);
        double[] sharper =
                Arrays.stream(drawn.truth).map(p -> Math.min(0.999, p * 1.35)).toArray();
        double[] worse = Arrays.stream(drawn.truth).map(p -> 0.9).toArray();

        Contest contest = Contest.ofProbabilities(drawn.of(worse), drawn.of(sharper), 0);

        assertThat(contest.high()).isNegative();
        assertThat(contest.outcome()).isEqualTo(Contest.Outcome.LOST);
        assertThat(String.join(" ", contest.reasons())).contains("total is", "calibration error");
    }

    @Test
    void theModelThatPredictsAlmostNothingForEverybodyLosesThoughItsAbsoluteErrorIsSmaller() {
        Drawn drawn = amounts(1_000);
        double[] fair = mean(drawn.actual);
        double[] stingy = fair.clone();
        Arrays.fill(stingy, 0.05 * fair[0]);

        Contest contest = Contest.ofAmounts(drawn.of(fair), drawn.of(stingy), 0);

        assertThat(absoluteError(stingy, drawn.actual)).isLessThan(absoluteError(fair, drawn.actual));
        assertThat(contest.loss()).isEqualTo("tweedie_deviance");
        assertThat(contest.outcome()).isEqualTo(Contest.Outcome.LOST);
    }

    @Test
    void negativeAmountsAreComparedByTheirSquares() {
        Drawn drawn = amounts(1_000);
        double[] negative = drawn.truth.clone();
        negative[0] = -1;

        assertThat(Contest.ofAmounts(drawn.of(negative), drawn.of(drawn.truth), 0)
                        .loss())
                .isEqualTo("rmse");
    }

    @Test
    void tooFewCustomersAreNoVictory() {
        Drawn drawn = amounts(99);

        Contest contest = Contest.ofAmounts(drawn.of(mean(drawn.actual)), drawn.of(drawn.truth), 0);

        assertThat(contest.outcome()).isEqualTo(Contest.Outcome.NOT_ENOUGH_DATA);
        assertThat(contest.reasons().get(0)).contains("99", "100");
    }

    @Test
    void customersWhoSpentNothingDecideNothing() {
        double[] nothing = new double[600];
        double[] cautious = new double[600];
        double[] lavish = new double[600];
        Arrays.fill(cautious, 1);
        Arrays.fill(lavish, 100);
        int[] groups = IntStream.range(0, 600).toArray();

        Contest contest =
                Contest.ofAmounts(new Outcomes(lavish, nothing, groups), new Outcomes(cautious, nothing, groups), 0);

        assertThat(contest.outcome()).isEqualTo(Contest.Outcome.NOT_ENOUGH_DATA);
        assertThat(contest.bias()).isNull();
        assertThat(contest.reasons()).singleElement().asString().contains("spent nothing");
    }

    @Test
    void anHonestModelIsRarelyTakenForADishonestOneByChance() {
        int refused = 0;
        int refusedByTheLimitsAlone = 0;
        for (int i = 0; i < 60; i++) {
            Drawn drawn = probabilities(300);
            Contest contest = Contest.ofProbabilities(drawn.of(mean(drawn.actual)), drawn.of(drawn.truth), 0.5);
            refused += contest.reasons().size() > 1 ? 1 : 0;
            double error = contest.calibrationError() == null ? 0 : contest.calibrationError();
            double bias = contest.bias() == null ? 0 : contest.bias();
            refusedByTheLimitsAlone += Math.abs(bias) > 0.1 || error > 0.05 ? 1 : 0;
        }

        assertThat(refused).isLessThanOrEqualTo(6);
        assertThat(refusedByTheLimitsAlone).isGreaterThan(15);
    }

    private record Drawn(double[] truth, double[] actual) {
        Outcomes of(double[] predicted) {
            return new Outcomes(
                    predicted, actual, IntStream.range(0, actual.length).toArray());
        }
    }

    private Drawn probabilities(int customers) {
        double[] truth = References.drawn(customers, random, r -> 0.02 + 0.7 * r.nextDouble());
        return new Drawn(
                truth,
                Arrays.stream(truth).map(p -> random.nextDouble() < p ? 1 : 0).toArray());
    }

    private Drawn amounts(int customers) {
        double[] truth = References.drawn(customers, random, r -> 20 * Math.exp(r.nextGaussian()));
        return new Drawn(
                truth,
                Arrays.stream(truth)
                        .map(m -> random.nextInt(10) < 7 ? 0 : m / 0.3 * Math.exp(0.3 * random.nextGaussian() - 0.045))
                        .toArray());
    }

    private static double[] mean(double[] actual) {
        double[] mean = new double[actual.length];
        Arrays.fill(mean, Arrays.stream(actual).average().orElseThrow());
        return mean;
    }

    private static double absoluteError(double[] predicted, double[] actual) {
        return IntStream.range(0, actual.length)
                .mapToDouble(i -> Math.abs(predicted[i] - actual[i]))
                .average()
                .orElseThrow();
    }
}
