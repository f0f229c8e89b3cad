package cip.plugins.clv;

import cip.spi.Factory;
import cip.spi.Plugin;
import cip.spi.Settings;
import cip.spi.Trainer;
import java.util.List;
import java.util.function.Supplier;

/** Brings the trainers {@code bgnbd-gg} for what customers will spend and {@code bgnbd} for whether they will purchase at all. */
public final class ClvTransactionsPlugin implements Plugin {
    @Override
    public String name() {
        return "clv-transactions";
    }

    @Override
    public List<Factory<Trainer>> trainers() {
        return List.of(new Named("bgnbd-gg", PurchaseTrainer::new), new Named("bgnbd", SilenceTrainer::new));
    }

    /** A trainer that config.yml cannot configure: its settings come with every training. */
    private record Named(String name, Supplier<Trainer> maker) implements Factory<Trainer> {
        @Override
        public Trainer create(Settings settings) {
            return maker.get();
        }
    }
}
