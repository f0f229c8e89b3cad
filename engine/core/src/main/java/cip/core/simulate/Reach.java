package cip.core.simulate;

import cip.core.decide.CustomerBase;
import cip.core.decide.DecidedTables;
import cip.core.decide.EngagementRule;
import cip.core.decide.Segment;
import cip.core.decide.SegmentRules;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyVocabulary;
import cip.core.rule.BaseConditions;
import cip.core.rule.Condition;
import cip.core.rule.TableValues;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
        DecidedTables tables = tables(strategy, base, conditions);
        List<Segment> declared = strategy.segments().segments();
        List<BitSet> matching =
                conditions.matching(declared.stream().map(Segment::when).toList(), tables.terms());
        Map<String, BitSet> reached = reached(strategy.segments(), matching, base.size());
        List<OfSegment> segments = new ArrayList<>();
        for (int s = 0; s < declared.size(); s++) {
            String id = declared.get(s).id();
            BitSet mine = Objects.requireNonNull(reached.get(id));
            segments.add(new OfSegment(
                    id,
                    matching.get(s).cardinality(),
                    mine.cardinality(),
                    takenBy(matching.get(s), reached, id),
                    value(mine, base, valueScore)));
        }
        return new Reach(
                segments,
                actions(strategy.engagement(), terms(tables.terms(), reached), conditions),
                tables.tables().stream().map(OfTable::of).toList());
    }

    /** What the strategy's tables give to the base, in place of what the tables it was decided under gave. */
    static DecidedTables tables(Strategy strategy, CustomerBase base, BaseConditions conditions) {
        return DecidedTables.of(strategy.tables(), base.terms(), asked -> conditions.matching(asked, base.terms()));
    }

    /** The rows each segment takes: the first that matches, and the last resort whoever is left. */
    private static Map<String, BitSet> reached(SegmentRules rules, List<BitSet> matching, int rows) {
        Map<String, BitSet> reached = new LinkedHashMap<>();
        BitSet left = new BitSet(rows);
        left.set(0, rows);
        for (int s = 0; s < matching.size(); s++) {
            BitSet mine = and(matching.get(s), left);
            reached.put(rules.segments().get(s).id(), mine);
            left.andNot(mine);
        }
        Objects.requireNonNull(reached.get(rules.otherwise())).or(left);
        return reached;
    }

    /** @param reached by segment, in their order */
    private static Map<String, Integer> takenBy(BitSet matching, Map<String, BitSet> reached, String id) {
        Map<String, Integer> takenBy = new LinkedHashMap<>();
        for (Map.Entry<String, BitSet> above : reached.entrySet()) {
            if (above.getKey().equals(id)) {
                break;
            }
            int taken = and(matching, above.getValue()).cardinality();
            if (taken > 0) {
                takenBy.put(above.getKey(), taken);
            }
        }
        return takenBy;
    }

    private static double value(BitSet rows, CustomerBase base, String score) {
        return rows.stream()
                .mapToDouble(row -> base.number(score, row))
                .filter(value -> !Double.isNaN(value))
                .sum();
    }

    /** The terms with everybody in their new segment. */
    private static FeatureMatrix terms(FeatureMatrix terms, Map<String, BitSet> reached) {
        String[] ids = new String[terms.rows()];
        reached.forEach((id, rows) -> rows.stream().forEach(row -> ids[row] = id));
        List<FeatureColumn> columns = new ArrayList<>(terms.columns());
        columns.removeIf(column -> column.name().equals(StrategyVocabulary.SEGMENT));
        columns.add(new TextColumn(StrategyVocabulary.SEGMENT, ids));
        return new FeatureMatrix(terms.rows(), columns);
    }

    private static List<OfAction> actions(List<EngagementRule> rules, FeatureMatrix terms, BaseConditions conditions) {
        List<Condition> stages = new ArrayList<>();
        for (EngagementRule rule : rules) {
            for (EngagementRule.Stage stage : EngagementRule.Stage.values()) {
                stages.add(rule.at(stage));
            }
        }
        List<BitSet> passed = conditions.matching(stages, terms);
        List<OfAction> found = new ArrayList<>();
        for (int r = 0; r < rules.size(); r++) {
            BitSet eligible = passed.get(3 * r);
            BitSet applicable = and(eligible, passed.get(3 * r + 1));
            BitSet suitable = and(applicable, passed.get(3 * r + 2));
            found.add(new OfAction(
                    rules.get(r).action(), eligible.cardinality(), applicable.cardinality(), suitable.cardinality()));
        }
        return found;
    }

    private static BitSet and(BitSet first, BitSet second) {
        BitSet both = (BitSet) first.clone();
        both.and(second);
        return both;
    }
}
