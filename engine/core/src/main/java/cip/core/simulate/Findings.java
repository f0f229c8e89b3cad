package cip.core.simulate;

import cip.core.customer.CustomerSchema;
import cip.core.decide.CustomerBase;
import cip.core.decide.Strategy;
import cip.core.rule.BaseConditions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Looks a strategy over for what its authors hardly mean: for all customers there can be where that can be decided, else for
 * those there are.
 */
public final class Findings {
    private Findings() {}

    /**
     * Those that touch most customers first.
     *
     * @param strategy without problems, over the same terms as the base
     * @param conditions decide the base
     * @param valueScore see {@link Reach#of}
     */
    public static List<Finding> of(
            Strategy strategy, CustomerSchema schema, CustomerBase base, BaseConditions conditions, String valueScore) {
        return of(strategy, schema, new ReachCounter(base, conditions, valueScore, 0));
    }

    /** @param counter of a base over the same terms as the strategy, which has no problems */
    public static List<Finding> of(Strategy strategy, CustomerSchema schema, ReachCounter counter) {
        Examined examined = new Examined(strategy, schema, counter);
        List<Finding> found = new ArrayList<>(new SegmentFindings(examined).all());
        found.addAll(new ActionFindings(examined).all());
        found.addAll(new TableFindings(examined).all());
        found.sort(Comparator.comparingInt(Finding::customers).reversed());
        return List.copyOf(found);
    }
}
