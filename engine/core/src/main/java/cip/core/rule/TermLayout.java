package cip.core.rule;

import cip.core.feature.NamedColumns;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The positions at which compiled conditions find their terms and guardrails. */
final class TermLayout {
    private final List<String> terms;
    private final List<String> guardrails;
    private final NamedColumns columns;

    TermLayout(List<String> terms, List<String> guardrails) {
        this.terms = List.copyOf(terms);
        this.guardrails = List.copyOf(guardrails);
        this.columns = new NamedColumns(terms);
    }

    List<String> terms() {
        return terms;
    }

    List<String> guardrails() {
        return guardrails;
    }

    /** The columns of the terms, in their order. */
    NamedColumns columns() {
        return columns;
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
