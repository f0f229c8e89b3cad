package cip.core.rule;

/** How a collecting decision table makes one number of all rows that hold. */
public enum Aggregation {
    SUM,
    MIN,
    MAX,
    /** The number of rows that hold, whatever they say. */
    COUNT
}
