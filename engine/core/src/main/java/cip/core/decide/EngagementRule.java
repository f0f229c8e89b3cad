package cip.core.decide;

import cip.core.rule.Condition;

/**
 * Who may get an action, asked in this order (the three stages of an engagement policy).
 *
 * @param action id in the catalogue
 * @param eligibility may they have it at all
 * @param applicability does it make sense now
 * @param suitability is it good for them
 */
public record EngagementRule(String action, Condition eligibility, Condition applicability, Condition suitability) {
    /** One of the three questions. */
    public enum Stage {
        ELIGIBILITY,
        APPLICABILITY,
        SUITABILITY
    }

    public Condition at(Stage stage) {
        return switch (stage) {
            case ELIGIBILITY -> eligibility;
            case APPLICABILITY -> applicability;
            case SUITABILITY -> suitability;
        };
    }

    /** All three at once. */
    public Condition whole() {
        return Condition.all(eligibility, applicability, suitability);
    }
}
