package cip.core.score;

/** A model has something that only the PMML evaluator can answer. Not an error: the evaluator then scores the model. */
final class Uncompilable extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param what the model has, e.g. {@code a segment with a condition} */
    Uncompilable(String what) {
        super(what, null, false, false);
    }

    String what() {
        return String.valueOf(getMessage());
    }
}
