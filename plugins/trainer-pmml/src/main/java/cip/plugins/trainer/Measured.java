package cip.plugins.trainer;

import cip.spi.TrainedModel.Metric;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was measured of a method on rows that it had not seen.
 *
 * @param scores out of fold and calibrated, by repeat, then row
 * @param threshold from which score on a row counts as a 1
 * @param importance by feature
 */
record Measured(
        OutOfFold outOfFold,
        double[][] scores,
        Calibration calibration,
        Bootstrap bootstrap,
        double threshold,
        List<Metric> metrics,
        Map<String, Metric> importance) {

    static Measured of(Method method, LearningRows rows, ProtocolSettings settings, long seed, Steps steps) {
        double[] truth = rows.truth();
        Importance importance = new Importance(rows, method.objective(), settings.repeats(), seed);
        List<Folds> folds = OutOfFold.deals(rows, settings.folds(), settings.repeats(), seed);
        OutOfFold outOfFold = OutOfFold.of(method, settings.resampling(), rows, folds, seed, steps, importance);
        Bootstrap bootstrap = new Bootstrap(rows.measuredGroups(), truth, seed, steps);
        Map<String, Metric> shares = importance.shares(bootstrap);
        if (method.objective() != Objective.LOGISTIC) {
            double[][] scores = outOfFold.scores();
            return new Measured(
                    outOfFold,
                    scores,
                    Calibration.NONE,
                    bootstrap,
                    0,
                    Quality.ofAmount(bootstrap, scores, outOfFold.baselines()),
                    shares);
        }
        Optional<double[][]> calibrated = Calibration.crossFitted(outOfFold, truth);
        double[][] scores = calibrated.orElseGet(outOfFold::scores);
        double threshold = settings.threshold() > 0 ? settings.threshold() : Quality.bestThreshold(scores, truth);
        return new Measured(
                outOfFold,
                scores,
                calibrated.isPresent() ? Calibration.fitAll(outOfFold, truth) : Calibration.NONE,
                bootstrap,
                threshold,
                Quality.ofProbability(bootstrap, scores, truth, threshold),
                shares);
    }

    /** The share of what is explained that is lost without the feature; at least 0. */
    double use(String feature) {
        return Optional.ofNullable(importance.get(feature))
                .map(share -> Math.max(0, share.value()))
                .orElse(0.0);
    }

    boolean isCalibrated() {
        return calibration != Calibration.NONE;
    }
}
