package cip.server.models;

import cip.spi.FeatureInput;
import cip.spi.ScoreOutput;
import cip.spi.TrainedModel;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a model: what it predicts, from what, how it was made and how good it honestly is. Lies as
 * {@code card.json} beside the model and names its bytes by their hash. It holds no time of making, so that the same
 * training gives the same card.
 *
 * @param score name of the score, e.g. {@code clv}
 * @param version the folder below the score's
 * @param label as shown, e.g. {@code Lifetime value}
 * @param description what the number means, with its horizon
 * @param unit e.g. {@code EUR per 12 months}; empty for a probability or a cluster
 * @param hash SHA-256 of the PMML bytes, 64 hexadecimal digits
 * @param trainer name of the trainer; empty = made elsewhere
 * @param settings of the trainer, chosen ones included
 * @param protocol how the metrics were measured
 * @param notices what weakens trust, one sentence each
 * @param inputs the features that the model reads
 * @param scores how the scores of the training rows were distributed
 * @param evidence behind metrics and notices; empty = the model came without
 */
public record ModelCard(
        String score,
        String version,
        String label,
        String description,
        ScoreOutput.Kind kind,
        String unit,
        String hash,
        String trainer,
        Map<String, String> settings,
        long seed,
        Data data,
        String protocol,
        List<Metric> metrics,
        List<String> notices,
        List<Input> inputs,
        ReferenceDistribution scores,
        ModelEvidence evidence) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    public ModelCard {
        Stream.of(score, version, label, description, kind, unit, hash, trainer, data, protocol, scores)
                .forEach(part -> Objects.requireNonNull(part, "A card lacks one of its fields."));
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        metrics = List.copyOf(metrics);
        notices = List.copyOf(notices);
        inputs = List.copyOf(inputs);
        evidence = evidence == null ? ModelEvidence.none() : evidence;
    }

    /**
     * What the model was trained on.
     *
     * @param source where the rows came from, in words
     * @param heldBack whether a fifth of the customers was kept out of the rows, to meet the champion on
     * @param target what was predicted, with its horizon
     * @param asOf the instant as of which the features were computed, ISO-8601
     * @param horizonMonths how far the target looks ahead; 0 = it does not
     * @param customers how many customers
     * @param rows how many rows were learned from; a customer can be shown more than once
     * @param hash SHA-256 over inputs, target and rows, so that other data cannot pass for these
     */
    public record Data(
            String source,
            Origin origin,
            boolean heldBack,
            String target,
            String asOf,
            int horizonMonths,
            int customers,
            int rows,
            String hash) {
        public Data {
            Objects.requireNonNull(origin, "A card says of its rows where they came from.");
        }

        /** Whether the rows are customers of this installation, so that others of them can be held against the model. */
        boolean isOfOwnCustomers() {
            return origin == Origin.OWN_CUSTOMERS;
        }
    }

    /** Where the rows came from that a model learned from. */
    public enum Origin {
        /** The customers of this installation: it was trained here. */
        OWN_CUSTOMERS,
        /** Customers made up by the product, as those of the models that come with it. */
        SYNTHETIC,
        /** It was made elsewhere: nothing is known of its rows. */
        ELSEWHERE
    }

    /**
     * A quality figure with its 95 % interval.
     *
     * @param baseline the same figure of the simplest model; {@code null} = there is none
     * @param low {@code null} = no interval could be measured
     * @param high {@code null} = no interval could be measured
     */
    public record Metric(
            String name, double value, @Nullable Double baseline, @Nullable Double low, @Nullable Double high) {
        static Metric of(TrainedModel.Metric metric) {
            return new Metric(
                    metric.name(),
                    Digits.six(metric.value()),
                    Digits.known(metric.baseline()),
                    Digits.known(metric.low()),
                    Digits.known(metric.high()));
        }
    }

    /**
     * A feature that the model reads.
     *
     * @param use share of what the model explains that is lost without the feature; the protocol says how measured
     * @param reference how it was distributed among the training rows
     * @param computedFrom the attributes from which the file computes it; empty = it must be supplied to whoever scores
     */
    public record Input(
            String name,
            FeatureInput.Type type,
            double use,
            ReferenceDistribution reference,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> computedFrom) {
        public Input {
            computedFrom = computedFrom == null ? List.of() : List.copyOf(computedFrom);
        }

        /** One that must be supplied. */
        public Input(String name, FeatureInput.Type type, double use, ReferenceDistribution reference) {
            this(name, type, use, reference, List.of());
        }
    }

    /** The same card with one more comparison. */
    ModelCard with(ModelEvidence.Table table) {
        return copy(
                version,
                new ModelEvidence(
                        evidence.findings(),
                        Stream.concat(evidence.tables().stream(), Stream.of(table))
                                .toList(),
                        evidence.curves()));
    }

    /** The same card with another version. */
    ModelCard numbered(String number) {
        return copy(number, evidence);
    }

    private ModelCard copy(String newVersion, ModelEvidence newEvidence) {
        return new ModelCard(
                score,
                newVersion,
                label,
                description,
                kind,
                unit,
                hash,
                trainer,
                settings,
                seed,
                data,
                protocol,
                metrics,
                notices,
                inputs,
                scores,
                newEvidence);
    }

    /** Whether it learned here what is known on the same day, so that nothing comes true to tell how good it was. */
    @JsonIgnore
    boolean isOfItsOwnDay() {
        return kind != ScoreOutput.Kind.CLUSTER && data.horizonMonths() == 0 && data.isOfOwnCustomers();
    }

    /** What the score is. */
    @JsonIgnore
    public ScoreOutput output() {
        return new ScoreOutput(score, kind, unit);
    }

    /**
     * Reads cards as they are written today, and as they were before.
     *
     * @throws IllegalArgumentException when the text is not a card; the message says what is wrong
     */
    public static ModelCard parse(String json) {
        try {
            if (!(JSON.readTree(json) instanceof ObjectNode card)) {
                throw new IllegalArgumentException("A card is an object of JSON.");
            }
            EarlierCards.complete(card);
            return JSON.treeToValue(card, ModelCard.class);
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Equal cards give equal text. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(this).replace("\r\n", "\n") + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
