package cip.core.rule;

/** What a decision table answers when several of its rows hold (DMN 1.3, section 8.2.8). */
public enum HitPolicy {
    /** At most one row may hold; two are an error. */
    UNIQUE("At most one row holds."),
    /** The first row that holds. */
    FIRST("The first row that holds counts."),
    /** The row whose outputs stand first among their declared values. */
    PRIORITY("The row with the highest-ranking output counts."),
    /** Any row that holds, as all of them must say the same. */
    ANY("All rows that hold must agree."),
    /** All rows that hold, or one number made of them. */
    COLLECT("All rows that hold are collected."),
    /** All rows that hold, in their order in the table. */
    RULE_ORDER("All rows that hold count, in the order of the table."),
    /** All rows that hold, ordered like {@link #PRIORITY}. */
    OUTPUT_ORDER("All rows that hold count, the highest-ranking output first.");

    private final String sentence;

    HitPolicy(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }

    boolean ranksOutputs() {
        return this == PRIORITY || this == OUTPUT_ORDER;
    }
}
