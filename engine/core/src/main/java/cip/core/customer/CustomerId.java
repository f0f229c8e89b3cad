package cip.core.customer;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;

/** A customer's identifier as imported: text, 1 to 64 characters, no control characters, leading zeros kept.
 * Ordered by code points. */
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
        if (value.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            throw invalid("A customer id contains half of a character.");
        }
    }

    private static EngineException invalid(String problem) {
        return new EngineException(ErrorCode.INVALID_VALUE, problem);
    }

    /** By code points, as the database orders them. */
    @Override
    public int compareTo(CustomerId other) {
        int shorter = Math.min(value.length(), other.value.length());
        for (int i = 0; i < shorter; i++) {
            char ours = value.charAt(i);
            char theirs = other.value.charAt(i);
            if (ours != theirs) {
                boolean differAsPairs = Character.isSurrogate(ours) != Character.isSurrogate(theirs);
                return differAsPairs
                        ? Boolean.compare(Character.isSurrogate(ours), Character.isSurrogate(theirs))
                        : ours - theirs;
            }
        }
        return value.length() - other.value.length();
    }

    @Override
    public String toString() {
        return value;
    }
}
