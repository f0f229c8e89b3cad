package cip.core.monitor;

import cip.spi.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A challenger against the champion on the same customers, from whom neither has learned. The challenger has won when it is
 * not worse beyond chance allowed for, and honest in total: of 2,000 draws of whole groups with replacement, both models
 * measured on the same draw, the 97.5 % point of the difference of their losses must not be above the tolerance.
 *
 * <ul>
 *   <li>The loss of an amount is the Tweedie deviance of power 1.5, 4 (root m - root y)^2 / root m for a prediction m > 0 and an
 *       outcome y >= 0 (Jorgensen, The Theory of Dispersion Models, Chapman and Hall 1997), because amounts are mostly zero and
 *       otherwise skewed; when one of the two models predicts amounts of 0 or less, it is the root of the mean squared error.
 *       It is never the mean absolute error, which prefers the model that predicts nothing for everybody.
 *   <li>The loss of a probability is the logarithmic one, probabilities held within a millionth of 0 and 1.
 *   <li>A total more than 10 % off loses when its 99 % interval leaves 0 out; an expected calibration error above 0.05 loses
 *       when 99 in 100 sets of outcomes drawn by the challenger's own probabilities have a smaller one. Without the second half
 *       of each, chance alone makes an honest model lose on a few hundred customers.
 * </ul>
 *
 * @param loss {@code tweedie_deviance}, {@code rmse} or {@code log_loss}; smaller is better
 * @param customers on whom both were measured
 * @param champion its loss
 * @param challenger its loss
 * @param low lower end of the 95 % interval of challenger's loss - champion's; {@code null} = not enough data
 * @param high upper end of it, which decides; {@code null} = not enough data
 * @param tolerance by how much the challenger's loss may be larger, in the unit of the loss
 * @param bias of the challenger: sum predicted / sum that came true - 1; {@code null} = nothing came true to divide by
 * @param calibrationError of the challenger; {@code null} = amounts have none
 * @param reasons why it won or lost, one sentence each
 */
