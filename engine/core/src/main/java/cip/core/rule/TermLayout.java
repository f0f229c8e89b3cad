package cip.core.rule;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The positions at which compiled conditions find their terms and guardrails. */
record TermLayout(List<String> terms, List<String> guardrails) {
    TermLayout {
        terms = List.copyOf(terms);
        guardrails = List.copyOf(guardrails);
    }

    /** Just what the conditions speak of. */
    static TermLayout of(List<Condition> conditions) {
        Set<String> terms = new LinkedHashSet<>();
        Set<String> guardrails = new LinkedHashSet<>();
        for (Condition condition : conditions) {
            terms.addAll(condition.terms());
            guardrails.addAll(condition.guardrails());
        }
        return new TermLayout(List.copyOf(terms), List.copyOf(guardrails));
    }

    int term(String name) {
        return terms.indexOf(name);
    }

    int guardrail(String name) {
        return guardrails.indexOf(name);
    }
}
