package cip.plugins.trainer;

import cip.spi.Evidence.Finding;
import cip.spi.Evidence.Finding.Kind;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureMatrix;
import cip.spi.Figure;
import cip.spi.TrainedModel.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reasons to doubt a model's figures that lie in its rows: copies, few rows, a target that is computed from the inputs. */
final class Doubts {
    private static final double MOSTLY_DISTINCT = 0.9;
    private static final int FEW_GROUPS = 200;
    private static final int FEW_OF_A_CLASS = 50;
    private static final double NEARLY_ALL = 0.995;
    private static final double WIDE = 0.2;
    /** Measures that are shares of one, as they are called in a sentence's beginning. */
    private static final Map<String, String> SHARES =
            Map.of("r2", "R²", "auc", "AUC", "f1", "F1", "precision", "Precision", "recall", "Recall");

    private static final int DEPTH = 3;

    private Doubts() {}

    static boolean hasCopies(RowGroups groups, int rows) {
        return groups.distinctRows() < MOSTLY_DISTINCT * rows;
    }

    static List<Finding> ofRows(RowGroups groups, int rows) {
        List<Finding> findings = new ArrayList<>();
        if (hasCopies(groups, rows)) {
            findings.add(new Finding(
                    Kind.COPIES,
                    "Of " + rows + " rows only " + groups.distinctRows()
                            + " are distinct; copies were never compared with each other.",
                    List.of()));
        }
        if (groups.count() < FEW_GROUPS) {
            findings.add(new Finding(
                    Kind.FEW_ROWS,
                    "Only " + groups.count() + " rows are independent of each other; the intervals are wide.",
                    List.of()));
        }
        return findings;
    }

    /** A class seen in too few independent groups. */
    static Optional<Finding> ofClasses(LearningRows rows) {
        for (int value = 0; value <= 1; value++) {
            double wanted = value;
            long groups = Arrays.stream(rows.measured())
                    .filter(row -> rows.target()[row] == wanted)
                    .map(row -> rows.groups().ofRow()[row])
                    .distinct()
                    .count();
            if (groups < FEW_OF_A_CLASS) {
                return Optional.of(new Finding(
                        Kind.FEW_ROWS,
                        "Only " + groups + " rows that are independent of each other have the target " + value + ".",
                        List.of()));
            }
        }
        return Optional.empty();
    }

    static List<Finding> ofMetrics(List<Metric> metrics) {
        return metrics.stream()
                .filter(metric -> SHARES.containsKey(metric.name()) && metric.high() - metric.low() > WIDE)
                .map(metric -> new Finding(
                        Kind.UNSTABLE_METRIC,
                        String.format(
                                Locale.ROOT,
                                "%s could be anything from %.2f to %.2f: more rows are needed.",
                                SHARES.get(metric.name()),
                                metric.low(),
                                metric.high()),
                        List.of()))
                .toList();
    }

    /**
     * Whether a shallow function, learned on some folds, tells the target on the others almost without error: a small tree for
     * a class; a sum, or a product, of the inputs for an amount.
     */
    static Optional<Finding> ofTarget(LearningRows rows, Objective objective, int folds, long seed, Steps steps) {
        if (objective == Objective.LOGISTIC) {
            BoostingSettings tree = BoostingSettings.singleTree(DEPTH);
            return found(rows, new BoostingMethod(tree, seed), folds, seed, steps, "a tree of depth " + DEPTH);
        }
        LinearMethod line = new LinearMethod(Objective.SQUARED, 0, 1e-9, List.of());
        Optional<Finding> sum = found(rows, line, folds, seed, steps, "a weighted sum");
        return sum.isPresent() ? sum : found(logarithms(rows), line, folds, seed, steps, "a product of powers");
    }

    private static Optional<Finding> found(
            LearningRows rows, Method method, int folds, long seed, Steps steps, String form) {
        if (rows.features().columns().isEmpty() || rows.count() == 0) {
            return Optional.empty();
        }
        OutOfFold outOfFold =
                OutOfFold.of(method, Resampling.NONE, rows, OutOfFold.deals(rows, folds, 1, seed), seed, steps);
        double[] truth = rows.truth();
        int[] once = new int[truth.length];
        Arrays.fill(once, 1);
        double[] scores = outOfFold.scores()[0];
        boolean classes = method.objective() == Objective.LOGISTIC;
        Figure figure = classes ? Figure.f1(0.5) : Figure.r2();
        double quality = figure.of(scores, truth).applyAsDouble(once);
        if (!(quality > NEARLY_ALL)) {
            return Optional.empty();
        }
        List<String> names = rows.features().names();
        return Optional.of(new Finding(
                Kind.COMPUTABLE_TARGET,
                String.format(
                        Locale.ROOT,
                        "On rows it has not seen, %s of %s tells the target almost without error (%s %.3f): the target looks"
                                + " computed from its inputs, so good figures prove nothing.",
                        form,
                        String.join(", ", names),
                        classes ? "F1" : "R²",
                        quality),
                names));
    }

    /** The rows on logarithmic scales; no rows when a number or the target is not above 0. */
    private static LearningRows logarithms(LearningRows rows) {
        List<FeatureColumn> columns = new ArrayList<>();
        boolean positive = Arrays.stream(rows.target()).allMatch(value -> value > 0);
        for (FeatureColumn column : rows.features().columns()) {
            if (column instanceof NumberColumn numbers) {
                boolean all = Arrays.stream(numbers.values()).allMatch(value -> value > 0 || Double.isNaN(value));
                if (all) {
                    columns.add(new NumberColumn(
                            column.name(),
                            Arrays.stream(numbers.values()).map(Math::log).toArray()));
                }
            }
        }
        if (!positive) {
            columns.clear();
        }
        return new LearningRows(
                new FeatureMatrix(rows.count(), columns),
                Arrays.stream(rows.target()).map(Math::log).toArray(),
                rows.groups(),
                rows.measured());
    }
}
