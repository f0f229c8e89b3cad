package cip.plugins.clv;

import cip.spi.Settings;
import cip.spi.Trainer;
import cip.spi.TrainerContract;
import cip.spi.TrainingData;
import cip.spi.TrainingOptions;

class PurchaseTrainerContractTest extends TrainerContract {
    @Override
    protected Trainer trainer() {
        return new ClvTransactionsPlugin().trainers().get(0).create(Settings.none());
    }

    @Override
    protected TrainingData data() {
        return GeneratedBuyers.of(300, 3).data();
    }

    @Override
    protected TrainingOptions options() {
        return GeneratedBuyers.clv();
    }
}
