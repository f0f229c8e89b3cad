package cip.core.rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Conditions cut into parts that ask nothing of one text term that every customer has, such as the segment, and how the
 * answers are put together again. What conditions share is so decided once, and whoever changes in that term alone costs
 * no comparison. Immutable.
 */
public final class ConditionParts {
    private final Set<Condition> free = new LinkedHashSet<>();
    private final Set<Condition> bound = new LinkedHashSet<>();
    private final List<Whole> wholes = new ArrayList<>();
    private final List<Set<String>> valuesNamed = new ArrayList<>();

    /** How the rows of a condition come from those of its parts. */
    private sealed interface Whole {
        /** A part that is decided as it is. */
        record Part(Condition condition) implements Whole {}

        /** Rows whose term has one of the values. */
        record Members(Set<String> values) implements Whole {}

        record Not(Whole inside) implements Whole {}

        /** @param all whether every one of them has to hold, else one is enough */
        record Group(List<Whole> inside, boolean all) implements Whole {}
    }

    /** Rows by the value that their term has. @param rows how many there are in all */
    public record Members(Map<String, BitSet> byValue, int rows) {}

    private ConditionParts() {}

    /**
     * @param term which the parts do not ask for
     * @param following other terms that depend on it
     * @param boundGuardrails names of the guardrails that ask for one of these
     */
    public static ConditionParts of(
            List<Condition> conditions, String term, Set<String> following, Set<String> boundGuardrails) {
        ConditionParts parts = new ConditionParts();
        Cutter cutter = parts.new Cutter(term, following, boundGuardrails);
        for (Condition condition : conditions) {
            cutter.named = new HashSet<>();
            parts.wholes.add(cutter.whole(condition));
            parts.valuesNamed.add(Set.copyOf(cutter.named));
        }
        return parts;
    }

    /** The parts that ask nothing of the term, each once. */
    public List<Condition> free() {
        return List.copyOf(free);
    }

    /** Guardrails that ask for the term, and comparisons of what depends on it. */
    public List<Condition> bound() {
        return List.copyOf(bound);
    }

    /** Values of the term on which a condition depends; of one with a bound part it may be any. */
    public Set<String> valuesNamed(int condition) {
        return valuesNamed.get(condition);
    }

    /**
     * The rows of one condition, which the caller must not change.
     *
     * @param decided rows of each part
     */
    public BitSet rows(int condition, Function<Condition, BitSet> decided, Members members) {
        return rows(wholes.get(condition), decided, members);
    }

    /** The rows of every condition, which the caller must not change. */
    public List<BitSet> rows(Function<Condition, BitSet> decided, Members members) {
        return wholes.stream().map(whole -> rows(whole, decided, members)).toList();
    }

    private static BitSet rows(Whole whole, Function<Condition, BitSet> decided, Members members) {
        if (whole instanceof Whole.Part part) {
            return Objects.requireNonNull(decided.apply(part.condition()));
        }
        if (whole instanceof Whole.Members named) {
            BitSet rows = new BitSet(members.rows());
            for (String value : named.values()) {
                BitSet some = members.byValue().get(value);
                if (some != null) {
                    rows.or(some);
                }
            }
            return rows;
        }
        if (whole instanceof Whole.Not not) {
            BitSet rows = (BitSet) rows(not.inside(), decided, members).clone();
            rows.flip(0, members.rows());
            return rows;
        }
        Whole.Group group = (Whole.Group) whole;
        BitSet rows = new BitSet(members.rows());
        if (group.all()) {
            rows.set(0, members.rows());
            group.inside().forEach(inside -> rows.and(rows(inside, decided, members)));
        } else {
            group.inside().forEach(inside -> rows.or(rows(inside, decided, members)));
        }
        return rows;
    }

    private final class Cutter implements Condition.Visitor<Whole> {
        private final String term;
        private final Set<String> following;
        private final Set<String> boundGuardrails;
        private Set<String> named = new HashSet<>();

        Cutter(String term, Set<String> following, Set<String> boundGuardrails) {
            this.term = term;
            this.following = following;
            this.boundGuardrails = boundGuardrails;
        }

        Whole whole(Condition condition) {
            return isFree(condition) ? part(condition) : condition.accept(this);
        }

        private boolean isFree(Condition condition) {
            Set<String> terms = condition.terms();
            return !terms.contains(term)
                    && terms.stream().noneMatch(following::contains)
                    && condition.guardrails().stream().noneMatch(boundGuardrails::contains);
        }

        private Whole part(Condition condition) {
            free.add(condition);
            return new Whole.Part(condition);
        }

        @Override
        public Whole all(Condition.All group) {
            return group(group.children(), true);
        }

        @Override
        public Whole any(Condition.Any group) {
            return group(group.children(), false);
        }

        /** What is free in a group is one part. */
        private Whole group(List<Condition> children, boolean all) {
            List<Condition> together = children.stream().filter(this::isFree).toList();
            List<Whole> inside = new ArrayList<>();
            if (together.size() == 1) {
                inside.add(part(together.get(0)));
            } else if (!together.isEmpty()) {
                inside.add(part(all ? new Condition.All(together) : new Condition.Any(together)));
            }
            children.stream().filter(child -> !isFree(child)).forEach(child -> inside.add(child.accept(this)));
            return inside.size() == 1 ? inside.get(0) : new Whole.Group(inside, all);
        }

        @Override
        public Whole not(Condition.Not negation) {
            return new Whole.Not(negation.condition().accept(this));
        }

        @Override
        public Whole guardrail(Condition.Guardrail guardrail) {
            bound.add(guardrail);
            return new Whole.Part(guardrail);
        }

        @Override
        public Whole comparison(Condition.Comparison comparison) {
            if (!comparison.term().equals(term)) {
                bound.add(comparison);
                return new Whole.Part(comparison);
            }
            Set<String> values = values(comparison.value());
            named.addAll(values);
            Whole members = new Whole.Members(values);
            return switch (comparison.operator()) {
                case EQUALS, ONE_OF -> members;
                case NOT_EQUALS, NOT_ONE_OF -> new Whole.Not(members);
                case IS_PRESENT -> new Whole.Group(List.of(), true);
                default -> new Whole.Group(List.of(), false);
            };
        }

        private static Set<String> values(Literal value) {
            if (value instanceof Literal.OfText text) {
                return Set.of(text.value());
            }
            return value instanceof Literal.OfTexts texts ? Set.copyOf(texts.values()) : Set.of();
        }
    }
}
