package cip.core.simulate;

/**
 * What would become of customers under another strategy, in exact counts.
 *
 * @param customers how many were decided under both
 * @param changed how many of them get another segment or another first action
 * @param valueBefore sum of the expected values of all first actions, in the currency
 * @param valueAfter the same under the strategy after
 * @param segments by segment id
 * @param actions by id of the first action
 */
public record Simulation(
        long customers,
        long changed,
        double valueBefore,
        double valueAfter,
        Transitions segments,
        Transitions actions) {
    public static Simulation none() {
        return new Simulation(0, 0, 0, 0, Transitions.none(), Transitions.none());
    }

    /** Both groups of customers together. */
    public Simulation plus(Simulation other) {
        return new Simulation(
                customers + other.customers,
                changed + other.changed,
                valueBefore + other.valueBefore,
                valueAfter + other.valueAfter,
                segments.plus(other.segments),
                actions.plus(other.actions));
    }
}
