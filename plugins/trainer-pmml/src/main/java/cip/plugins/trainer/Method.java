package cip.plugins.trainer;

import cip.spi.FeatureInput;
import cip.spi.FeatureMatrix;
import cip.spi.ScoreOutput;
import java.util.List;
import java.util.Map;

/** A way to learn a score from rows, with its settings. */
interface Method {
    Objective objective();

    /**
     * @param target of every row
     * @param weights how much each row counts; 1 everywhere = plainly
     */
    Learner over(FeatureMatrix features, double[] target, double[] weights);

    /** What learning once costs, beside other methods on the same rows. */
    double cost();

    /** By name, as on the card. */
    Map<String, String> settings();

    /** The same method otherwise set, to see what a setting is worth. */
    List<Option> options();

    /** What to choose from when the settings are tuned, the simplest first. */
    List<Method> grid();

    /** A named choice of settings. */
    record Option(String label, Method method) {}

    /**
     * What a PMML file says besides what was learned.
     *
     * @param halfWidth of the interval around an amount; 0 = none
     * @param features of the rows that were learned from
     * @param fitted the scores of these rows
     */
    record Export(
            ScoreOutput output, Calibration calibration, double halfWidth, FeatureMatrix features, double[] fitted) {}

    /** Learns from some of the rows it was made over; equal rows give equal fits. */
    interface Learner {
        /** @param steps told how far it is */
        Fit fit(int[] rows, Steps steps);
    }

    /** What was learned. The margin is what the parts of a model add up to, before it becomes a score. */
    interface Fit {
        double margin(int row);

        /** The margins of rows, each with the feature's value of another row. */
        double[] shuffled(int[] rows, String feature, int[] donors);

        /** The features that have a say, in the order they came. */
        List<FeatureInput> inputs();

        /** The model as PMML. */
        byte[] pmml(Export export);
    }
}
