package cip.core.arbitrate;

/**
 * What one action is worth for one customer, factor by factor: expected value = propensity × context weight × value ×
 * lever − cost. The product of the first four is arbitration as Pega's documentation of Customer Decision Hub defines it
 * (propensity, context, value, levers); the cost of the contact is taken off so that an action that does not pay is seen.
 *
 * @param propensity probability of acceptance, 0..1
 * @param contextWeight of the channel, 1 = neutral
 * @param value of an acceptance, in the currency of config.yml
 * @param lever the business's own weight, 1 = none
 * @param cost of one contact, in the currency of config.yml
 */
public record Factors(double propensity, double contextWeight, double value, double lever, double cost) {
    public double expectedValue() {
        return expectedValue(propensity, contextWeight, value, lever, cost);
    }

    static double expectedValue(double propensity, double contextWeight, double value, double lever, double cost) {
        return propensity * contextWeight * value * lever - cost;
    }

    /** An amount kept within 0..1. */
    static double probability(double amount) {
        return Math.max(0, Math.min(1, amount));
    }
}
