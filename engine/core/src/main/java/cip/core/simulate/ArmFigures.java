package cip.core.simulate;

import cip.core.decide.CustomerBase;
import cip.core.decide.Decider;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one of two strategies that are live together gave the customers whom it decides for.
 *
 * @param segments customers by segment id, in the strategy's order, then those of an id it no longer has
 * @param actions customers by id of the first action, in the order of the catalogue
 * @param reached customers whose first action is not the fallback
 * @param expectedValue of the first action, in the currency
 */
public record ArmFigures(
        int customers,
        Map<String, Integer> segments,
        Map<String, Integer> actions,
        int reached,
        SampleMean expectedValue) {

    static ArmFigures of(CustomerBase base, Decider decider) {
        Map<String, Integer> segments = new LinkedHashMap<>();
        Map<String, Integer> actions = new LinkedHashMap<>();
        decider.strategy().segments().ids().forEach(id -> segments.put(id, 0));
        decider.strategy().actions().actions().forEach(action -> actions.put(action.id(), 0));
        BitSet rows = base.decidedBy(decider.hash());
        double[] values = new double[rows.cardinality()];
        int n = 0;
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            segments.merge(base.segment(row), 1, Integer::sum);
            actions.merge(base.topAction(row), 1, Integer::sum);
            values[n++] = base.expectedValue(row);
        }
        int left = actions.getOrDefault(decider.strategy().actions().fallback(), 0);
        return new ArmFigures(n, segments, actions, n - left, SampleMean.of(values));
    }
}
