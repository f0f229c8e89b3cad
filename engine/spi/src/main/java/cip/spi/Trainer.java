package cip.spi;

import java.util.List;

/** Trains one kind of model and exports it as PMML 4.4. Equal data, options and seed give equal bytes. */
public interface Trainer {
    /**
     * @throws IllegalArgumentException when the data cannot be learned from (no rows, one class only); the message says
     *     what was found and what was expected
     * @throws RuntimeException what {@link TrainingProgress#reached} throws to end the training, unchanged
     */
    TrainedModel train(TrainingData data, TrainingOptions options);

    /** The settings that may be changed for one training of such a score, in the order worth showing. */
    default List<TrainerSetting> adjustable(ScoreOutput output) {
        return List.of();
    }

    /**
     * Looks at settings before there are data.
     *
     * @throws IllegalArgumentException when a setting is wrong or settings do not go together; the message names them
     */
    default void check(TrainingOptions options) {}
}
