package cip.plugins.clv;

import cip.spi.ScoreOutput;
import cip.spi.Settings;
import cip.spi.Trainer;
import cip.spi.TrainerContract;
import cip.spi.TrainingData;
import cip.spi.TrainingOptions;
import java.util.Arrays;

class SilenceTrainerContractTest extends TrainerContract {
    @Override
    protected Trainer trainer() {
        return new ClvTransactionsPlugin().trainers().get(1).create(Settings.none());
    }

    @Override
    protected TrainingData data() {
        GeneratedBuyers buyers = GeneratedBuyers.of(300, 3);
        TrainingData spend = buyers.data();
        return new TrainingData(
                spend.features(),
                Arrays.stream(buyers.later()).map(later -> later == 0 ? 1 : 0).toArray(),
                spend.groups());
    }

    @Override
    protected TrainingOptions options() {
        return new TrainingOptions(new ScoreOutput("churn_risk", ScoreOutput.Kind.PROBABILITY, ""), 7, Settings.none());
    }
}
