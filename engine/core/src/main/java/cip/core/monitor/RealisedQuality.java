package cip.core.monitor;

import cip.spi.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How good scores turned out to be once what they predicted has happened or not.
 *
 * @param customers whose score and outcome are known
 * @param happened to how many of them it happened; {@code null} = an amount was predicted
 * @param figures {@code auc}, {@code brier}, {@code ece} and {@code bias} of probabilities; {@code bias}, {@code rmse} and
 *     {@code spearman} of amounts; empty = too few customers
 * @param deciles ten parts with the same number of customers, by rising score; empty = too few customers, or measured before
 *     parts were kept
 * @param cuts of probabilities: what came of those with at least some score, every hundredth from 0 to 1; empty = of amounts, too
 *     few customers, or measured before cuts were kept
 * @param enough whether there are enough customers to tell: 100, and of probabilities 20 to whom it happened and 20 to whom not
 */
public record RealisedQuality(
        long customers,
        @Nullable Long happened,
        List<RealisedFigure> figures,
        List<RealisedDecile> deciles,
        List<RealisedCut> cuts,
        boolean enough) {
    private static final int DRAWS = 400;
    private static final long SEED = 20_260_401;

    public RealisedQuality {
        figures = List.copyOf(figures);
        deciles = deciles == null ? List.of() : List.copyOf(deciles);
        cuts = cuts == null ? List.of() : List.copyOf(cuts);
    }

    /**
     * A figure with its 95 % interval, from drawing whole groups again 400 times.
     *
     * @param low {@code null} = it could not be drawn
     * @param high {@code null} = it could not be drawn
     */
    public record RealisedFigure(String name, double value, @Nullable Double low, @Nullable Double high) {}

    /**
     * One part of the customers.
     *
     * @param predicted mean of the scores
     * @param actual mean of what happened: an amount, or the share to whom it happened
     */
    public record RealisedDecile(long customers, double predicted, double actual) {}

    /** Of probabilities against 0 and 1. */
    public static RealisedQuality ofProbabilities(Outcomes outcomes) {
        long happened = outcomes.happened();
        boolean enough = outcomes.rows() >= Verdict.FEWEST_CUSTOMERS && outcomes.hasEnoughOfBothKinds();
        if (!enough) {
            return new RealisedQuality(outcomes.rows(), happened, List.of(), List.of(), List.of(), false);
        }
        OutcomeFigures figures = new OutcomeFigures(outcomes);
        Drawn drawn = new Drawn(outcomes);
        drawn.add("auc", figures.of(Figure.auc()));
        drawn.add("brier", figures.of(Figure.brier()));
        drawn.addReflected("ece", figures.calibrationError());
        drawn.add("bias", figures.totalBias());
        return new RealisedQuality(
                outcomes.rows(), happened, drawn.figures, figures.deciles(), RealisedCut.of(outcomes), true);
    }

    /** Of amounts. */
    public static RealisedQuality ofAmounts(Outcomes outcomes) {
        if (outcomes.rows() < Verdict.FEWEST_CUSTOMERS) {
            return new RealisedQuality(outcomes.rows(), null, List.of(), List.of(), List.of(), false);
        }
        OutcomeFigures figures = new OutcomeFigures(outcomes);
        Drawn drawn = new Drawn(outcomes);
        drawn.add("bias", figures.totalBias());
        drawn.add("rmse", figures.of(Figure.rmse()));
        drawn.add("spearman", figures.of(Figure.spearman()));
        return new RealisedQuality(outcomes.rows(), null, drawn.figures, figures.deciles(), List.of(), true);
    }

    /**
     * The figures that trainers measure: {@code auc}, {@code brier} and {@code logLoss} of probabilities; {@code r2},
     * {@code rmse} and {@code totalRatio} of amounts. Empty = too few customers.
     */
    public static List<RealisedFigure> asTrainersMeasure(Outcomes outcomes, boolean probability) {
        boolean few = outcomes.rows() < Verdict.FEWEST_CUSTOMERS;
        if (few || probability && !outcomes.hasEnoughOfBothKinds()) {
            return List.of();
        }
        OutcomeFigures figures = new OutcomeFigures(outcomes);
        Drawn drawn = new Drawn(outcomes);
        if (probability) {
            drawn.add("auc", figures.of(Figure.auc()));
            drawn.add("brier", figures.of(Figure.brier()));
            drawn.add("logLoss", figures.of(Figure.logLoss()));
        } else {
            drawn.add("r2", figures.of(Figure.r2()));
            drawn.add("rmse", figures.of(Figure.rmse()));
            drawn.add("totalRatio", figures.of(Figure.totalRatio()));
        }
        return List.copyOf(drawn.figures);
    }

    private static final class Drawn {
        private final GroupDraws draws;
        private final int[] once;
        private final List<RealisedFigure> figures = new ArrayList<>();

        Drawn(Outcomes outcomes) {
            this.draws = new GroupDraws(outcomes.groups(), SEED);
            this.once = OutcomeFigures.once(outcomes.rows());
        }

        void add(String name, ToDoubleFunction<int[]> figure) {
            double value = figure.applyAsDouble(once);
            if (Double.isFinite(value)) {
                Interval interval = Interval.of95(draws.sorted(figure, DRAWS));
                figures.add(new RealisedFigure(name, value, interval.low(), interval.high()));
            }
        }

        /** Drawing again adds error to an error: the interval is turned round the value, so that this is taken off. */
        void addReflected(String name, ToDoubleFunction<int[]> figure) {
            double value = figure.applyAsDouble(once);
            Interval interval = Interval.of95(draws.sorted(figure, DRAWS));
            Double low = interval.high() == null
                    ? null
                    : Double.valueOf(Math.min(value, Math.max(0, 2 * value - interval.high())));
            Double high = interval.low() == null ? null : Double.valueOf(Math.max(value, 2 * value - interval.low()));
            figures.add(new RealisedFigure(name, value, low, high));
        }
    }
}
