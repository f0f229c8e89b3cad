package cip.server.models;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.feature.FittedFeatures;
import cip.core.hash.Sha256;
import cip.server.models.ModelCard.Metric;
import cip.server.models.ModelEvidence.Finding;
import cip.spi.Evidence;
import cip.spi.ScoreOutput;
import cip.spi.TrainedModel;
import cip.spi.Trainer;
import cip.spi.TrainingData;
import cip.spi.TrainingProgress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains the models of a score's recipes and writes their cards. The features are computed by the code that computes them when
 * customers are decided on; those that are functions of attributes alone are then put into the file ({@link TrainedFile}).
 */
final class ModelTraining {
    private static final Logger LOG = LoggerFactory.getLogger(ModelTraining.class);

    /** Shares of the whole after which the features are there, the model is learned, and its file is proven. */
    private static final double STARTING = 0.02;

    private static final double LEARNING = 0.6;
    private static final double LEARNING_ALONE = 0.94;
    private static final double PROVING = 0.05;

    private static final Learner.Occasion NOW = new Learner.Occasion("now", 0, true);

    private final Learner learner;
    private final FittedFeatures features;
    private final Past past;
    private final long seed;

    ModelTraining(Function<String, Trainer> trainers, FittedFeatures features, Past past, long seed) {
        this.learner = new Learner(trainers, seed);
        this.features = features;
        this.past = past;
        this.seed = seed;
    }

    /**
     * @throws EngineException {@code INVALID_MODEL} when the data cannot be learned from or the PMML scores otherwise; {@code
     *     INVALID_PLUGIN} when the trainer fails in any other way
     */
    ShippedModel train(ModelRecipe recipe, String version) {
        return train(recipe, version, TrainingProgress.UNHEARD);
    }

    /**
     * @param progress may end the training by throwing a {@link CancellationException}
     * @throws EngineException as {@link #train(ModelRecipe, String)}
     */
    ShippedModel train(ModelRecipe recipe, String version, TrainingProgress progress) {
        progress.reached(0, "working out the features");
        TrainingHistory history = past.historyFor(recipe);
        TargetLineage lineage = TargetLineage.of(recipe, features);
        ModelRecipe learned = lineage.recipe();
        ShownRows shown = history.shownTo(learned, features);
        TrainingData data = shown.data(features.only(learned.features()));
        double learning = recipe.target().comesTrue() ? LEARNING : LEARNING_ALONE;
        double proving = learning + PROVING;
        TrainedModel trained = trained(
                learned,
                columns -> columns.equals(learned.features()) ? data : shown.data(features.only(columns)),
                progress.part(STARTING, learning));
        TrainedFile file = TrainedFile.of(
                trained,
                recipe.output(),
                features,
                columns -> shown.matrix(features.only(columns)),
                progress.part(learning, proving));
        OutOfTime.Found later = new OutOfTime(learner, features).measure(learned, past, progress.part(proving, 1));
        ModelCard card = card(lineage, version, trained, file, later, history, shown.customers(), data);
        return new ShippedModel(card, file.model().pmml(), card.toJson());
    }

    /** What a trainer refuses it says by an IllegalArgumentException; anything else is a mistake in it. */
    private TrainedModel trained(
            ModelRecipe recipe, Function<List<String>, TrainingData> rows, TrainingProgress progress) {
        try {
            return learner.learn(recipe, NOW, rows, progress);
        } catch (EngineException | CancellationException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new EngineException(
                    ErrorCode.INVALID_MODEL, "The model " + recipe.score() + " was not trained. " + e.getMessage(), e);
        } catch (RuntimeException e) {
            LOG.error("The trainer {} failed while it learned {}.", recipe.trainer(), recipe.score(), e);
            throw new EngineException(
                    ErrorCode.INVALID_PLUGIN,
                    "The model " + recipe.score() + " was not trained: the trainer " + recipe.trainer()
                            + " failed with "
                            + e.getClass().getSimpleName()
                            + ".\nMaybe it has a mistake, or met data it was not made for; the log of the engine says where.",
                    e);
        }
    }

    private ModelCard card(
            TargetLineage lineage,
            String version,
            TrainedModel trained,
            TrainedFile file,
            OutOfTime.Found later,
            TrainingHistory history,
            int customers,
            TrainingData data) {
        ModelRecipe recipe = lineage.recipe();
        List<Finding> findings = Stream.concat(
                        Stream.concat(lineage.findings().stream(), readOfToday(history, trained).stream())
                                .map(Finding::of),
                        later.findings().stream())
                .toList();
        boolean clustering = recipe.output().kind() == ScoreOutput.Kind.CLUSTER;
        return new ModelCard(
                recipe.score(),
                version,
                recipe.label(),
                recipe.description(),
                recipe.output().kind(),
                recipe.output().unit(),
                Sha256.hex(file.model().pmml()),
                recipe.trainer(),
                trained.settings(),
                seed,
                new ModelCard.Data(
                        history.source().words(),
                        history.source().origin(),
                        history.source().heldBack(),
                        recipe.targetInWords(),
                        history.asOf().toString(),
                        recipe.target().horizonMonths(),
                        customers,
                        data.features().rows(),
                        DataHash.of(data)),
                trained.protocol(),
                trained.metrics().stream().map(Metric::of).toList(),
                Stream.of(trained.notices().stream(), findings.stream().map(Finding::text), file.objection().stream())
                        .flatMap(notices -> notices)
                        .toList(),
                trained.inputs().stream().map(use -> input(use, data, file)).toList(),
                clustering
                        ? ReferenceDistribution.ofClusters(measured(trained.fitted(), data))
                        : ReferenceDistribution.ofNumbers(measured(trained.fitted(), data)),
                ModelEvidence.of(trained.evidence(), later.tables(), findings, recipe.features()));
    }

    /** Attributes of today weaken trust in those models alone that read one which can change. */
    private List<Evidence.Finding> readOfToday(TrainingHistory history, TrainedModel trained) {
        return history.findings().stream()
                .flatMap(finding -> of(finding, trained).stream())
                .toList();
    }

    private Optional<Evidence.Finding> of(Evidence.Finding finding, TrainedModel trained) {
        if (finding.kind() != Evidence.Finding.Kind.TIME_LEAK) {
            return Optional.of(finding);
        }
        List<String> read = trained.inputs().stream()
                .map(use -> use.input().name())
                .filter(name -> !Collections.disjoint(features.attributesOf(name), finding.features()))
                .toList();
        return read.isEmpty()
                ? Optional.empty()
                : Optional.of(new Evidence.Finding(
                        finding.kind(), finding.text() + " It reads " + String.join(", ", read) + ".", read));
    }

    private static ModelCard.Input input(TrainedModel.InputUse use, TrainingData data, TrainedFile file) {
        String name = use.input().name();
        return new ModelCard.Input(
                name,
                use.input().type(),
                Digits.six(use.use()),
                ReferenceDistribution.of(MeasuredRows.of(data, name)),
                file.model().computed().getOrDefault(name, List.of()));
    }

    private static double[] measured(double[] scores, TrainingData data) {
        double[] all = scores.clone();
        int kept = 0;
        for (int row = 0; row < all.length; row++) {
            if (data.measured()[row]) {
                all[kept++] = all[row];
            }
        }
        return Arrays.copyOf(all, kept);
    }
}