public record Contest(
        String loss,
        long customers,
        double champion,
        double challenger,
        @Nullable Double low,
        @Nullable Double high,
        double tolerance,
        @Nullable Double bias,
        @Nullable Double calibrationError,
        Outcome outcome,
        List<String> reasons) {
    private static final int DRAWS = 2_000;
    private static final int CALIBRATION_DRAWS = 400;
    private static final long SEED = 20_260_301;
    private static final double LARGEST_BIAS = 0.10;
    private static final double LARGEST_CALIBRATION_ERROR = 0.05;

    /** How it ended. */
    public enum Outcome {
        WON,
        LOST,
        /** Too few customers to tell, so it has not won. */
        NOT_ENOUGH_DATA
    }

    public Contest {
        reasons = List.copyOf(reasons);
    }

    /**
     * Of amounts.
     *
     * @param champion what the champion gave the customers
     * @param challenger the same rows with what the challenger gave them
     * @param tolerance share of the champion's loss by which the challenger's may be larger; 0 = it must win
     */
    public static Contest ofAmounts(Outcomes champion, Outcomes challenger, double tolerance) {
        boolean positive = IntStream.range(0, champion.rows())
                .allMatch(row -> champion.predicted()[row] > 0
                        && challenger.predicted()[row] > 0
                        && champion.actual()[row] >= 0);
        String missing = champion.total() > 0 ? "" : "The customers left to measure on have spent nothing in total.";
        return positive
                ? of("tweedie_deviance", champion, challenger, Contest::deviance, false, tolerance, missing)
                : of("rmse", champion, challenger, Contest::square, true, tolerance, missing);
    }

    /** Of probabilities; parameters as of amounts. */
    public static Contest ofProbabilities(Outcomes champion, Outcomes challenger, double tolerance) {
        String missing = champion.hasEnoughOfBothKinds()
                ? ""
                : "Too few outcomes of one kind were left to measure on; at least " + Verdict.FEWEST_OF_A_KIND
                        + " of each are needed.";
        Contest contest = of("log_loss", champion, challenger, Figure::logLoss, false, tolerance, missing);
        double error =
                new OutcomeFigures(challenger).calibrationError().applyAsDouble(OutcomeFigures.once(champion.rows()));
        List<String> reasons = new ArrayList<>(contest.reasons);
        Outcome outcome = contest.outcome;
        if (outcome != Outcome.NOT_ENOUGH_DATA && error > LARGEST_CALIBRATION_ERROR && error > chance(challenger)) {
            outcome = Outcome.LOST;
            reasons.add(text(
                    "Its probabilities are off by %.3f on average (expected calibration error), more than 0.05 and more than"
                            + " chance.",
                    error));
        }
        return new Contest(
                contest.loss,
                contest.customers,
                contest.champion,
                contest.challenger,
                contest.low,
                contest.high,
                contest.tolerance,
                contest.bias,
                error,
                outcome,
                reasons);
    }

    private static Contest of(
            String loss,
            Outcomes champion,
            Outcomes challenger,
            DoubleBinaryOperator ofRow,
            boolean root,
            double tolerance,
            String missing) {
        int[] once = OutcomeFigures.once(champion.rows());
        ToDoubleFunction<int[]> ofChampion = mean(champion, ofRow, root);
        ToDoubleFunction<int[]> ofChallenger = mean(challenger, ofRow, root);
        double before = ofChampion.applyAsDouble(once);
        double after = ofChallenger.applyAsDouble(once);
        double limit = tolerance * before;
        ToDoubleFunction<int[]> bias = new OutcomeFigures(challenger).totalBias();
        double total = bias.applyAsDouble(once);
        long customers = groups(champion);
        boolean few = customers < Verdict.FEWEST_CUSTOMERS;
        if (few || !missing.isEmpty()) {
            String reason = few
                    ? "Only " + customers + " different customers were left to measure on; at least "
                            + Verdict.FEWEST_CUSTOMERS + " are needed."
                    : missing;
            return new Contest(
                    loss,
                    champion.rows(),
                    before,
                    after,
                    null,
                    null,
                    limit,
                    Double.isFinite(total) ? total : null,
                    null,
                    Outcome.NOT_ENOUGH_DATA,
                    List.of(reason));
        }
        GroupDraws draws = new GroupDraws(champion.groups(), SEED);
        Interval difference = Interval.of95(
                draws.sorted(times -> ofChallenger.applyAsDouble(times) - ofChampion.applyAsDouble(times), DRAWS));
        Interval ofTotal = Interval.of99(draws.sorted(bias, DRAWS));
        List<String> reasons = new ArrayList<>();
        boolean better = difference.high() != null && difference.high() <= limit;
        reasons.add(sentence(loss, before, after, difference, limit));
        boolean honest = !(Math.abs(total) > LARGEST_BIAS) || !ofTotal.leavesOutZero();
        if (!honest) {
            reasons.add(text("Its total is %.1f %% off, more than 10 %% and more than chance.", 100 * total));
        }
        return new Contest(
                loss,
                champion.rows(),
                before,
                after,
                difference.low(),
                difference.high(),
                limit,
                total,
                null,
                better && honest ? Outcome.WON : Outcome.LOST,
                reasons);
    }

    private static String sentence(String loss, double before, double after, Interval difference, double limit) {
        return text(
                "Its %s is %.4g, the champion's %.4g; the difference is %.3g to %.3g (95 %% interval) and must not reach above %s.",
                switch (loss) {
                    case "log_loss" -> "log-loss";
                    case "rmse" -> "root mean squared error";
                    default -> "Tweedie deviance";
                },
                after,
                before,
                difference.low() == null ? Double.NaN : difference.low(),
                difference.high() == null ? Double.NaN : difference.high(),
                limit == 0 ? "0" : text("%.3g", limit));
    }

    /** The 99 % point of the calibration error of probabilities that are exactly right. */
    private static double chance(Outcomes challenger) {
        int[] once = OutcomeFigures.once(challenger.rows());
        double[] errors = IntStream.range(0, CALIBRATION_DRAWS)
                .mapToDouble(draw -> {
                    SplittableRandom random = new SplittableRandom(SEED + draw);
                    double[] drawn = new double[challenger.rows()];
                    for (int row = 0; row < drawn.length; row++) {
                        drawn[row] = random.nextDouble() < challenger.predicted()[row] ? 1 : 0;
                    }
                    Outcomes right = new Outcomes(challenger.predicted(), drawn, challenger.groups());
                    return new OutcomeFigures(right).calibrationError().applyAsDouble(once);
                })
                .sorted()
                .toArray();
        return errors[(int) (CALIBRATION_DRAWS * 0.99)];
    }

    private static ToDoubleFunction<int[]> mean(Outcomes outcomes, DoubleBinaryOperator ofRow, boolean root) {
        double[] losses = IntStream.range(0, outcomes.rows())
                .mapToDouble(row -> ofRow.applyAsDouble(outcomes.predicted()[row], outcomes.actual()[row]))
                .toArray();
        return times -> {
            double sum = 0;
            double n = 0;
            for (int row = 0; row < times.length; row++) {
                sum += times[row] * losses[row];
                n += times[row];
            }
            return root ? Math.sqrt(sum / n) : sum / n;
        };
    }

    private static long groups(Outcomes outcomes) {
        return new GroupDraws(outcomes.groups(), 0).groups();
    }

    static double deviance(double predicted, double actual) {
        double difference = Math.sqrt(predicted) - Math.sqrt(actual);
        return 4 * difference * difference / Math.sqrt(predicted);
    }

    private static double square(double predicted, double actual) {
        return (predicted - actual) * (predicted - actual);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
