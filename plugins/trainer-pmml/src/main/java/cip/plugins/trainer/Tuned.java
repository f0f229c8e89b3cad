package cip.plugins.trainer;

import cip.spi.FeatureMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A method whose settings are chosen anew from its grid wherever it learns, on three folds within the rows it is given. So a
 * fold that measures the model had no part in choosing its settings (nested cross-validation).
 */
record Tuned(Method method, RowGroups groups, long seed) implements Method {
    private static final int INNER_FOLDS = 3;

    @Override
    public Objective objective() {
        return method.objective();
    }

    @Override
    public Learner over(FeatureMatrix features, double[] target, double[] weights) {
        return (rows, steps) -> {
            double choosing = (cost() - method.cost()) / cost();
            return choose(features, target, weights, rows, steps.inside(0, choosing))
                    .over(features, target, weights)
                    .fit(rows, steps.inside(choosing, 1));
        };
    }

    /** The simplest whose loss on inner folds is within half a percent of the best. */
    Method choose(FeatureMatrix features, double[] target, double[] weights, int[] rows, Steps steps) {
        int[] inner = Arrays.stream(rows).map(row -> groups.ofRow()[row]).toArray();
        Folds folds = Folds.deal(inner, INNER_FOLDS, seed);
        List<Method> grid = method.grid();
        double[] losses = new double[grid.size()];
        for (int i = 0; i < losses.length; i++) {
            Steps ofGrid = steps.inside((double) i / losses.length, (i + 1.0) / losses.length);
            losses[i] = loss(grid.get(i).over(features, target, weights), target, rows, folds, ofGrid);
        }
        double least = Arrays.stream(losses).min().orElseThrow();
        for (int i = 0; i < losses.length; i++) {
            if (losses[i] <= 1.005 * least) {
                return grid.get(i);
            }
        }
        throw new IllegalStateException("The grid of " + method + " has no loss.");
    }

    private double loss(Learner learner, double[] target, int[] rows, Folds folds, Steps steps) {
        double loss = 0;
        for (int fold = 0; fold < folds.count(); fold++) {
            Fit fit = learner.fit(
                    LearningRows.at(rows, folds.outside(fold)),
                    steps.inside((double) fold / folds.count(), (fold + 1.0) / folds.count()));
            for (int row : LearningRows.at(rows, folds.inside(fold))) {
                loss += objective().loss(objective().score(fit.margin(row)), target[row]);
            }
        }
        return loss;
    }

    /** Folds within leave two of three rows to learn from. */
    @Override
    public double cost() {
        return method.cost()
                + (INNER_FOLDS - 1) * grid().stream().mapToDouble(Method::cost).sum();
    }

    @Override
    public List<Option> options() {
        return method.options();
    }

    @Override
    public List<Method> grid() {
        return method.grid();
    }

    @Override
    public Map<String, String> settings() {
        return method.settings();
    }
}
