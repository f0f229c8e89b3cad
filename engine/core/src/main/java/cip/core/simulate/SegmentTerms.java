package cip.core.simulate;

import cip.core.decide.Segment;
import cip.core.decide.SegmentRules;
import cip.core.decide.StrategyVocabulary;
import cip.core.rule.Condition;
import cip.core.rule.Literal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says in attributes, features and scores what a condition says by segment, so that the two can be compared. */
final class SegmentTerms implements Condition.Visitor<Condition> {
    private final SegmentRules rules;

    SegmentTerms(SegmentRules rules) {
        this.rules = rules;
    }

    /** The condition without the term segment. */
    Condition spelledOut(Condition condition) {
        return condition.accept(this);
    }

    /** Whom a segment takes: who matches it and none above, for the last resort also who matches none at all. */
    Condition members(String id) {
        List<Condition> above = new ArrayList<>();
        Condition members = new Condition.Any(List.of());
        for (Segment segment : rules.segments()) {
            if (segment.id().equals(id)) {
                members = Condition.all(segment.when(), Condition.not(new Condition.Any(above)));
            }
            above.add(segment.when());
        }
        return id.equals(rules.otherwise()) ? Condition.any(members, Condition.not(new Condition.Any(above))) : members;
    }

    /** The segments a condition names. */
    static Set<String> named(Condition condition) {
        Set<String> named = new HashSet<>();
        condition.children().forEach(child -> named.addAll(named(child)));
        if (condition instanceof Condition.Comparison comparison
                && comparison.term().equals(StrategyVocabulary.SEGMENT)) {
            named.addAll(named(comparison.value()));
        }
        return named;
    }

    @Override
    public Condition all(Condition.All group) {
        return new Condition.All(inside(group));
    }

    @Override
    public Condition any(Condition.Any group) {
        return new Condition.Any(inside(group));
    }

    @Override
    public Condition not(Condition.Not negation) {
        return Condition.not(negation.condition().accept(this));
    }

    @Override
    public Condition guardrail(Condition.Guardrail guardrail) {
        return guardrail;
    }

    @Override
    public Condition comparison(Condition.Comparison comparison) {
        if (!comparison.term().equals(StrategyVocabulary.SEGMENT)) {
            return comparison;
        }
        Condition among = new Condition.Any(
                named(comparison.value()).stream().map(this::members).toList());
        return switch (comparison.operator()) {
            case EQUALS, ONE_OF -> among;
            case NOT_EQUALS, NOT_ONE_OF -> Condition.not(among);
            case IS_PRESENT -> Condition.everyone();
            default -> Condition.not(Condition.everyone());
        };
    }

    private static List<String> named(Literal value) {
        if (value instanceof Literal.OfText text) {
            return List.of(text.value());
        }
        return value instanceof Literal.OfTexts texts ? texts.values() : List.of();
    }

    private List<Condition> inside(Condition group) {
        return group.children().stream()
                .<Condition>map(child -> child.accept(this))
                .toList();
    }
}
