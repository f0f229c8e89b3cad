package cip.server.openscoring;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record to score.
 *
 * @param id given back with the answer
 * @param arguments by the names of the model's input fields: numbers, texts, true, false; absent or {@code null} = missing
 */
public record Question(@Nullable String id, @NotNull Map<String, @Nullable Object> arguments) {}
