package cip.plugins.trainer;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Grows forests with XGBoost on one thread, so that equal rows, settings and seed give equal trees. */
final class Boosting implements Method.Learner {
    private final DesignMatrix design;
    private final double[] target;
    private final double[] weights;
    private final BoostingSettings settings;
    private final long seed;

    Boosting(DesignMatrix design, double[] target, double[] weights, BoostingSettings settings, long seed) {
        this.design = design;
        this.target = target;
        this.weights = weights;
        this.settings = settings;
        this.seed = seed;
    }

    @Override
    public GrownForest fit(int[] rows, Steps steps) {
        float base = base(rows);
        try {
            DMatrix matrix = new DMatrix(
                    design.rowMajor(rows), rows.length, design.columns().size(), Float.NaN);
            try {
                matrix.setLabel(floats(target, rows));
                if (Arrays.stream(rows).anyMatch(row -> weights[row] != 1)) {
                    matrix.setWeight(floats(weights, rows));
                }
                Booster booster = XGBoost.train(matrix, parameters(base), 0, Map.of(), null, null);
                try {
                    for (int tree = 0; tree < settings.trees(); tree++) {
                        steps.within((double) tree / settings.trees());
                        booster.update(matrix, tree);
                    }
                    Forest forest = new Forest(settings.objective().marginOf(base), trees(booster));
                    return new GrownForest(
                            settings.objective(), forest, design, firstColumn(booster.predict(matrix, true)));
                } finally {
                    booster.dispose();
                }
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalArgumentException("XGBoost refused the training: " + e.getMessage(), e);
        }
    }

    private Map<String, Object> parameters(float base) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("objective", settings.objective().xgboostName());
        if (settings.objective() == Objective.TWEEDIE) {
            parameters.put("tweedie_variance_power", settings.tweediePower());
        }
        parameters.put("base_score", base);
        parameters.put("tree_method", "hist");
        parameters.put("max_depth", settings.depth());
        parameters.put("eta", settings.learningRate());
        parameters.put("lambda", settings.l2());
        if (settings.l1() > 0) {
            parameters.put("alpha", settings.l1());
        }
        parameters.put("min_child_weight", settings.minimumLeafWeight());
        if (!settings.increasing().isEmpty() || !settings.decreasing().isEmpty()) {
            parameters.put("monotone_constraints", directions());
        }
        parameters.put("nthread", 1);
        parameters.put("seed", seed);
        parameters.put("verbosity", 0);
        return parameters;
    }

    private String directions() {
        List<String> directions = design.columns().stream()
                .map(DesignMatrix.Column::feature)
                .map(feature -> settings.increasing().contains(feature)
                        ? "1"
                        : settings.decreasing().contains(feature) ? "-1" : "0")
                .toList();
        return "(" + String.join(",", directions) + ")";
    }

    private List<Tree> trees(Booster booster) throws XGBoostError {
        String[] names = IntStream.range(0, design.columns().size())
                .mapToObj(column -> "c" + column)
                .toArray(String[]::new);
        return Arrays.stream(booster.getModelDump(names, false, "text"))
                .map(TreeText::read)
                .toList();
    }

    private float base(int[] rows) {
        double all = Arrays.stream(rows).mapToDouble(row -> weights[row]).sum();
        double mean = Arrays.stream(rows)
                        .mapToDouble(row -> weights[row] * target[row])
                        .sum()
                / all;
        return switch (settings.objective()) {
            case SQUARED -> (float) mean;
            case TWEEDIE -> (float) Math.max(mean, 1e-6);
            case LOGISTIC -> (float) Math.min(Math.max(mean, 1e-3), 1 - 1e-3);
        };
    }

    private static float[] floats(double[] values, int[] rows) {
        float[] floats = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            floats[i] = (float) values[rows[i]];
        }
        return floats;
    }

    private static float[] firstColumn(float[][] predictions) {
        float[] column = new float[predictions.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = predictions[i][0];
        }
        return column;
    }
}
