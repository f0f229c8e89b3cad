package cip.core.simulate;

import cip.core.decide.CustomerBase;
import cip.core.decide.EngagementRule;
import cip.core.decide.PageDecider;
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
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whom engagement rules let pass, among all customers of one base. Rules whose segments and tables stayed the same since they
 * were last counted are not counted again. Thread-safe.
 */
final class ActionReach {
    private static final int RULES_REMEMBERED = 10_000;

    private final CustomerBase base;
    private final BaseConditions conditions;
    private final Map<ActionKey, Reach.OfAction> counted = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ActionKey, Reach.OfAction> eldest) {
            return size() > RULES_REMEMBERED;
        }
    };

    ActionReach(CustomerBase base, BaseConditions conditions) {
        this.base = base;
        this.conditions = conditions;
    }

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

    /** In the order of the rules. */
    List<Reach.OfAction> of(
            Strategy strategy, RememberedTerms.Given terms, SegmentReach.Found found, Interest interest) {
        List<EngagementRule> rules = strategy.engagement();
        Map<EngagementRule, ActionKey> keys = new LinkedHashMap<>();
        Map<EngagementRule, Reach.OfAction> counts = new HashMap<>();
        for (EngagementRule rule : rules) {
            ActionKey key = key(rule, terms, found);
            keys.put(rule, key);
            Reach.OfAction known = known(key);
            if (known != null) {
                counts.put(rule, known);
            }
        }
        List<EngagementRule> missing =
                rules.stream().filter(rule -> !counts.containsKey(rule)).toList();
        List<Reach.OfAction> anew = each(
                missing,
                strategy,
                terms,
                found,
                interest,
                passed -> new Reach.OfAction(
                        passed.rule().action(),
                        passed.eligible(),
                        passed.applicable(),
                        passed.suitable().cardinality()));
        IntStream.range(0, missing.size()).forEach(i -> counts.put(missing.get(i), anew.get(i)));
        synchronized (counted) {
            keys.forEach((rule, key) -> counted.put(key, Objects.requireNonNull(counts.get(rule))));
        }
        return rules.stream().map(counts::get).map(Objects::requireNonNull).toList();
    }

    private Reach.@Nullable OfAction known(ActionKey key) {
        synchronized (counted) {
            return counted.get(key);
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

    /** For each rule, in their order, the customers who pass all three stages. */
    List<BitSet> suitable(Strategy strategy, RememberedTerms.Given terms, SegmentReach.Found found, Interest interest) {
        return each(strategy.engagement(), strategy, terms, found, interest, Passed::suitable);
    }

    /** How many customers pass the first stage and the first two, and who passes all. */
    private record Passed(EngagementRule rule, int eligible, int applicable, BitSet suitable) {}

    private <T> List<T> each(
            List<EngagementRule> rules,
            Strategy strategy,
            RememberedTerms.Given terms,
            SegmentReach.Found found,
            Interest interest,
            Function<Passed, T> made) {
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
        return IntStream.range(0, rules.size())
                .parallel()
                .mapToObj(r -> {
                    interest.require();
                    return made.apply(passed(rules.get(r), 3 * r, parts, decided, members));
                })
                .toList();
    }

    private static Passed passed(
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
        return new Passed(rule, eligible, applicable, passed);
    }
}
