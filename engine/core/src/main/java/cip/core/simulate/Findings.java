package cip.core.simulate;

import cip.core.customer.CustomerSchema;
import cip.core.decide.CustomerBase;
import cip.core.decide.Strategy;
import cip.core.rule.BaseConditions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;

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
        return of(strategy, schema, new ReachCounter(base, conditions, valueScore, 0), () -> false)
                .findings();
    }

    /**
     * What was found in the time there was.
     *
     * @param findings those that touch most customers first
     * @param notExamined places of segments, actions and tables for which there was no time left
     * @param gaps of tables, with rows that would close them, those that touch most customers first
     */
    public record InTime(List<Finding> findings, List<String> notExamined, List<TableGap> gaps) {
        public InTime {
            findings = List.copyOf(findings);
            notExamined = List.copyOf(notExamined);
            gaps = List.copyOf(gaps);
        }
    }

    /**
     * @param counter of a base over the same terms as the strategy, which has no problems
     * @param timeUp is asked before each segment and each action
     */
    public static InTime of(Strategy strategy, CustomerSchema schema, ReachCounter counter, BooleanSupplier timeUp) {
        Examined examined = new Examined(strategy, schema, counter, timeUp);
        List<Finding> found = new ArrayList<>(new SegmentFindings(examined).all());
        found.addAll(new ActionFindings(examined).all());
        TableFindings tables = new TableFindings(examined);
        found.addAll(tables.all());
        found.sort(Comparator.comparingInt(Finding::customers).reversed());
        List<TableGap> gaps = new ArrayList<>(tables.gaps());
        gaps.sort(Comparator.comparingInt(TableGap::customers).reversed());
        return new InTime(found, examined.notExamined(), gaps);
    }
}
