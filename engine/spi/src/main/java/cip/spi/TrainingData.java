package cip.spi;

import java.util.Arrays;

/**
 * What a model is trained on.
 *
 * @param features n customers × the candidate features
 * @param target n values in the score's unit; 0 or 1 for a classification; empty for a clustering
 * @param groups n group numbers: rows of one group are never split between folds
 * @param measured for each of the n rows whether metrics count it; false = it is only learned from, e.g. a customer shown
 *     again with part of the inputs missing
 */
public record TrainingData(FeatureMatrix features, double[] target, int[] groups, boolean[] measured) {
    public TrainingData {
        if (target.length != 0 && target.length != features.rows()) {
            throw new IllegalArgumentException(
                    "There are " + target.length + " target values for " + features.rows() + " rows.");
        }
        if (groups.length != features.rows()) {
            throw new IllegalArgumentException(
                    "There are " + groups.length + " group numbers for " + features.rows() + " rows.");
        }
        if (measured.length != features.rows()) {
            throw new IllegalArgumentException(
                    "There are " + measured.length + " marks of what is measured for " + features.rows() + " rows.");
        }
    }

    /** Every row is measured. */
    public TrainingData(FeatureMatrix features, double[] target, int[] groups) {
        this(features, target, groups, every(features.rows()));
    }

    private static boolean[] every(int rows) {
        boolean[] measured = new boolean[rows];
        Arrays.fill(measured, true);
        return measured;
    }
}
