package cip.plugins.clv;

import cip.spi.Factory;
import cip.spi.Plugin;
import cip.spi.Settings;
import cip.spi.Trainer;
import java.util.List;

/** Brings the trainer {@code bgnbd-gg}. */
public final class ClvTransactionsPlugin implements Plugin {
    @Override
    public String name() {
        return "clv-transactions";
    }

    @Override
    public List<Factory<Trainer>> trainers() {
        return List.of(new Factory<>() {
            @Override
            public String name() {
                return "bgnbd-gg";
            }

            @Override
            public Trainer create(Settings settings) {
                return new PurchaseTrainer();
            }
        });
    }
}
