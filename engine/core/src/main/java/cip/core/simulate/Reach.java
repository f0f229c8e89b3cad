package cip.core.simulate;

import cip.core.decide.CustomerBase;
import cip.core.decide.Strategy;
import cip.core.rule.BaseConditions;
import cip.core.rule.TableValues;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Whom the segments and actions of a strategy would reach in a decided base, by the attributes, features and scores that
 * the base holds. Compiles nothing while columns decide the base, so it can be asked at every keystroke; ranking, holdouts and
 * consent are left to a {@link Simulator}.
 *
 * @param segments in the strategy's order
 * @param actions those with an engagement rule, in its order
 * @param tables in the strategy's order
 */
public record Reach(List<OfSegment> segments, List<OfAction> actions, List<OfTable> tables) {
    public Reach {
        tables = List.copyOf(tables);
        segments = List.copyOf(segments);
        actions = List.copyOf(actions);
    }

    /**
     * @param id of the segment
     * @param matching customers who meet its condition
     * @param reached of those, who no segment above took; for the last resort also everybody whom none matches
     * @param takenBy customers who meet the condition and went to a segment above, by its id; in the strategy's order,
     *     segments that took nobody left out
     * @param value sum of the value score over those reached, customers without one left out, in its unit
     */
    public record OfSegment(String id, int matching, int reached, Map<String, Integer> takenBy, double value) {}

    /**
     * @param id of the action
     * @param eligible customers who pass the first stage, and so on, each among those who passed the stages before
     */
    public record OfAction(String id, int eligible, int applicable, int suitable) {}

    /**
     * @param counting for each row the customers who have what it says
     * @param matching for each row the customers for whom it holds
     * @param none customers for whom no row holds
     */
    public record OfTable(String name, List<Integer> counting, List<Integer> matching, int none) {
        public OfTable {
            counting = List.copyOf(counting);
            matching = List.copyOf(matching);
        }

        static OfTable of(TableValues values) {
            return new OfTable(
                    values.table().name(),
                    values.counting().stream().map(BitSet::cardinality).toList(),
                    values.holding().stream().map(BitSet::cardinality).toList(),
                    values.none().cardinality());
        }
    }

    /**
     * @param strategy without problems, see {@link cip.core.decide.StrategyProblems}, over the same terms as the base
     *     but for what its tables give
     * @param conditions decide the base
     * @param valueScore name of the score that is summed
     */
    public static Reach of(Strategy strategy, CustomerBase base, BaseConditions conditions, String valueScore) {
        return new ReachCounter(base, conditions, valueScore, 0).of(strategy);
    }
}
