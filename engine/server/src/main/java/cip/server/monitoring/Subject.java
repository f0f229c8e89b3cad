package cip.server.monitoring;

/** What is watched, as text: {@code input/clv/age}, {@code score/clv}, {@code mix/segments} or {@code mix/actions}. */
record Subject(String text) {
    /** The shares of the segments. */
    static final Subject SEGMENTS = new Subject("mix/segments");

    /** The shares of the actions ranked first. */
    static final Subject ACTIONS = new Subject("mix/actions");

    static Subject input(String score, String feature) {
        return new Subject("input/" + score + "/" + feature);
    }

    static Subject score(String score) {
        return new Subject("score/" + score);
    }

    /** Whether this is a score or one of the inputs of its model. */
    boolean isOf(String score) {
        return text.equals(score(score).text) || text.startsWith(input(score, "").text);
    }

    /** As a person reads it: {@code annual income}, or {@code the score}. */
    String inWords() {
        return text.startsWith("score/")
                ? "the score"
                : text.substring(text.lastIndexOf('/') + 1).replace('_', ' ');
    }

    @Override
    public String toString() {
        return text;
    }
}
