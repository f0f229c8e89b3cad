package cip.core.error;

/** Every way a request can fail. The kind decides the HTTP status, the log level and who is told. */
public enum ErrorCode {
    INVALID_VALUE(Kind.USER),
    NOT_FOUND(Kind.USER),
    CONFLICT(Kind.USER),
    /** The caller's version of what it changes is no longer the newest. */
    OUTDATED(Kind.USER),
    TOO_LARGE(Kind.USER),
    /** The key was used before, for another request. */
    IDEMPOTENCY_KEY_REUSED(Kind.USER),
    UNREADABLE_FILE(Kind.USER),
    NOT_SIGNED_IN(Kind.USER),
    NOT_ALLOWED(Kind.USER),
    TOO_MANY_REQUESTS(Kind.USER),
    INVALID_CONDITION(Kind.STRATEGY),
    INVALID_STRATEGY(Kind.STRATEGY),
    INVALID_MODEL(Kind.STRATEGY),
    INVALID_CONFIGURATION(Kind.STRATEGY),
    INVALID_PLUGIN(Kind.STRATEGY),
    STORE_UNAVAILABLE(Kind.EXTERNAL),
    SOURCE_UNAVAILABLE(Kind.EXTERNAL),
    INTERNAL(Kind.INTERNAL);

    private final Kind kind;

    ErrorCode(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** Whose turn it is after the error. */
    public enum Kind {
        /** The caller fixes the request. */
        USER,
        /** The author fixes rules, models, plugins or configuration. */
        STRATEGY,
        /** The caller tries again later. */
        EXTERNAL,
        /** We have a bug. */
        INTERNAL
    }
}
