package cip.server.openscoring;

import cip.core.score.Attribution;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model says about a record.
 *
 * @param id as in the question
 * @param results by the names of the model's targets and outputs; {@code null} when there is a message
 * @param message why there are no results
 * @param attribution what each input adds, when it was asked for; {@code null} also when only the evaluator can say the score
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Answer(
        @Nullable String id,
        @Nullable Map<String, @Nullable Object> results,
        @Nullable String message,
        @Nullable Attribution attribution) {
    static Answer refused(@Nullable String id, String message) {
        return new Answer(id, null, message, null);
    }
}
