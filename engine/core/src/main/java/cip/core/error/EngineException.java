package cip.core.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The engine's one exception. Its message says what was found, what was expected and where, then, on a line that begins
 * with "Maybe", the likely reason. It names no personal data beyond a customer id.
 */
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    @Nullable
    private final String field;

    public EngineException(ErrorCode code, String message) {
        super(message);
        this.code = code;
        this.field = null;
    }

    public EngineException(ErrorCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.field = null;
    }

    private EngineException(EngineException known, String field) {
        super(known.getMessage(), known);
        this.code = known.code;
        this.field = field;
    }

    /** The same failure, known to be about one field of what was asked for, e.g. {@code customer.id}. */
    public EngineException about(String wrongField) {
        return new EngineException(this, wrongField);
    }

    /** The field that is wrong, as whoever asked wrote it; empty = not known, or not one alone. */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    public ErrorCode code() {
        return code;
    }
}
