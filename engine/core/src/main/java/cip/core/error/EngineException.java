package cip.core.error;

/**
 * The engine's one exception. Its message says what was found, what was expected and where, then, on a line that begins
 * with "Maybe", the likely reason. It names no personal data beyond a customer id.
 */
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public EngineException(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    public EngineException(ErrorCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }
}
