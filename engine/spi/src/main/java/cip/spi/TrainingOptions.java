package cip.spi;

/**
 * How a model is trained.
 *
 * @param output what the score is; becomes the PMML's output field
 * @param seed of every random choice
 * @param settings of the trainer, by its own names; one it does not know is refused
 */
public record TrainingOptions(ScoreOutput output, long seed, Settings settings) {}
