package cip.core.simulate;

/**
 * How the customers who share a value, or a band of values, of an attribute fare under two strategies.
 *
 * @param attribute its name
 * @param group the value in words, e.g. {@code West} or {@code 20–29}
 * @param changed who get another segment or another first action
 * @param contactedBefore whose first action is another than the fallback
 * @param contactedAfter the same under the strategy after
 * @param valueBefore sum of the expected values of their first actions, in the currency
 * @param valueAfter the same under the strategy after
 */
public record GroupEffect(
        String attribute,
        String group,
        long customers,
        long changed,
        long contactedBefore,
        long contactedAfter,
        double valueBefore,
        double valueAfter) {
    /** Who is offered anything beside the fallback. */
    public Rate rateBefore() {
        return new Rate(contactedBefore, customers);
    }

    /** The same under the strategy after. */
    public Rate rateAfter() {
        return new Rate(contactedAfter, customers);
    }
}
