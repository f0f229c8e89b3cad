package cip.core.simulate;

import cip.core.decide.CustomerBase;
import cip.core.decide.DecidedTables;
import cip.core.decide.EngagementRule;
import cip.core.decide.PageDecider;
import cip.core.decide.Segment;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyVocabulary;
import cip.core.rule.BaseConditions;
import cip.core.rule.Condition;
import cip.core.rule.ConditionParts;
import cip.core.rule.DecisionTable;
import cip.core.rule.Guardrail;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
        List<Condition> whens =
                strategy.segments().segments().stream().map(Segment::when).toList();
        RememberedTerms.Given terms = memory.of(strategy.tables(), interest);
        SegmentReach.Found found = segments.of(strategy.segments(), terms.matching(whens, interest), interest);
        return new Reach(
                found.counts(),
                actions(strategy, terms, found, interest),
                terms.decided().tables().stream().map(Reach.OfTable::of).toList());
    }

    /** What the tables of a strategy give to the base. */
    DecidedTables tables(Strategy strategy) {
        return memory.of(strategy.tables(), Interest.lasting()).decided();
    }

    /** Customers who meet a condition under a strategy; those it names by segment are in it today. */
    public int customers(Condition condition, Strategy strategy) {
        Interest lasting = Interest.lasting();
        return Objects.requireNonNull(memory.of(strategy.tables(), lasting)
                        .matching(List.of(condition), lasting)
                        .get(condition))
                .cardinality();
    }

    private List<Reach.OfAction> actions(
            Strategy strategy, RememberedTerms.Given terms, SegmentReach.Found found, Interest interest) {
        Set<String> bound = boundGuardrails();
        List<EngagementRule> rules = strategy.engagement();
        Map<EngagementRule, ActionKey> keys = new LinkedHashMap<>();
        Map<EngagementRule, Reach.OfAction> counted = new LinkedHashMap<>();
        for (EngagementRule rule : rules) {
            ActionKey key = key(rule, terms, found, bound);
            keys.put(rule, key);
            Reach.OfAction known = known(key);
            if (known != null) {
                counted.put(rule, known);
            }
        }
        List<EngagementRule> missing =
                rules.stream().filter(rule -> !counted.containsKey(rule)).toList();
        counted.putAll(count(missing, strategy, terms, found, bound, interest));
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

    private static ActionKey key(
            EngagementRule rule, RememberedTerms.Given terms, SegmentReach.Found found, Set<String> bound) {
        boolean any = rule.whole().guardrails().stream().anyMatch(bound::contains);
        Set<String> named = any
                ? found.members().keySet()
                : ConditionParts.of(List.of(rule.whole()), StrategyVocabulary.SEGMENT, bound)
                        .valuesNamed(0);
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
            Set<String> bound,
            Interest interest) {
        ConditionParts parts = ConditionParts.of(PageDecider.stages(rules), StrategyVocabulary.SEGMENT, bound);
        Map<Condition, BitSet> decided = new HashMap<>(terms.matching(parts.free(), interest));
        if (!parts.bound().isEmpty()) {
            interest.require();
            List<BitSet> rows = conditions.matching(
                    parts.bound(), withSegments(strategy, terms.decided().terms(), found));
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

    /** The terms with everybody in their new segment. */
    private FeatureMatrix withSegments(Strategy strategy, FeatureMatrix terms, SegmentReach.Found found) {
        String[] ids = new String[base.size()];
        for (String id : strategy.segments().ids()) {
            Objects.requireNonNull(found.members().get(id)).stream().forEach(row -> ids[row] = id);
        }
        List<FeatureColumn> columns = new ArrayList<>(terms.columns());
        columns.removeIf(column -> column.name().equals(StrategyVocabulary.SEGMENT));
        columns.add(new TextColumn(StrategyVocabulary.SEGMENT, ids));
        return new FeatureMatrix(base.size(), columns);
    }

    private Set<String> boundGuardrails() {
        return conditions.guardrails().all().stream()
                .filter(guardrail -> guardrail.terms().contains(StrategyVocabulary.SEGMENT))
                .map(Guardrail::name)
                .collect(Collectors.toSet());
    }
}
