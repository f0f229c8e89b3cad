package cip.core.rule;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who is meant: a tree of comparisons over the terms of a {@link Vocabulary}. Everything that reads, runs or shows a
 * condition is made from this tree and from nothing else. Immutable.
 *
 * <p>A comparison with a missing value is false, so its negation is true: {@code not (churn risk is at least 60%)} holds
 * for a customer without a churn risk, {@code churn risk is below 60%} does not.
 */
public sealed interface Condition {
    /** Deepest nesting that validation lets through. */
    int MAX_DEPTH = 20;
    /** Most groups and comparisons together that validation lets through. */
    int MAX_CONDITIONS = 500;

    <R> R accept(Visitor<R> visitor);

    /** The conditions directly inside this one. */
    List<Condition> children();

    /** One, plus the deepest of what is inside. */
    default int depth() {
        return 1 + children().stream().mapToInt(Condition::depth).max().orElse(0);
    }

    /** Groups, comparisons and guardrails, this one included. */
    default int size() {
        return 1 + children().stream().mapToInt(Condition::size).sum();
    }

    /** Names of all terms the condition speaks of, in reading order. */
    default Set<String> terms() {
        Set<String> terms = new LinkedHashSet<>();
        children().forEach(child -> terms.addAll(child.terms()));
        return terms;
    }

    /** Names of all guardrails the condition uses, in reading order. */
    default Set<String> guardrails() {
        Set<String> guardrails = new LinkedHashSet<>();
        children().forEach(child -> guardrails.addAll(child.guardrails()));
        return guardrails;
    }

    /** Every customer. */
    static Condition everyone() {
        return new All(List.of());
    }

    static Condition all(Condition... conditions) {
        return new All(List.of(conditions));
    }

    static Condition any(Condition... conditions) {
        return new Any(List.of(conditions));
    }

    static Condition not(Condition condition) {
        return new Not(condition);
    }

    static Comparison where(String term, Operator operator) {
        return new Comparison(term, operator, new Literal.Nothing());
    }

    static Comparison where(String term, Operator operator, double value) {
        return new Comparison(term, operator, new Literal.OfNumber(value));
    }

    static Comparison where(String term, Operator operator, String value) {
        return new Comparison(term, operator, new Literal.OfText(value));
    }

    static Comparison where(String term, Operator operator, boolean value) {
        return new Comparison(term, operator, new Literal.OfYesNo(value));
    }

    static Comparison where(String term, Operator operator, List<String> values) {
        return new Comparison(term, operator, new Literal.OfTexts(values));
    }

    static Comparison between(String term, double low, double high) {
        return new Comparison(term, Operator.BETWEEN, new Literal.Range(low, high));
    }

    /** Holds when every condition inside holds; empty = always. */
    record All(List<Condition> children) implements Condition {
        public All {
            children = List.copyOf(children);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.all(this);
        }
    }

    /** Holds when at least one condition inside holds; empty = never. */
    record Any(List<Condition> children) implements Condition {
        public Any {
            children = List.copyOf(children);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.any(this);
        }
    }

    /** Holds when the condition inside does not. */
    record Not(Condition condition) implements Condition {
        @Override
        public List<Condition> children() {
            return List.of(condition);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.not(this);
        }
    }

    /** {@code term operator value}; a yes/no term is compared as 1 and 0. */
    record Comparison(String term, Operator operator, Literal value) implements Condition {
        public Comparison {
            if (!value.fits(operator.value())) {
                throw new IllegalArgumentException("The operator " + operator + " takes "
                        + operator.value().expectation() + ", not " + value + ".");
            }
        }

        @Override
        public List<Condition> children() {
            return List.of();
        }

        @Override
        public Set<String> terms() {
            return Set.of(term);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.comparison(this);
        }
    }

    /** A condition that the operator wrote in a file and that is used here by its name. */
    record Guardrail(String name) implements Condition {
        @Override
        public List<Condition> children() {
            return List.of();
        }

        @Override
        public Set<String> guardrails() {
            return Set.of(name);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.guardrail(this);
        }
    }

    /** One way to read the tree, kind by kind. */
    interface Visitor<R> {
        R all(All group);

        R any(Any group);

        R not(Not negation);

        R comparison(Comparison comparison);

        R guardrail(Guardrail guardrail);
    }
}
