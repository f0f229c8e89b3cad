package cip.bench;

import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureMatrix;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * A forest of the size of {@link GeneratedModels}' in XGBoost4J, on one thread, and rows for it: not the same trees, but as
 * many of the same depth over as many numbers. They grow to their full depth on a target made from a seed.
 */
final class NativeForest {
    private static final int TRAINING_ROWS = 20_000;
    private final Booster booster;
    private final float[] values;
    private final int rows;
    private final DMatrix matrix;

    /** @param rows numbers without missing ones */
    NativeForest(FeatureMatrix rows) throws XGBoostError {
        this.booster = grown();
        this.rows = rows.rows();
        this.values = new float[rows.rows() * GeneratedModels.FEATURES];
        for (int row = 0; row < rows.rows(); row++) {
            for (int i = 0; i < GeneratedModels.FEATURES; i++) {
                double[] column = ((NumberColumn) rows.columns().get(i)).values();
                values[row * GeneratedModels.FEATURES + i] = (float) column[row];
            }
        }
        this.matrix = new DMatrix(values, this.rows, GeneratedModels.FEATURES, Float.NaN);
    }

    private static Booster grown() throws XGBoostError {
        Random random = new Random(11);
        float[] features = new float[TRAINING_ROWS * GeneratedModels.FEATURES];
        float[] target = new float[TRAINING_ROWS];
        for (int row = 0; row < TRAINING_ROWS; row++) {
            double sum = random.nextGaussian();
            for (int i = 0; i < GeneratedModels.FEATURES; i++) {
                double value = 4 * random.nextDouble() - 2;
                features[row * GeneratedModels.FEATURES + i] = (float) value;
                sum += Math.sin(i * value);
            }
            target[row] = (float) sum;
        }
        DMatrix training = new DMatrix(features, TRAINING_ROWS, GeneratedModels.FEATURES, Float.NaN);
        training.setLabel(target);
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("objective", "reg:squarederror");
        parameters.put("max_depth", GeneratedModels.DEPTH);
        parameters.put("nthread", 1);
        parameters.put("seed", 1);
        parameters.put("verbosity", 0);
        Booster grown = XGBoost.train(training, parameters, GeneratedModels.TREES, Map.of(), null, null);
        training.dispose();
        return grown;
    }

    /** The scores of all rows, added up, straight from an array. */
    double scores() {
        try {
            return sum(booster.inplace_predict(values, rows, GeneratedModels.FEATURES, Float.NaN));
        } catch (XGBoostError e) {
            throw new IllegalStateException(e);
        }
    }

    /** What every input adds to the scores of all rows, added up. */
    double contributions() {
        try {
            return sum(booster.predictContrib(matrix, 0));
        } catch (XGBoostError e) {
            throw new IllegalStateException(e);
        }
    }

    private static double sum(float[][] numbers) {
        double sum = 0;
        for (float[] row : numbers) {
            for (float number : row) {
                sum += number;
            }
        }
        return sum;
    }
}
