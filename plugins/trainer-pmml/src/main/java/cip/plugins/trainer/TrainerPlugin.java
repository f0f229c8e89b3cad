package cip.plugins.trainer;

import cip.spi.Factory;
import cip.spi.Plugin;
import cip.spi.Settings;
import cip.spi.Trainer;
import java.util.List;
import java.util.function.Supplier;

/** Brings the trainers {@code boosting}, {@code linear}, {@code logistic} and {@code kmeans}. */
public final class TrainerPlugin implements Plugin {
    @Override
    public String name() {
        return "trainer-pmml";
    }

    @Override
    public List<Factory<Trainer>> trainers() {
        return List.of(
                new Named("boosting", BoostingTrainer::new),
                new Named("linear", () -> new LinearTrainer(Objective.SQUARED)),
                new Named("logistic", () -> new LinearTrainer(Objective.LOGISTIC)),
                new Named("kmeans", KMeansTrainer::new));
    }

    /** A trainer that config.yml cannot configure: its settings come with every training. */
    private record Named(String name, Supplier<Trainer> maker) implements Factory<Trainer> {
        @Override
        public Trainer create(Settings settings) {
            return maker.get();
        }
    }
}
