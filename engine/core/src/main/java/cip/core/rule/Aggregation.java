package cip.core.rule;

/** How a collecting decision table makes one number of all rows that hold. */
public enum Aggregation {
    SUM("The numbers of all rows that hold are added up."),
    MIN("The smallest number of the rows that hold counts."),
    MAX("The largest number of the rows that hold counts."),
    /** The number of rows that hold, whatever they say. */
    COUNT("The number of rows that hold counts.");

    private final String sentence;

    Aggregation(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
