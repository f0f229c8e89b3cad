package cip.spi;

import java.util.List;
import java.util.Map;

/**
 * A trained model.
 *
 * @param pmml PMML 4.4, UTF-8, without a timestamp
 * @param fitted the native model's score of every training row, to compare the PMML with
 * @param metrics by name, e.g. {@code r2}, each with its interval over the folds
 * @param settings that were used, chosen ones included, e.g. the number of clusters
 */
public record TrainedModel(byte[] pmml, double[] fitted, List<Metric> metrics, Map<String, String> settings) {
    public TrainedModel {
        metrics = List.copyOf(metrics);
        settings = Map.copyOf(settings);
    }

    /**
     * A quality figure of the out-of-fold scores.
     *
     * @param name e.g. {@code rmse}
     * @param baseline the same figure of the simplest model (mean, majority); NaN = there is none
     * @param low lower end of the 95 % interval over the folds
     * @param high upper end of the 95 % interval over the folds
     */
    public record Metric(String name, double value, double baseline, double low, double high) {}
}
