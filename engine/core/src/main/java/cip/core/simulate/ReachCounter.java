package cip.core.simulate;

import cip.core.decide.CustomerBase;
import cip.core.decide.DecidedTables;
import cip.core.decide.EngagementRule;
import cip.core.decide.PageDecider;
import cip.core.decide.Segment;
import cip.core.decide.Strategy;
import cip.core.rule.BaseConditions;
import cip.core.rule.Condition;
import cip.core.rule.ConditionParts;
import cip.core.rule.DecisionTable;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts whom strategies reach in one base, again and again while one of them is edited: rows of conditions that did not change
 * are remembered, and so is what follows from them. Thread-safe.
 */
public final class ReachCounter {
    private static final int RULES_REMEMBERED = 10_000;

    private final CustomerBase base;
    private final BaseConditions conditions;
    private final RememberedTerms memory;
    private final SegmentReach segments;
    private final Map<ActionKey, Reach.OfAction> actions;

    /** A rule with the rows of all segments that it names, and with the tables that it depends on. */
    private record ActionKey(EngagementRule rule, List<Same> members, List<DecisionTable> tables) {}

    /** Compares by identity, which {@link SegmentReach} keeps for rows that stay the same. */
    private record Same(BitSet rows) {
        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(Object other) {
            return other instanceof Same same && same.rows == rows;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(rows);
        }
    }

    /**
     * @param conditions decide the base
     * @param valueScore name of the score that is summed
     * @param memory bytes that may be kept
     */
    public ReachCounter(CustomerBase base, BaseConditions conditions, String valueScore, long memory) {
        this.base = base;
        this.conditions = conditions;
        this.memory = new RememberedTerms(base, conditions, memory / 2);
        this.segments = new SegmentReach(base, valueScore, memory / 2);
        this.actions = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<ActionKey, Reach.OfAction> eldest) {
                return size() > RULES_REMEMBERED;
            }
        };
    }

    public CustomerBase base() {
        return base;
    }

    /** @param strategy without problems, over the same terms as the base */
    public Reach of(Strategy strategy) {
        return of(strategy, Interest.lasting());
    }

    /** The same for somebody who may lose interest. @throws cip.core.error.EngineException CONFLICT when that is gone */
    public Reach of(Strategy strategy, Interest interest) {
        RememberedTerms.Given terms = memory.of(strategy.tables(), interest);
        SegmentReach.Found found = found(strategy, terms, interest);
        List<Reach.OfAction> actions = actions(strategy, terms, found, interest);
        return new Reach(
                found.counts(),
                actions,
                strategy.tables().isEmpty()
                        ? List.of()
                        : terms.segmented(strategy, found, interest).tables().stream()
                                .map(Reach.OfTable::of)
                                .toList());
    }

    /** What the tables of a strategy give to the base, and the segments. */
    DecidedTables tables(Strategy strategy) {
        Interest lasting = Interest.lasting();
        RememberedTerms.Given terms = memory.of(strategy.tables(), lasting);
        return terms.segmented(strategy, found(strategy, terms, lasting), lasting);
    }

    private SegmentReach.Found found(Strategy strategy, RememberedTerms.Given terms, Interest interest) {
        List<Condition> whens =
                strategy.segments().segments().stream().map(Segment::when).toList();
        return segments.of(strategy.segments(), terms.matching(whens, interest), interest);
    }

    /**
     * Customers who meet a condition under a strategy; those it names by segment are in it today, unless it also asks for what
     * the strategy's tables make of segments.
     */
    public int customers(Condition condition, Strategy strategy) {
        Interest lasting = Interest.lasting();
        RememberedTerms.Given terms = memory.of(strategy.tables(), lasting);
        if (terms.parts().asksBeyond(condition) && terms.asksTables(condition)) {
            return conditions
                    .matching(
                            condition,
                            terms.segmented(strategy, found(strategy, terms, lasting), lasting)
                                    .terms())
                    .cardinality();
        }
        return Objects.requireNonNull(
                        terms.matching(List.of(condition), lasting).get(condition))
                .cardinality();
    }

    private List<Reach.OfAction> actions(
            Strategy strategy, RememberedTerms.Given terms, SegmentReach.Found found, Interest interest) {
        List<EngagementRule> rules = strategy.engagement();
        Map<EngagementRule, ActionKey> keys = new LinkedHashMap<>();
        Map<EngagementRule, Reach.OfAction> counted = new LinkedHashMap<>();
        for (EngagementRule rule : rules) {
            ActionKey key = key(rule, terms, found);
            keys.put(rule, key);
            Reach.OfAction known = known(key);
            if (known != null) {
                counted.put(rule, known);
            }
        }
        List<EngagementRule> missing =
                rules.stream().filter(rule -> !counted.containsKey(rule)).toList();
        counted.putAll(count(missing, strategy, terms, found, interest));
        synchronized (actions) {
            keys.forEach((rule, key) -> actions.put(key, Objects.requireNonNull(counted.get(rule))));
        }
        return rules.stream().map(counted::get).map(Objects::requireNonNull).toList();
    }

    private Reach.@Nullable OfAction known(ActionKey key) {
        synchronized (actions) {
            return actions.get(key);
        }
    }

    private static ActionKey key(EngagementRule rule, RememberedTerms.Given terms, SegmentReach.Found found) {
        Set<String> named = terms.parts().asksBeyond(rule.whole())
                ? found.members().keySet()
                : terms.parts().of(List.of(rule.whole())).valuesNamed(0);
        return new ActionKey(
                rule,
                named.stream()
                        .sorted()
                        .filter(found.members()::containsKey)
                        .map(id ->
                                new Same(Objects.requireNonNull(found.members().get(id))))
                        .toList(),
                terms.asksTables(rule.whole()) ? terms.tables() : List.of());
    }

    private Map<EngagementRule, Reach.OfAction> count(
            List<EngagementRule> rules,
            Strategy strategy,
            RememberedTerms.Given terms,
            SegmentReach.Found found,
            Interest interest) {
        ConditionParts parts = terms.parts().of(PageDecider.stages(rules));
        Map<Condition, BitSet> decided = new HashMap<>(terms.matching(parts.free(), interest));
        if (!parts.bound().isEmpty()) {
            interest.require();
            List<BitSet> rows = conditions.matching(
                    parts.bound(), terms.segmented(strategy, found, interest).terms());
            IntStream.range(0, rows.size())
                    .forEach(i -> decided.put(parts.bound().get(i), rows.get(i)));
        }
        ConditionParts.Members members = new ConditionParts.Members(found.members(), base.size());
        Map<EngagementRule, Reach.OfAction> counted = new LinkedHashMap<>();
        List<Reach.OfAction> counts = IntStream.range(0, rules.size())
                .parallel()
                .mapToObj(r -> {
                    interest.require();
                    return count(rules.get(r), 3 * r, parts, decided, members);
                })
                .toList();
        for (int r = 0; r < rules.size(); r++) {
            counted.put(rules.get(r), counts.get(r));
        }
        return counted;
    }

    private static Reach.OfAction count(
            EngagementRule rule,
            int first,
            ConditionParts parts,
            Map<Condition, BitSet> decided,
            ConditionParts.Members members) {
        BitSet passed = (BitSet) parts.rows(first, decided::get, members).clone();
        int eligible = passed.cardinality();
        passed.and(parts.rows(first + 1, decided::get, members));
        int applicable = passed.cardinality();
        passed.and(parts.rows(first + 2, decided::get, members));
        return new Reach.OfAction(rule.action(), eligible, applicable, passed.cardinality());
    }
}
