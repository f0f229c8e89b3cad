package cip.core.decide;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;

/** A strategy's version: the SHA-256 of its canonical JSON, 64 lower-case hexadecimal digits. */
public record StrategyHash(String value) {
    private static final int SHORT = 8;

    /** @throws EngineException INVALID_VALUE when it is none */
    public StrategyHash {
        if (!value.matches("[0-9a-f]{64}")) {
            throw new EngineException(
                    ErrorCode.INVALID_VALUE, "This is not a strategy hash: expected 64 hexadecimal digits.");
        }
    }

    /** The first digits, enough to tell versions apart on a screen. */
    public String abbreviated() {
        return value.substring(0, SHORT);
    }

    @Override
    public String toString() {
        return value;
    }
}
