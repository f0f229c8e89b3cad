package cip.core.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds everything that is wrong with a condition before anybody runs it. */
public final class ConditionCheck {
    private ConditionCheck() {}

    /**
     * All problems in reading order; empty = the condition can be compiled.
     *
     * @param guardrails names of the guardrails the condition may use
     */
    public static List<Problem> problems(Condition condition, Vocabulary vocabulary, Set<String> guardrails) {
        List<Problem> tooLarge = new ArrayList<>();
        int depth = condition.depth();
        if (depth > Condition.MAX_DEPTH) {
            tooLarge.add(new Problem(
                    "",
                    "Conditions are nested " + depth + " levels deep, at most " + Condition.MAX_DEPTH
                            + " are allowed."));
        }
        int size = condition.size();
        if (size > Condition.MAX_CONDITIONS) {
            tooLarge.add(new Problem(
                    "",
                    "There are " + size + " groups and comparisons, at most " + Condition.MAX_CONDITIONS
                            + " are allowed."));
        }
        return tooLarge.isEmpty() ? condition.accept(new Place("", vocabulary, Set.copyOf(guardrails))) : tooLarge;
    }

    /** @throws cip.core.error.EngineException INVALID_CONDITION naming all problems */
    public static void require(Condition condition, Vocabulary vocabulary, Set<String> guardrails) {
        List<Problem> problems = problems(condition, vocabulary, guardrails);
        if (!problems.isEmpty()) {
            throw Problem.asException(problems);
        }
    }

    /** Gives the problems of the condition at one place and of all inside it. */
    private record Place(String path, Vocabulary vocabulary, Set<String> guardrails)
            implements Condition.Visitor<List<Problem>> {
        @Override
        public List<Problem> all(Condition.All group) {
            return inside(group.children(), "/all/");
        }

        @Override
        public List<Problem> any(Condition.Any group) {
            return group.children().isEmpty()
                    ? problem("A group of which any condition must hold is empty, so it never holds.")
                    : inside(group.children(), "/any/");
        }

        @Override
        public List<Problem> not(Condition.Not negation) {
            return negation.condition().accept(at("/not"));
        }

        @Override
        public List<Problem> guardrail(Condition.Guardrail guardrail) {
            return guardrails.contains(guardrail.name())
                    ? List.of()
                    : problem("There is no guardrail \"" + guardrail.name() + "\"."
                            + Nearest.hint(guardrail.name(), guardrails));
        }

        @Override
        public List<Problem> comparison(Condition.Comparison comparison) {
            return vocabulary
                    .term(comparison.term())
                    .map(term -> compare(term, comparison))
                    .orElseGet(() -> problem(
                            "There is no term \"" + comparison.term() + "\"." + vocabulary.hint(comparison.term())));
        }

        private List<Problem> compare(Term term, Condition.Comparison comparison) {
            if (!term.operators().contains(comparison.operator())) {
                return problem("The term " + term.name() + " is " + term.type().words() + " and cannot be compared by "
                        + comparison.operator() + ", only by " + term.operators() + ".");
            }
            return comparison.value().problem(term).map(this::problem).orElse(List.of());
        }

        private List<Problem> inside(List<Condition> children, String step) {
            List<Problem> problems = new ArrayList<>();
            for (int i = 0; i < children.size(); i++) {
                problems.addAll(children.get(i).accept(at(step + i)));
            }
            return problems;
        }

        private Place at(String step) {
            return new Place(path + step, vocabulary, guardrails);
        }

        private List<Problem> problem(String message) {
            return List.of(new Problem(path, message));
        }
    }
}
