package cip.core.rule;

/**
 * How a term is compared with a value. A comparison with a missing value never holds, whatever the operator; only
 * {@link #IS_MISSING} does.
 */
public enum Operator {
    EQUALS("is", Value.SINGLE),
    NOT_EQUALS("is not", Value.SINGLE),
    LESS_THAN("is below", Value.NUMBER),
    AT_MOST("is at most", Value.NUMBER),
    GREATER_THAN("is above", Value.NUMBER),
    AT_LEAST("is at least", Value.NUMBER),
    /** Both ends belong to the range. */
    BETWEEN("is between", Value.RANGE),
    ONE_OF("is one of", Value.LIST),
    NOT_ONE_OF("is not one of", Value.LIST),
    IS_MISSING("is missing", Value.NONE),
    IS_PRESENT("is present", Value.NONE);

    private final String words;
    private final Value value;

    Operator(String words, Value value) {
        this.words = words;
        this.value = value;
    }

    /** As read in a sentence between the term's label and the value. */
    public String words() {
        return words;
    }

    /** The shape of the value the operator compares with. */
    public Value value() {
        return value;
    }

    /** What stands on the right of an operator. */
    public enum Value {
        NONE("no value"),
        SINGLE("one number, text or true/false"),
        NUMBER("one number"),
        RANGE("two numbers, the lower first"),
        LIST("a list of numbers or of texts");

        private final String expectation;

        Value(String expectation) {
            this.expectation = expectation;
        }

        String expectation() {
            return expectation;
        }
    }
}
