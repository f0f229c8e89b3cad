package cip.plugins.trainer;

import cip.spi.ScoreOutput;
import cip.spi.Settings;
import cip.spi.TrainedModel;
import cip.spi.Trainer;
import cip.spi.TrainerSetting;
import cip.spi.TrainingData;
import cip.spi.TrainingOptions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Linear regression for an amount, logistic for a probability, with an elastic-net penalty. A missing number counts as the
 * average, a missing or unknown text as none of the categories.
 */
final class LinearTrainer implements Trainer {
    private static final Set<String> NAMES = new TreeSet<>(Set.of("l1", "l2", "logarithm"));

    private final Objective objective;

    /** @param objective squared or logistic */
    LinearTrainer(Objective objective) {
        this.objective = objective;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingOptions options) {
        Settings settings = options.settings();
        BoostingSettings.refuseUnknown(settings, NAMES, ProtocolSettings.NAMES);
        checkKind(options.output());
        List<String> logarithm = BoostingSettings.names(settings, "logarithm");
        for (String name : logarithm) {
            if (!data.features().has(name)) {
                throw new IllegalArgumentException("The setting logarithm names " + name + ", which is not among "
                        + data.features().names() + ".");
            }
        }
        LinearMethod method = new LinearMethod(
                objective,
                BoostingSettings.fraction(settings, Adjustable.LINEAR_L1),
                BoostingSettings.fraction(settings, Adjustable.LINEAR_L2),
                logarithm);
        return new ScoreTraining(method, options).train(data);
    }

    @Override
    public List<TrainerSetting> adjustable(ScoreOutput output) {
        return Adjustable.linear(output);
    }

    @Override
    public void check(TrainingOptions options) {
        checkKind(options.output());
        BoostingSettings.refuseUnknown(options.settings(), NAMES, ProtocolSettings.NAMES);
        ScoreTraining.check(ProtocolSettings.of(options), options, objective);
    }

    private void checkKind(ScoreOutput output) {
        ScoreOutput.Kind kind =
                objective == Objective.LOGISTIC ? ScoreOutput.Kind.PROBABILITY : ScoreOutput.Kind.AMOUNT;
        if (output.kind() != kind) {
            throw new IllegalArgumentException("This trainer makes a score of kind " + kind + ", but " + output.name()
                    + " is of kind " + output.kind() + ".");
        }
    }
}
