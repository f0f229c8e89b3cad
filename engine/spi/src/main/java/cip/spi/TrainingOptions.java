package cip.spi;

/**
 * How a model is trained.
 *
 * @param output what the score is; becomes the PMML's output field
 * @param seed of every random choice
 * @param settings of the trainer, by its own names; one it does not know is refused
 * @param compare whether simpler models and other settings are tried as well, for the evidence; it changes nothing about the
 *     model and its metrics
 * @param progress hears how far the training is; it changes nothing about the model either
 */
public record TrainingOptions(
        ScoreOutput output, long seed, Settings settings, boolean compare, TrainingProgress progress) {
    /** With all evidence, unheard. */
    public TrainingOptions(ScoreOutput output, long seed, Settings settings) {
        this(output, seed, settings, true, TrainingProgress.UNHEARD);
    }

    public TrainingOptions(ScoreOutput output, long seed, Settings settings, boolean compare) {
        this(output, seed, settings, compare, TrainingProgress.UNHEARD);
    }

    public TrainingOptions heardBy(TrainingProgress listener) {
        return new TrainingOptions(output, seed, settings, compare, listener);
    }
}
