package cip.core.decide;

import cip.core.rule.Condition;
import cip.core.rule.ConditionParts;
import cip.core.rule.Guardrail;
import cip.core.rule.Guardrails;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Cuts conditions into what does not depend on the segment, so that it is decided once, and what does. Immutable. */
public final class SegmentParts {
    private final Set<String> following;
    private final Set<String> guardrails;

    /** @param guardrails that the conditions may use */
    public SegmentParts(TableOrder tables, Guardrails guardrails) {
        this.following = tables.lateOutputs();
        this.guardrails = guardrails.all().stream()
                .filter(guardrail -> guardrail.terms().stream()
                        .anyMatch(term -> term.equals(StrategyVocabulary.SEGMENT) || following.contains(term)))
                .map(Guardrail::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    public ConditionParts of(List<Condition> conditions) {
        return ConditionParts.of(conditions, StrategyVocabulary.SEGMENT, following, guardrails);
    }

    /** Whether a condition asks for what tables, or guardrails, make of the segment, so that it may depend on every segment. */
    public boolean asksBeyond(Condition condition) {
        return condition.terms().stream().anyMatch(following::contains)
                || condition.guardrails().stream().anyMatch(guardrails::contains);
    }
}
