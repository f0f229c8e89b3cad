package cip.core.simulate;

import java.util.List;

/**
 * What would become of customers under another strategy, in exact counts.
 *
 * @param customers how many were decided under both
 * @param changed how many of them get another segment or another first action
 * @param valueBefore sum of the expected values of all first actions, in the currency
 * @param valueAfter the same under the strategy after
 * @param segments by segment id
 * @param actions by id of the first action
 * @param groups how groups of customers fare, by attributes that nobody can change; empty also when they were not counted
 * @param suppressedBefore customers from whom the contact policy keeps an action that they would get otherwise
 * @param suppressedAfter the same under the strategy after
 */
public record Simulation(
        long customers,
        long changed,
        double valueBefore,
        double valueAfter,
        Transitions segments,
        Transitions actions,
        List<GroupEffect> groups,
        long suppressedBefore,
        long suppressedAfter) {
    public Simulation {
        groups = groups == null ? List.of() : List.copyOf(groups); // simulations stored earlier have none
    }

    /** Of strategies without contact policy. */
    public Simulation(
            long customers,
            long changed,
            double valueBefore,
            double valueAfter,
            Transitions segments,
            Transitions actions,
            List<GroupEffect> groups) {
        this(customers, changed, valueBefore, valueAfter, segments, actions, groups, 0, 0);
    }
}
