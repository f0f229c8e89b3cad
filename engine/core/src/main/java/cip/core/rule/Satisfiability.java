package cip.core.rule;

import cip.spi.FeatureColumn;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds out whether any customer at all can meet a condition, whoever is in the base now.
 *
 * <p>A comparison changes its answer only at its thresholds, so each term is cut into finitely many groups of values that no
 * comparison tells apart, among them "missing". A backtracking search assigns terms to groups one by one (Davis, Logemann and
 * Loveland, "A machine program for theorem-proving", 1962) and stops at a branch as soon as the assigned terms decide the
 * condition. Values outside a term's declared range or list do not occur. A guardrail may hold or not, whatever the terms.
 */
public final class Satisfiability {
    private static final int MOST_STEPS = 20_000;

    private final Vocabulary vocabulary;
    private final List<TermGroups> variables = new ArrayList<>();
    private final Map<String, Integer> positions = new LinkedHashMap<>();
    private int steps;

    private Satisfiability(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Whether a condition can be met. */
    public sealed interface Answer {
        /** No customer can. */
        default boolean isImpossible() {
            return this instanceof Impossible;
        }
    }

    /** @param example of such a customer in words, e.g. {@code Churn risk 30%, region missing}; empty = any customer */
    public record Possible(String example) implements Answer {}

    public record Impossible() implements Answer {}

    /** The search was given up. */
    public record Undecided() implements Answer {}

    /** @param condition one that was checked against the vocabulary */
    public static Answer of(Condition condition, Vocabulary vocabulary) {
        return new Satisfiability(vocabulary).decide(condition);
    }

    /** Whether whoever meets the first condition surely meets the second. */
    public static boolean implies(Condition first, Condition second, Vocabulary vocabulary) {
        return of(Condition.all(first, Condition.not(second)), vocabulary).isImpossible();
    }

    private Answer decide(Condition condition) {
        return find(condition)
                .map(found -> found.<Answer>map(row -> new Possible(words(row))).orElseGet(Impossible::new))
                .orElseGet(Undecided::new);
    }

    /** For the tests: a customer who meets the condition, one row; outer empty = given up, inner empty = nobody can. */
    static Optional<Optional<FeatureMatrix>> example(Condition condition, Vocabulary vocabulary) {
        Satisfiability search = new Satisfiability(vocabulary);
        return search.find(condition).map(found -> found.map(search::row));
    }

    private Optional<Optional<int[]>> find(Condition condition) {
        Map<String, List<Condition.Comparison>> comparisons = new LinkedHashMap<>();
        collect(condition, comparisons);
        comparisons.forEach((name, asked) -> {
            positions.put(name, variables.size());
            variables.add(TermGroups.of(vocabulary.termOrUnknown(name), asked));
        });
        for (String guardrail : condition.guardrails()) {
            positions.put(guardrail(guardrail), variables.size());
            variables.add(TermGroups.yesOrNo());
        }
        int[] assigned = new int[variables.size()];
        Arrays.fill(assigned, Decided.NOT_YET);
        Decided root = condition.accept(new Compiler());
        boolean found = search(root, assigned);
        return steps > MOST_STEPS ? Optional.empty() : Optional.of(found ? Optional.of(assigned) : Optional.empty());
    }

    private static void collect(Condition condition, Map<String, List<Condition.Comparison>> comparisons) {
        condition.children().forEach(child -> collect(child, comparisons));
        if (condition instanceof Condition.Comparison comparison) {
            comparisons
                    .computeIfAbsent(comparison.term(), term -> new ArrayList<>())
                    .add(comparison);
        }
    }

    /** Leaves the assignment that meets the condition in {@code assigned}. */
    private boolean search(Decided condition, int[] assigned) {
        if (++steps > MOST_STEPS) {
            return false;
        }
        Decided.Answer answer = condition.under(assigned);
        if (answer != Decided.Answer.OPEN) {
            return answer == Decided.Answer.YES;
        }
        int next = condition.open(assigned).orElseThrow();
        for (int group = 0; group < variables.get(next).size(); group++) {
            assigned[next] = group;
            if (search(condition, assigned)) {
                return true;
            }
        }
        assigned[next] = Decided.NOT_YET;
        return false;
    }

    private String words(int[] assigned) {
        List<String> words = new ArrayList<>();
        positions.forEach((name, position) -> {
            if (assigned[position] != Decided.NOT_YET) {
                words.add(variables.get(position).words(name, assigned[position], vocabulary));
            }
        });
        return String.join(", ", words);
    }

    private FeatureMatrix row(int[] assigned) {
        List<FeatureColumn> columns = new ArrayList<>();
        for (Term term : vocabulary.terms()) {
            Integer position = positions.get(term.name());
            TermGroups groups = position == null ? TermGroups.of(term, List.of()) : variables.get(position);
            int group = position == null ? 0 : Math.max(0, assigned[position]);
            columns.add(groups.value(term, group));
        }
        return new FeatureMatrix(1, columns);
    }

    private static String guardrail(String name) {
        return "guardrail " + name;
    }

    /** Makes of each comparison the groups of its term for which it holds. */
    private final class Compiler implements Condition.Visitor<Decided> {
        @Override
        public Decided all(Condition.All group) {
            return new Decided.Group(inside(group), Decided.Answer.NO);
        }

        @Override
        public Decided any(Condition.Any group) {
            return new Decided.Group(inside(group), Decided.Answer.YES);
        }

        @Override
        public Decided not(Condition.Not negation) {
            return new Decided.Not(negation.condition().accept(this));
        }

        @Override
        public Decided guardrail(Condition.Guardrail guardrail) {
            int position = Objects.requireNonNull(positions.get(Satisfiability.guardrail(guardrail.name())));
            BitSet yes = new BitSet();
            yes.set(1);
            return new Decided.Test(position, yes, 2);
        }

        @Override
        public Decided comparison(Condition.Comparison comparison) {
            int position = Objects.requireNonNull(positions.get(comparison.term()));
            TermGroups groups = variables.get(position);
            return new Decided.Test(position, groups.holding(comparison), groups.size());
        }

        private List<Decided> inside(Condition group) {
            return group.children().stream()
                    .<Decided>map(child -> child.accept(this))
                    .toList();
        }
    }
}
