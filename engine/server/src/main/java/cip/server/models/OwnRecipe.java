package cip.server.models;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A recipe that somebody brings for one training.
 *
 * @param score one that is known; several recipes of one score compete, and have the same target
 * @param features names of attributes and features the model may read
 * @param trainer name of one that makes such a score
 * @param settings of the trainer, by name; {@code null} = the usual ones
 */
public record OwnRecipe(
        @NotNull String score,
        @NotNull @Valid OwnTarget target,
        @NotEmpty @Size(max = MOST_FEATURES) List<@NotNull String> features,
        @NotNull String trainer,
        @Nullable Map<@NotNull String, @NotNull String> settings) {
    static final int MOST_FEATURES = 200;

    /**
     * What is learned.
     *
     * @param of name of a number, for {@code ATTRIBUTE}
     * @param condition over attributes and features, for {@code CONDITION}
     * @param sentence the target in words; what a request says here is not read
     */
    public record OwnTarget(
            @NotNull ModelRecipe.Target kind,
            @Nullable String of,
            @Nullable JsonNode condition,
            @Nullable String sentence) {
        public OwnTarget {
            condition = condition == null || condition.isNull() ? null : condition;
        }
    }

    Map<String, String> told() {
        return settings == null ? Map.of() : settings;
    }
}
