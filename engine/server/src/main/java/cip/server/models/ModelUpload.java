package cip.server.models;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.score.PmmlModel;
import cip.core.score.PmmlScorer;
import cip.core.score.ScoreProblem;
import cip.core.score.ScoreResult;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureInput;
import cip.spi.FeatureMatrix;
import cip.spi.ScoreOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Takes a PMML file that was made elsewhere: checks what can be checked before anybody relies on it - the gate, its own
 * verification records, its inputs against our features, its scores for customers we have - and registers it with a card.
 */
final class ModelUpload {
    private static final int MOST_PROBLEMS = 3;

    private final ModelRegistry registry;
    private final Supplier<FeatureMatrix> sample;

    /** @param sample features of some of our customers */
    ModelUpload(ModelRegistry registry, Supplier<FeatureMatrix> sample) {
        this.registry = registry;
        this.sample = sample;
    }

    /**
     * What the file does not say of itself.
     *
     * @param output which score it gives
     * @param version new for this score
     */
    record Description(ScoreOutput output, String version, String label, String description) {}

    /**
     * @throws EngineException INVALID_MODEL when the file is refused, reads features that we do not have, or gives none of
     *     our customers a score; CONFLICT when it or its version is registered already
     */
    RegisteredModel register(byte[] pmml, Description description, String by) {
        PmmlModel model = PmmlModel.read(pmml);
        PmmlScorer scorer = PmmlScorer.of(model, description.output());
        FeatureMatrix customers = sample.get();
        requireFeatures(model, customers);
        ScoreResult scored = scorer.scoreWithProblems(customers);
        if (customers.rows() > 0 && scored.problems().size() == customers.rows()) {
            throw new EngineException(
                    ErrorCode.INVALID_MODEL,
                    "The model gives none of " + customers.rows() + " customers a score. "
                            + scored.problems().get(0).text());
        }
        ModelCard card = card(model, description, customers, scored);
        registry.register(new ShippedModel(card, pmml, card.toJson()), by);
        return registry.model(card.hash());
    }

    private static void requireFeatures(PmmlModel model, FeatureMatrix customers) {
        List<String> problems = new ArrayList<>();
        for (FeatureInput input : model.features()) {
            if (!customers.has(input.name())) {
                problems.add("it reads " + input.name() + ", which is neither an attribute nor a feature");
            } else if (isNumber(customers.column(input.name())) != (input.type() == FeatureInput.Type.NUMBER)) {
                problems.add("it reads " + input.name() + " as " + input.type() + ", which it is not");
            }
        }
        if (!problems.isEmpty()) {
            throw new EngineException(
                    ErrorCode.INVALID_MODEL,
                    "The model does not fit our features: " + String.join("; ", problems)
                            + ".\nMaybe it was trained under other names, or the features have to be defined first.");
        }
    }

    private static boolean isNumber(FeatureColumn column) {
        return column instanceof NumberColumn;
    }

    private static ModelCard card(
            PmmlModel model, Description description, FeatureMatrix customers, ScoreResult scored) {
        ScoreOutput output = description.output();
        double[] known = Arrays.stream(scored.scores())
                .filter(score -> !Double.isNaN(score))
                .toArray();
        return new ModelCard(
                output.name(),
                description.version(),
                description.label(),
                description.description(),
                output.kind(),
                output.unit(),
                model.hash(),
                "",
                Map.of(),
                0,
                new ModelCard.Data("not stated", "not stated", "", 0, 0, 0, ""),
                "Made elsewhere: its quality was not measured here.",
                List.of(),
                notices(customers, scored),
                model.features().stream().map(input -> input(input, customers)).toList(),
                output.kind() == ScoreOutput.Kind.CLUSTER
                        ? ReferenceDistribution.ofClusters(known)
                        : ReferenceDistribution.ofNumbers(scored.scores()),
                ModelEvidence.none());
    }

    private static List<String> notices(FeatureMatrix customers, ScoreResult scored) {
        List<String> notices = new ArrayList<>();
        notices.add("Made elsewhere: nothing is known of the data it was trained on.");
        notices.add("Its distributions are those of " + customers.rows()
                + " of our customers when it was registered, not of its training data.");
        if (!scored.problems().isEmpty()) {
            notices.add(scored.problems().size() + " of " + customers.rows() + " customers get no score, for example: "
                    + String.join(
                            " ",
                            scored.problems().stream()
                                    .map(ScoreProblem::text)
                                    .distinct()
                                    .limit(MOST_PROBLEMS)
                                    .toList()));
        }
        return notices;
    }

    private static ModelCard.Input input(FeatureInput input, FeatureMatrix customers) {
        return new ModelCard.Input(
                input.name(), input.type(), 0, ReferenceDistribution.of(customers.column(input.name())));
    }
}
