package cip.core.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Conditions on which columns and rows were found to agree with Drools since the product started, so that a strategy in
 * which one rule changed proves that one. What counts as the same: equal conditions over terms that are equal in all they
 * say, as the generated customers are made from both. A condition that uses a guardrail is never among them. Thread-safe.
 *
 * <p>How a condition comes out depends on no other rule: a test sees one customer, and columns and rows decide each condition
 * by itself. Only Drools shares work between rules; that it does so rightly is what decisions compared while in use show.
 */
public final class ProvenConditions {
    private static final int KEPT = 50_000;

    private final Map<Proven, Boolean> proven = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Proven, Boolean> eldest) {
            return size() > KEPT;
        }
    };

    private record Proven(Condition condition, List<Term> terms) {
        static Proven of(Condition condition, Vocabulary vocabulary) {
            return new Proven(
                    condition,
                    condition.terms().stream().map(vocabulary::termOrUnknown).toList());
        }
    }

    /** Those rules, one of each condition, that have to be proven. */
    synchronized List<Rule> unproven(CompiledRules compiled) {
        Map<Condition, Rule> wanted = new LinkedHashMap<>();
        for (Rule rule : compiled.rules()) {
            Condition condition = rule.condition();
            if (proven.get(Proven.of(condition, compiled.vocabulary())) == null) {
                wanted.putIfAbsent(condition, rule);
            }
        }
        return List.copyOf(wanted.values());
    }

    /** The rules were found to agree. */
    synchronized void add(List<Rule> rules, Vocabulary vocabulary) {
        for (Rule rule : rules) {
            if (rule.condition().guardrails().isEmpty()) {
                proven.put(Proven.of(rule.condition(), vocabulary), true);
            }
        }
    }

    /** A difference came to light: from now on everything is proven anew. */
    public synchronized void forget() {
        proven.clear();
    }
}
