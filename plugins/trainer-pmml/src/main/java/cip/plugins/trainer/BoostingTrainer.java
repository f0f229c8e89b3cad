package cip.plugins.trainer;

import cip.spi.FeatureMatrix;
import cip.spi.ScoreOutput;
import cip.spi.TrainedModel;
import cip.spi.Trainer;
import cip.spi.TrainerSetting;
import cip.spi.TrainingData;
import cip.spi.TrainingOptions;
import java.util.List;

/**
 * Gradient boosted trees (XGBoost) for an amount or a probability. Metrics come from grouped, repeated folds; a
 * probability is calibrated on the out-of-fold margins if that lowers the log-loss; the model itself is then grown on
 * all rows. A text the model has not seen counts as missing; a missing value goes where XGBoost learned to send it.
 */
final class BoostingTrainer implements Trainer {
    @Override
    public TrainedModel train(TrainingData data, TrainingOptions options) {
        BoostingSettings settings = BoostingSettings.of(options);
        settings.checkDirections();
        checkDirections(settings, data.features());
        return new ScoreTraining(new BoostingMethod(settings, options.seed()), options).train(data);
    }

    @Override
    public List<TrainerSetting> adjustable(ScoreOutput output) {
        return Adjustable.boosting(output);
    }

    @Override
    public void check(TrainingOptions options) {
        BoostingSettings settings = BoostingSettings.of(options);
        settings.checkDirections();
        ScoreTraining.check(ProtocolSettings.of(options), options, settings.objective());
    }

    private static void checkDirections(BoostingSettings settings, FeatureMatrix features) {
        for (List<String> names : List.of(settings.increasing(), settings.decreasing())) {
            for (String name : names) {
                if (!features.has(name)) {
                    throw new IllegalArgumentException(
                            "The settings name the feature " + name + ", which is not among the training data.");
                }
            }
        }
    }
}
