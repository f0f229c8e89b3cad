package cip.core.score;

import cip.core.hash.Sha256;
import cip.spi.FeatureInput;
import cip.spi.FeatureMatrix;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.dmg.pmml.Header;
import org.dmg.pmml.Model;
import org.dmg.pmml.PMML;
import org.dmg.pmml.clustering.Cluster;
import org.jpmml.evaluator.Evaluator;
import org.jpmml.evaluator.EvaluatorUtil;
import org.jpmml.evaluator.HasEntityRegistry;
import org.jpmml.evaluator.InputField;
import org.jpmml.evaluator.ModelEvaluator;
import org.jpmml.evaluator.OutputField;
import org.jpmml.evaluator.ResultField;
import org.jpmml.evaluator.TargetField;
import org.jspecify.annotations.Nullable;

/**
 * A PMML model that passed the gate: read, checked, built, its embedded verification records reproduced, tried on a few
 * rows. Immutable; safe to share between threads. Its identity is the SHA-256 of the bytes it was read from.
 */
public final class PmmlModel {
    private final String hash;
    private final String version;
    private final ModelEvaluator<?> evaluator;
    private final List<InputField> fields;
    private final List<ModelInput> inputs;
    private final List<String> clusters;

    PmmlModel(byte[] file, String version, ModelEvaluator<?> evaluator) {
        this.hash = Sha256.hex(file);
        this.version = version;
        this.evaluator = evaluator;
        this.fields = List.copyOf(evaluator.getInputFields());
        this.inputs = fields.stream().map(ModelInputs::of).toList();
        this.clusters = clusters(evaluator);
    }

    /**
     * @param file a PMML file as uploaded; its bytes are not kept
     * @throws cip.core.error.EngineException INVALID_MODEL when the file is no PMML 3.0 to 4.4, dangerous, not supported,
     *     or does not reproduce its own verification records
     */
    public static PmmlModel read(byte[] file) {
        return PmmlReader.read(file);
    }

    /** SHA-256 of the file, 64 hexadecimal digits. */
    public String hash() {
        return hash;
    }

    /** The PMML version of the file, e.g. {@code 4.4}. */
    public String version() {
        return version;
    }

    /** What kind of model it is, e.g. {@code Tree model (regression)}. */
    public String kind() {
        return evaluator.getSummary() + " (" + evaluator.getMiningFunction().value() + ")";
    }

    /** What kind of model it is, without what for, e.g. {@code Tree model}. */
    public String summary() {
        return evaluator.getSummary();
    }

    /** What it is for: {@code regression}, {@code classification}, {@code clustering} and so on. */
    public String miningFunction() {
        return evaluator.getMiningFunction().value();
    }

    /** The fields that it reads and puts out, as its file declares them. */
    public ModelSchema schema() {
        return new ModelSchema(
                fields.stream().map(ModelField::of).toList(),
                evaluator.getTargetFields().stream().map(ModelField::of).toList(),
                outputFields().map(ModelField::of).toList());
    }

    /** What the file says about itself: header description, or the application that made it; may be empty. Foreign text. */
    public String description() {
        Header header = evaluator.getPMML().getHeader();
        if (header == null) {
            return "";
        }
        if (header.getDescription() != null) {
            return header.getDescription();
        }
        return header.getApplication() == null
                ? ""
                : Stream.of(
                                header.getApplication().getName(),
                                header.getApplication().getVersion())
                        .filter(part -> part != null)
                        .reduce((name, number) -> name + " " + number)
                        .orElse("");
    }

    /** The features it reads, in the order of its mining schema. */
    public List<ModelInput> inputs() {
        return inputs;
    }

    /** The features it reads, as scorers name them. */
    public List<FeatureInput> features() {
        return inputs.stream().map(ModelInput::feature).toList();
    }

    /** Names of the fields it predicts; empty for a clustering. */
    public List<String> targets() {
        return targetFields().map(TargetField::getName).toList();
    }

    /** Names of the further fields it puts out, e.g. probabilities. */
    public List<String> outputs() {
        return outputFields().map(OutputField::getName).toList();
    }

    /** How many clusters a clustering model tells apart. */
    public OptionalInt clusterCount() {
        return clusters.isEmpty() ? OptionalInt.empty() : OptionalInt.of(clusters.size());
    }

    /**
     * Everything the model says about one row: targets and outputs by name, see {@link ModelField#id}.
     *
     * @param values as the model gives them: numbers, texts, booleans; a field it gives nothing for has no entry
     * @param problem why there are no values, when evaluation refused the row
     */
    public record RowOutputs(Map<String, Object> values, Optional<String> problem) {
        public RowOutputs {
            values = Map.copyOf(values);
        }
    }

    /** @throws cip.core.error.EngineException INVALID_MODEL when the matrix lacks an input of the model */
    public RowOutputs outputs(FeatureMatrix rows, int row) {
        RowReader.requireInputs(this, rows);
        RowReader reader = new RowReader(this, rows);
        reader.read(row);
        try {
            Map<String, Object> values = new HashMap<>();
            EvaluatorUtil.decodeAll(evaluate(reader.arguments())).forEach((name, value) -> {
                if (value != null) {
                    values.put(name == null ? ModelField.UNNAMED : name, value);
                }
            });
            return new RowOutputs(values, Optional.empty());
        } catch (RuntimeException e) {
            return new RowOutputs(Map.of(), Optional.of(RowProblem.of(this, reader.arguments(), e)));
        }
    }

    Map<String, ?> evaluate(Map<String, @Nullable Object> arguments) {
        return evaluator.evaluate(arguments);
    }

    Evaluator evaluator() {
        return evaluator;
    }

    PMML document() {
        return evaluator.getPMML();
    }

    Model outermost() {
        return evaluator.getModel();
    }

    List<InputField> fields() {
        return fields;
    }

    Stream<TargetField> targetFields() {
        return evaluator.getTargetFields().stream().filter(field -> !field.isSynthetic());
    }

    Stream<OutputField> outputFields() {
        return evaluator.getOutputFields().stream();
    }

    /** Every field of a result, targets first. */
    Stream<ResultField> resultFields() {
        return Stream.concat(evaluator.getTargetFields().stream(), evaluator.getOutputFields().stream());
    }

    /** Ids of the clusters in the order of the file; empty unless it is a clustering model. */
    List<String> clusterIds() {
        return clusters;
    }

    private static List<String> clusters(ModelEvaluator<?> evaluator) {
        if (evaluator instanceof HasEntityRegistry<?> registry
                && registry.getEntityRegistry().values().stream().allMatch(entity -> entity instanceof Cluster)) {
            return List.copyOf(registry.getEntityRegistry().keySet());
        }
        return List.of();
    }
}
