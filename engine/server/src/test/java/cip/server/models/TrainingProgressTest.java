package cip.server.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.feature.FeatureReference;
import cip.core.feature.FeatureSet;
import cip.core.feature.FittedFeatures;
import cip.plugins.trainer.TrainerPlugin;
import cip.server.samples.SampleRetailer;
import cip.server.strategies.PublishedStrategy;
import cip.spi.Factory;
import cip.spi.Settings;
import cip.spi.Trainer;
import cip.spi.TrainingProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever waits for the training of one model sees it move, and may end it at once, in every phase of it. */
class TrainingProgressTest {
    private static final Path ROOT = Path.of(System.getProperty("cip.root"));
    private static final int CUSTOMERS = 500;

    /** A second on a machine of one's own; ours is shared. */
    private static final double LONGEST_SILENCE_SECONDS = 3;

    private static final Map<String, Trainer> TRAINERS = new TrainerPlugin()
            .trainers().stream().collect(Collectors.toMap(Factory::name, made -> made.create(Settings.none())));

    private final ModelTraining training = training();

    /** Remembers when each percent was reached first, and the longest time without a word. */
    private static final class Heard implements TrainingProgress {
        private final long begun = System.nanoTime();
        private final Map<Integer, String> byPercent = new TreeMap<>();
        private long last = begun;
        private double longest;
        private String before = "";
        private double share;

        @Override
        public void reached(double now, String doing) {
            assertThat(now).as(doing + ", after " + before).isBetween(share, 1.0);
            long at = System.nanoTime();
            longest = Math.max(longest, (at - last) / 1e9);
            last = at;
            share = now;
            before = doing;
            byPercent.putIfAbsent((int) (100 * now), doing);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"clv", "cluster"})
    void percentMovesWithinOneModelAndIsHeardOfAllTheTime(String score) {
        Heard heard = new Heard();

        training.train(recipe(score), "1", heard);

        assertThat(heard.longest).isLessThan(LONGEST_SILENCE_SECONDS);
        assertThat(heard.byPercent).hasSizeGreaterThan(30);
        assertThat(heard.share).isGreaterThan(0.95);
    }

    @Test
    void trainingEndsWhereverItIsEnded() {
        for (double end : new double[] {0, 0.2, 0.63}) {
            RuntimeException enough = new CancellationException("nobody waits");
            assertThatThrownBy(() -> training.train(recipe("clv"), "1", (share, doing) -> {
                        if (share >= end) {
                            throw enough;
                        }
                    }))
                    .as("ended at " + end)
                    .isSameAs(enough);
        }
    }

    private static ModelRecipe recipe(String score) {
        return ModelRecipe.read(ROOT.resolve("pmml"), "EUR").stream()
                .filter(recipe -> recipe.score().equals(score) && TRAINERS.containsKey(recipe.trainer()))
                .findFirst()
                .orElseThrow();
    }

    private static ModelTraining training() {
        try {
            FittedFeatures features = new FittedFeatures(
                    FeatureSet.parse(Files.readString(ROOT.resolve("rules/features.json"))),
                    FeatureReference.parse(Files.readString(ROOT.resolve("rules/feature-reference.json"))),
                    PublishedStrategy.schema());
            Past past = Past.of(new SampleRetailer(3), CUSTOMERS, "made up", PublishedStrategy.schema());
            return new ModelTraining(TRAINERS::get, features, past, 1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
