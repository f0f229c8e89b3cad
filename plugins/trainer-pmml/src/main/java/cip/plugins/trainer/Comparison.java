package cip.plugins.trainer;

import cip.spi.Evidence.Row;
import cip.spi.Evidence.Table;
import cip.spi.TrainedModel.Metric;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares other ways of learning with the chosen one: the same rows, the same folds, row by row, so that the change of the
 * loss has a much narrower interval than either loss.
 */
final class Comparison {
    private final Method method;
    private final LearningRows rows;
    private final ProtocolSettings settings;
    private final long seed;
    private final Steps steps;
    private final List<Folds> folds;
    private final double[] truth;
    private final Bootstrap bootstrap;
    private final OutOfFold chosen;
    private final double[][] losses;

    Comparison(Method method, LearningRows rows, ProtocolSettings settings, long seed, Steps steps) {
        this.method = method;
        this.rows = rows;
        this.settings = settings;
        this.seed = seed;
        this.steps = steps;
        this.folds = OutOfFold.deals(rows, settings.folds(), 1, seed);
        this.truth = rows.truth();
        this.bootstrap = new Bootstrap(rows.measuredGroups(), truth, seed, steps);
        this.chosen = learned(method, settings.resampling(), rows);
        this.losses = chosen.losses(truth);
    }

    LearningRows rows() {
        return rows;
    }

    Folds folds() {
        return folds.get(0);
    }

    OutOfFold chosen() {
        return chosen;
    }

    OutOfFold learned(Method other, Resampling resampling, LearningRows otherRows) {
        return OutOfFold.of(other, resampling, otherRows, folds, seed, steps);
    }

    /** What settings are worth: the chosen ones, then each option. */
    Table options() {
        List<Row> compared = new ArrayList<>();
        compared.add(row("as chosen", chosen));
        if (method.objective() == Objective.LOGISTIC) {
            for (Resampling resampling : Resampling.values()) {
                if (resampling != settings.resampling()) {
                    compared.add(row(label(resampling), learned(method, resampling, rows)));
                }
            }
        }
        for (Method.Option option : method.options()) {
            compared.add(row(option.label(), learned(option.method(), settings.resampling(), rows)));
        }
        return new Table(
                "options",
                "The same rows learned from with other settings, on " + truth.length
                        + " rows not learned from; lossChange is the relative change of the "
                        + (method.objective() == Objective.LOGISTIC ? "log-loss" : "squared error") + ".",
                compared);
    }

    private static String label(Resampling resampling) {
        return switch (resampling) {
            case NONE -> "no resampling";
            case WEIGHTS -> "class weights";
            case SMOTE -> "SMOTE";
        };
    }

    /** One way of learning beside the chosen one. */
    Row row(String label, OutOfFold other) {
        double[][] scores = other.scores();
        List<Metric> figures = new ArrayList<>(figures(scores, other));
        Metric change = lossChange(other, List.of());
        figures.add(change);
        return new Row(label, figures, other == chosen ? "" : verdict(change));
    }

    private List<Metric> figures(double[][] scores, OutOfFold other) {
        if (method.objective() != Objective.LOGISTIC) {
            return Quality.ofAmount(bootstrap, scores, other.baselines());
        }
        double threshold = Quality.bestThreshold(scores, truth);
        List<Metric> figures = new ArrayList<>(Quality.ofProbability(bootstrap, scores, truth, threshold));
        figures.add(plain("calibrationError", new Curves(scores, truth).calibrationError()));
        figures.add(bootstrap.mean("meanScore", scores, Quality.share(truth)));
        figures.add(plain("bestThreshold", threshold));
        return figures;
    }

    /** @param counted the folds whose rows count; none = all */
    Metric lossChange(OutOfFold other, List<Integer> counted) {
        double[][] others = other.losses(truth);
        double[][] above = new double[1][truth.length];
        double[][] below = new double[1][truth.length];
        int[] foldOfRow = chosen.folds().get(0).foldOfRow();
        for (int i = 0; i < truth.length; i++) {
            if (counted.isEmpty() || counted.contains(foldOfRow[i])) {
                above[0][i] = others[0][i] - losses[0][i];
                below[0][i] = losses[0][i];
            }
        }
        return bootstrap.ratio("lossChange", above, below);
    }

    static String verdict(Metric change) {
        return change.high() < 0 ? "better" : change.low() > 0 ? "worse" : "no clear difference";
    }

    private static Metric plain(String name, double value) {
        return new Metric(name, value, Double.NaN, Double.NaN, Double.NaN);
    }
}
