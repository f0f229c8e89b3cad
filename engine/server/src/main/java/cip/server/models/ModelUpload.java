package cip.server.models;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.hash.Sha256;
import cip.core.score.PmmlModel;
import cip.core.score.PmmlScorer;
import cip.core.score.ScoreProblem;
import cip.core.score.ScoreResult;
import cip.server.http.ReceivedFile;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureInput;
import cip.spi.FeatureMatrix;
import cip.spi.ScoreOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes a PMML file that was made elsewhere: checks what can be checked before anybody relies on it - the gate, its own
 * verification records, its inputs against our features, its scores for customers we have - and writes its card.
 */
public final class ModelUpload {
    /** On the card until the next number is drawn. */
    private static final String FIRST = "1";

    private static final int MOST_PROBLEMS = 3;
    private static final long LARGEST_FILE = 50L << 20;
    private static final long WAITING_SECONDS = 20;

    private final ModelRegistry registry;
    private final Path folder;
    private final Function<String, Optional<String>> champion;
    private final Supplier<FeatureMatrix> sample;
    /** A file takes many times its size while it is read: one at a time. */
    private final Semaphore reading = new Semaphore(1);

    /**
     * @param folder for files on their way
     * @param champion hash of the model that the live strategy has for a score
     * @param sample features of some of our customers
     */
    ModelUpload(
            ModelRegistry registry,
            Path folder,
            Function<String, Optional<String>> champion,
            Supplier<FeatureMatrix> sample) {
        this.registry = registry;
        this.folder = folder;
        this.champion = champion;
        this.sample = sample;
    }

    /**
     * What whoever brings a file says of it; what is {@code null} is taken from the champion of the same score.
     *
     * @param score which score it gives
     * @param version new for this score; {@code null} = the next number
     */
    public record Stated(
            String score,
            @Nullable String version,
            @Nullable String label,
            ScoreOutput.@Nullable Kind kind,
            @Nullable String unit,
            @Nullable String description) {}

    /** @param isNew whether it was not registered before */
    public record Outcome(RegisteredModel model, boolean isNew) {}

    /**
     * Takes a file as it comes in, by way of the disk, with the card it would be registered with.
     *
     * @throws EngineException TOO_LARGE; TOO_MANY_REQUESTS when other files are being checked; else as {@link #checked}
     */
    ShippedModel receive(InputStream body, Stated stated) throws IOException {
        return received(body, stated, this::checked);
    }

    /**
     * As {@link #receive}, and registered; but a file that is registered already under the score, and the version if one is
     * stated, stays as it is.
     */
    public Outcome put(InputStream body, Stated stated, String by) throws IOException {
        return received(body, stated, (pmml, description) -> registry.find(Sha256.hex(pmml))
                .filter(known -> known.card().score().equals(stated.score()))
                .filter(known -> stated.version() == null || known.version().equals(stated.version()))
                .map(known -> new Outcome(known, false))
                .orElseGet(() -> new Outcome(registered(checked(pmml, description), stated, by), true)));
    }

    private RegisteredModel registered(ShippedModel model, Stated stated, String by) {
        return stated.version() == null ? registry.registerNext(model, by) : registry.register(model, by);
    }

    private <T> T received(InputStream body, Stated stated, BiFunction<byte[], Description, T> work)
            throws IOException {
        ModelFolder.requireNames(stated.score(), Objects.requireNonNullElse(stated.version(), FIRST));
        Description description = description(stated);
        try (ReceivedFile file = ReceivedFile.of(body, folder, LARGEST_FILE)) {
            takeTurn();
            try {
                return work.apply(Files.readAllBytes(file.path()), description);
            } finally {
                reading.release();
            }
        }
    }

    private void takeTurn() {
        boolean mine = false;
        try {
            mine = reading.tryAcquire(WAITING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (!mine) {
            throw new EngineException(
                    ErrorCode.TOO_MANY_REQUESTS, "Another model file is being checked.\nMaybe send this one again.");
        }
    }

    private Description description(Stated stated) {
        Optional<ModelCard> known =
                champion.apply(stated.score()).map(hash -> registry.model(hash).card());
        ScoreOutput.Kind kind = Optional.ofNullable(stated.kind())
                .or(() -> known.map(ModelCard::kind))
                .orElseThrow(() -> new EngineException(
                                ErrorCode.INVALID_VALUE,
                                "Nothing is known of the score " + stated.score()
                                        + ", so its kind must be stated: AMOUNT, PROBABILITY or CLUSTER.")
                        .about("kind"));
        String unit = Optional.ofNullable(stated.unit())
                .or(() -> known.map(ModelCard::unit))
                .orElse("");
        return new Description(
                new ScoreOutput(stated.score(), kind, unit),
                Objects.requireNonNullElse(stated.version(), FIRST),
                Optional.ofNullable(stated.label())
                        .or(() -> known.map(ModelCard::label))
                        .orElse(stated.score()),
                Optional.ofNullable(stated.description())
                        .or(() -> known.map(ModelCard::description))
                        .orElse(""));
    }

    /**
     * What the file does not say of itself.
     *
     * @param output which score it gives
     * @param version new for this score
     */
    record Description(ScoreOutput output, String version, String label, String description) {}

    /**
     * The file with the card it would be registered with.
     *
     * @throws EngineException INVALID_MODEL when the file is refused, reads features that we do not have, or gives none of
     *     our customers a score
     */
    ShippedModel checked(byte[] pmml, Description description) {
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
        return new ShippedModel(card, pmml, card.toJson());
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
                new ModelCard.Data("not stated", ModelCard.Origin.ELSEWHERE, false, "not stated", "", 0, 0, 0, ""),
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
