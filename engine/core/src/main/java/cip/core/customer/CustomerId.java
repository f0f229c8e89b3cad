package cip.core.customer;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;

/** A customer's identifier as imported: text, 1 to 64 characters, no control characters, leading zeros kept. */
public record CustomerId(String value) implements Comparable<CustomerId> {
    private static final int LONGEST = 64;

    /** @throws EngineException INVALID_VALUE when the text cannot be an identifier */
    public CustomerId {
        if (value.isBlank()) {
            throw invalid("A customer id is empty.");
        }
        if (value.length() > LONGEST) {
            throw invalid("A customer id has " + value.length() + " characters, at most " + LONGEST + " are allowed.");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw invalid("A customer id contains a control character.");
        }
    }

    private static EngineException invalid(String problem) {
        return new EngineException(ErrorCode.INVALID_VALUE, problem);
    }

    @Override
    public int compareTo(CustomerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
