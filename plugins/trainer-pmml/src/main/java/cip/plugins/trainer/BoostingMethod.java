package cip.plugins.trainer;

import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Boosted trees with their settings. */
record BoostingMethod(BoostingSettings set, long seed) implements Method {
    @Override
    public Objective objective() {
        return set.objective();
    }

    /** Directions are kept for features that are there; one left out needs none. */
    @Override
    public Boosting over(FeatureMatrix features, double[] target, double[] weights) {
        return new Boosting(DesignMatrix.of(features), target, weights, set, seed);
    }

    @Override
    public double cost() {
        return set.trees() * (1.0 + set.depth());
    }

    @Override
    public Map<String, String> settings() {
        return set.asText();
    }

    @Override
    public List<Option> options() {
        List<Option> options = new ArrayList<>();
        if (!set.increasing().isEmpty() || !set.decreasing().isEmpty()) {
            options.add(new Option("no monotone constraints", with(set.unconstrained())));
        }
        options.add(new Option("L2 ÷ 10", with(set.withStrengths(set.l1(), set.l2() / 10))));
        options.add(new Option("L2 × 10", with(set.withStrengths(set.l1(), Math.max(1, set.l2()) * 10))));
        options.add(new Option(
                set.l1() > 0 ? "no L1" : "L1 of 5", with(set.withStrengths(set.l1() > 0 ? 0 : 5, set.l2()))));
        return options;
    }

    @Override
    public List<Method> grid() {
        List<Method> grid = new ArrayList<>();
        for (int depth : new int[] {2, 3, 4}) {
            for (double l2 : new double[] {1, 5, 20}) {
                grid.add(with(set.tuned(depth, l2)));
            }
        }
        return grid;
    }

    private BoostingMethod with(BoostingSettings others) {
        return new BoostingMethod(others, seed);
    }
}
