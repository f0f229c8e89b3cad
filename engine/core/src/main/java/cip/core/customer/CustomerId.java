package cip.core.customer;

/** A customer's identifier as imported: text, 1 to 64 characters, no control characters, leading zeros kept. */
public record CustomerId(String value) implements Comparable<CustomerId> {
    private static final int LONGEST = 64;

    public CustomerId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A customer id is empty.");
        }
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "A customer id has " + value.length() + " characters, at most " + LONGEST + " are allowed.");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A customer id contains a control character.");
        }
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
