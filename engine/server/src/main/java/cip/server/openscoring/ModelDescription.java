package cip.server.openscoring;

import cip.core.score.ModelField;
import cip.core.score.ModelSchema;
import cip.server.models.RegisteredModel;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model as Openscoring describes one.
 *
 * @param miningFunction e.g. {@code regression}; only when one model was asked for
 * @param summary e.g. {@code Tree model}; only when one model was asked for
 * @param schema its fields; only when one model was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelDescription(
        String id,
        @Nullable String miningFunction,
        @Nullable String summary,
        Properties properties,
        @Nullable Schema schema) {

    /** @param fileSize in bytes @param fileChecksum SHA-256 of the file, the hash of the version in the registry */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Properties(
            @JsonProperty("created.timestamp") Instant created,
            @JsonProperty("file.size") @Nullable Integer fileSize,
            @JsonProperty("file.checksum") String fileChecksum) {}

    public record Schema(List<Field> inputFields, List<Field> targetFields, List<Field> outputFields) {
        static Schema of(ModelSchema schema) {
            return new Schema(fields(schema.inputs()), fields(schema.targets()), fields(schema.outputs()));
        }

        private static List<Field> fields(List<ModelField> fields) {
            return fields.stream().map(Field::of).toList();
        }
    }

    /** @param values categories or intervals; absent = any */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Field(
            String id, @Nullable String name, @Nullable String dataType, @Nullable String opType, List<String> values) {
        static Field of(ModelField field) {
            return new Field(
                    field.id(),
                    field.label().orElse(null),
                    field.dataType().orElse(null),
                    field.opType().orElse(null),
                    field.values());
        }
    }

    static ModelDescription of(String id, RegisteredModel model) {
        return new ModelDescription(id, null, null, new Properties(model.createdAt(), null, model.hash()), null);
    }

    static ModelDescription of(String id, ServedModel model) {
        RegisteredModel registered = model.registered();
        return new ModelDescription(
                id,
                model.pmml().miningFunction(),
                model.pmml().summary(),
                new Properties(registered.createdAt(), model.bytes(), registered.hash()),
                Schema.of(model.pmml().schema()));
    }
}
