package cip.spi;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A trained model and what is honestly known of it.
 *
 * @param pmml PMML 4.4, UTF-8, without a timestamp
 * @param fitted the native model's score of every training row, to compare the PMML with
 * @param inputs the features that the PMML reads, in its order
 * @param protocol how the metrics were measured, one sentence
 * @param metrics each with its interval, in the order worth showing
 * @param notices what weakens trust in the model, e.g. copies of rows; one sentence each
 * @param settings that were used, chosen ones included, e.g. the number of clusters; sorted by name
 * @param evidence behind metrics and notices
 * @param tolerance how far, relatively, the PMML's score of a training row may be from {@code fitted}
 * @param unseen by repeat, then training row: the score by a model that had not learned this row's target, which the metrics
 *     were measured on; NaN = the row is not measured; empty = the trainer does not say, so that the model cannot be part of
 *     an average
 */
public record TrainedModel(
        byte[] pmml,
        double[] fitted,
        List<InputUse> inputs,
        String protocol,
        List<Metric> metrics,
        List<String> notices,
        Map<String, String> settings,
        Evidence evidence,
        double tolerance,
        double[][] unseen) {
    /** Some forty steps of the floats in which libraries of trees compute. */
    public static final double OF_FLOATS = 5e-6;

    public TrainedModel {
        if (!(tolerance >= 0 && tolerance <= OF_FLOATS)) {
            throw new IllegalArgumentException("The tolerance is " + tolerance + ", expected 0 to " + OF_FLOATS + ".");
        }
        for (double[] repeat : unseen) {
            if (repeat.length != fitted.length) {
                throw new IllegalArgumentException("There are " + repeat.length
                        + " scores by models that had not learned" + " the row, but " + fitted.length + " rows.");
            }
        }
        inputs = List.copyOf(inputs);
        metrics = List.copyOf(metrics);
        notices = List.copyOf(notices);
        SortedMap<String, String> sorted = new TreeMap<>(settings);
        settings = Collections.unmodifiableMap(sorted);
    }

    /** A model of which it is not said what it scored rows that it had not learned. */
    public TrainedModel(
            byte[] pmml,
            double[] fitted,
            List<InputUse> inputs,
            String protocol,
            List<Metric> metrics,
            List<String> notices,
            Map<String, String> settings,
            Evidence evidence,
            double tolerance) {
        this(pmml, fitted, inputs, protocol, metrics, notices, settings, evidence, tolerance, new double[0][]);
    }

    /** A model that computes in floats. */
    public TrainedModel(
            byte[] pmml,
            double[] fitted,
            List<InputUse> inputs,
            String protocol,
            List<Metric> metrics,
            List<String> notices,
            Map<String, String> settings,
            Evidence evidence) {
        this(pmml, fitted, inputs, protocol, metrics, notices, settings, evidence, OF_FLOATS);
    }

    /** A model whose metrics are all that is known. */
    public TrainedModel(
            byte[] pmml,
            double[] fitted,
            List<InputUse> inputs,
            String protocol,
            List<Metric> metrics,
            List<String> notices,
            Map<String, String> settings) {
        this(pmml, fitted, inputs, protocol, metrics, notices, settings, Evidence.none());
    }

    /**
     * A feature the model reads.
     *
     * @param use share of what the model explains that is lost without the feature, about 0..1; the trainer's protocol
     *     says how it was measured
     */
    public record InputUse(FeatureInput input, double use) {}

    /**
     * A quality figure measured on rows that the scoring model had not seen; where there is nothing to predict
     * (clusters), on the training rows.
     *
     * @param name e.g. {@code rmse}
     * @param baseline the same figure of the simplest model (mean, share of ones); NaN = it has none
     * @param low lower end of the 95 % interval
     * @param high upper end of the 95 % interval
     */
    public record Metric(String name, double value, double baseline, double low, double high) {}
}
