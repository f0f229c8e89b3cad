package cip.server.http;

import cip.core.error.ErrorCode;

/** The one place that says which HTTP status an error code has. */
final class HttpStatus {
    static final int BAD_REQUEST = 400;
    static final int NOT_FOUND = 404;
    static final int REQUEST_TIMEOUT = 408;
    static final int UNPROCESSABLE = 422;
    static final int TOO_MANY_REQUESTS = 429;
    static final int INTERNAL = 500;
    static final int UNAVAILABLE = 503;

    private HttpStatus() {}

    static int of(ErrorCode code) {
        return switch (code) {
            case INVALID_VALUE -> BAD_REQUEST;
            case NOT_SIGNED_IN -> 401;
            case NOT_ALLOWED -> 403;
            case NOT_FOUND -> NOT_FOUND;
            case CONFLICT -> 409;
            case OUTDATED -> 412;
            case TOO_LARGE -> 413;
            case UNREADABLE_FILE, IDEMPOTENCY_KEY_REUSED -> UNPROCESSABLE;
            case TOO_MANY_REQUESTS -> TOO_MANY_REQUESTS;
            case INVALID_CONDITION, INVALID_STRATEGY, INVALID_MODEL, INVALID_CONFIGURATION, INVALID_PLUGIN ->
                UNPROCESSABLE;
            case STORE_UNAVAILABLE, SOURCE_UNAVAILABLE -> UNAVAILABLE;
            case INTERNAL -> INTERNAL;
        };
    }
}
