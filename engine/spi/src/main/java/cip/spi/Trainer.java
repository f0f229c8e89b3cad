package cip.spi;

/** Trains one kind of model and exports it as PMML 4.4. Equal data, options and seed give equal bytes. */
public interface Trainer {
    /**
     * @throws IllegalArgumentException when the data cannot be learned from (no rows, one class only); the message says
     *     what was found and what was expected
     */
    TrainedModel train(TrainingData data, TrainingOptions options);
}
