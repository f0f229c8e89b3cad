package cip.plugins.trainer;

import cip.spi.Evidence.Finding;
import cip.spi.Evidence.Finding.Kind;
import cip.spi.Evidence.Row;
import cip.spi.Evidence.Table;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.TrainedModel.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What simpler models say of the same rows: the mean, what anybody would guess from one feature, a linear or logistic
 * regression; for a regression, boosted trees.
 */
final class Baselines {
    private final Method method;
    private final LearningRows rows;
    private final Measured measured;
    private final double[] truth;
    private final long seed;
    private final Steps steps;
    private final List<Row> compared = new ArrayList<>();
    private Optional<Finding> simpler = Optional.empty();

    Baselines(Method method, LearningRows rows, Measured measured, ProtocolSettings settings, long seed, Steps steps) {
        this.method = method;
        this.rows = rows;
        this.measured = measured;
        this.truth = rows.truth();
        this.seed = seed;
        this.steps = steps;
        compare(settings);
    }

    Table table() {
        return new Table(
                "baselines",
                "The same rows, the same folds: lossChange is the relative change of the loss when the baseline answers"
                        + " instead of the model.",
                compared);
    }

    /** Said when a linear model does as well as trees. */
    Optional<Finding> simplerModel() {
        return simpler;
    }

    /** Trees beside a line, a line beside trees. */
    static Method other(Method method, long seed) {
        if (method instanceof LinearMethod) {
            return new BoostingMethod(BoostingSettings.usual(method.objective()), seed);
        }
        boolean classes = method.objective() == Objective.LOGISTIC;
        return new LinearMethod(classes ? Objective.LOGISTIC : Objective.SQUARED, 0.0005, 0.0005, List.of());
    }

    private void compare(ProtocolSettings settings) {
        add("this model", measured.scores());
        add(classes() ? "share of ones" : "mean", measured.outOfFold().baselines());
        if (!settings.naive().isEmpty() && rows.features().has(settings.naive())) {
            addNaive(settings.naive());
        }
        if (method instanceof LinearMethod) {
            add("boosted trees", learned(other(method, seed), rows));
            return;
        }
        Metric change =
                add(classes() ? "logistic regression" : "linear regression", learned(other(method, seed), rows));
        if (change.low() <= 0) {
            simpler = Optional.of(new Finding(
                    Kind.SIMPLER_MODEL,
                    String.format(
                            Locale.ROOT,
                            "A %s regression does as well or better (loss %+.1f %%, 95 %% interval %+.1f to %+.1f %%): prefer it"
                                    + " unless there is a reason not to.",
                            classes() ? "logistic" : "linear",
                            100 * change.value(),
                            100 * change.low(),
                            100 * change.high()),
                    List.of()));
        }
    }

    private void addNaive(String feature) {
        if (classes()) {
            LearningRows one = rows.with(rows.features().select(List.of(feature)));
            add("by " + feature + " alone", learned(new LinearMethod(Objective.LOGISTIC, 0, 1e-6, List.of()), one));
        } else if (rows.features().column(feature) instanceof NumberColumn numbers) {
            double[] values = Arrays.stream(LearningRows.pick(numbers.values(), rows.measured()))
                    .map(value -> Double.isNaN(value) ? 0 : value)
                    .toArray();
            add(feature + " again", new double[][] {values});
        }
    }

    private double[][] learned(Method other, LearningRows others) {
        List<Folds> folds =
                OutOfFold.deals(others, measured.outOfFold().folds().get(0).count(), 1, seed);
        return OutOfFold.of(other, Resampling.NONE, others, folds, seed, steps).scores();
    }

    private Metric add(String label, double[][] scores) {
        double threshold = classes() ? Quality.bestThreshold(scores, truth) : 0;
        List<Metric> figures = new ArrayList<>(
                classes()
                        ? Quality.ofProbability(measured.bootstrap(), scores, truth, threshold)
                        : Quality.ofAmount(
                                measured.bootstrap(),
                                scores,
                                measured.outOfFold().baselines()));
        double[][] own = measured.outOfFold().losses(new double[][] {measured.scores()[0]}, truth);
        double[][] others = measured.outOfFold().losses(new double[][] {scores[0]}, truth);
        for (int i = 0; i < truth.length; i++) {
            others[0][i] -= own[0][i];
        }
        Metric change = measured.bootstrap().ratio("lossChange", others, own);
        figures.add(change);
        compared.add(new Row(label, figures, compared.isEmpty() ? "" : Comparison.verdict(change)));
        return change;
    }

    private boolean classes() {
        return method.objective() == Objective.LOGISTIC;
    }
}
