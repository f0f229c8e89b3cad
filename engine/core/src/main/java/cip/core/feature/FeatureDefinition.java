package cip.core.feature;

/**
 * One declared feature.
 *
 * @param name lower-case letters, digits and underscores, e.g. {@code spend_per_purchase}
 * @param label as shown, e.g. {@code Spend per purchase}
 * @param unit of a number, e.g. {@code EUR}; empty = none
 * @param description why a marketer or analyst would use it
 */
public record FeatureDefinition(
        String name, String label, Type type, String unit, String description, FeatureExpression expression) {
    static final String NAME_PATTERN = "[a-z][a-z0-9_]{0,62}";

    public FeatureDefinition {
        if (!name.matches(NAME_PATTERN)) {
            throw new IllegalArgumentException("The feature name " + name
                    + " is not made of lower-case letters, digits and underscores, beginning with a letter.");
        }
    }

    /** What a feature's values are; in a matrix a {@code YES_NO} is the number 1 or 0. */
    public enum Type {
        NUMBER,
        TEXT,
        YES_NO
    }
}
