package cip.spi;

/**
 * What a model is trained on.
 *
 * @param features n customers × the candidate features
 * @param target n values in the score's unit; 0 or 1 for a classification; empty for a clustering
 * @param groups n group numbers: rows of one group are never split between folds
 */
public record TrainingData(FeatureMatrix features, double[] target, int[] groups) {
    public TrainingData {
        if (target.length != 0 && target.length != features.rows()) {
            throw new IllegalArgumentException(
                    "There are " + target.length + " target values for " + features.rows() + " rows.");
        }
        if (groups.length != features.rows()) {
            throw new IllegalArgumentException(
                    "There are " + groups.length + " group numbers for " + features.rows() + " rows.");
        }
    }
}
