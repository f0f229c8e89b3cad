package cip.core.rule;

import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a condition holds for one customer or does not: every comparison in reading order with what the customer has.
 *
 * @param matched whether the whole condition holds
 */
public record ConditionTrace(boolean matched, List<Line> lines) {
    public ConditionTrace {
        lines = List.copyOf(lines);
    }

    /**
     * @param vocabulary in whose words it is put
     * @param terms a column for each term the condition speaks of
     */
    public static ConditionTrace of(
            Condition condition, Vocabulary vocabulary, FeatureMatrix terms, int row, Guardrails guardrails) {
        TermLayout layout = TermLayout.of(List.of(condition));
        TermColumns columns = new TermColumns(layout, terms, guardrails.matching(terms, layout.guardrails()));
        Walk walk = new Walk(vocabulary, terms, columns, layout, row);
        walk.visit(condition, "all", 0);
        return new ConditionTrace(RowTests.of(condition, layout).holds(columns, row), walk.lines);
    }

    /**
     * One comparison or guardrail.
     *
     * @param text label, operator and value: "Churn risk is at least 60%"
     * @param term name of the term; of a guardrail its name
     * @param operator {@link Operator} by name; of a guardrail GUARDRAIL
     * @param value what it is compared with, formatted; empty when the operator needs none
     * @param actual what the customer has, formatted; "missing" when nothing is known
     * @param met whether the comparison itself holds, also inside "not"
     * @param group all, any or not: the nearest group around it
     * @param depth groups around it, the outermost "all" not counted
     */
    public record Line(
            String text,
            String term,
            String label,
            String operator,
            String value,
            String actual,
            boolean met,
            String group,
            int depth) {}

    private record Walk(
            Vocabulary vocabulary,
            FeatureMatrix terms,
            TermColumns columns,
            TermLayout layout,
            int row,
            List<Line> lines) {
        Walk(Vocabulary vocabulary, FeatureMatrix terms, TermColumns columns, TermLayout layout, int row) {
            this(vocabulary, terms, columns, layout, row, new ArrayList<>());
        }

        private void visit(Condition condition, String group, int depth) {
            if (condition instanceof Condition.All all) {
                boolean outermost = depth == 0 && group.equals("all");
                all.children().forEach(child -> visit(child, "all", outermost ? 0 : depth + 1));
            } else if (condition instanceof Condition.Any any) {
                any.children().forEach(child -> visit(child, "any", depth + 1));
            } else if (condition instanceof Condition.Not not) {
                visit(not.condition(), "not", depth + 1);
            } else if (condition instanceof Condition.Comparison comparison) {
                lines.add(comparison(comparison, group, depth));
            } else if (condition instanceof Condition.Guardrail guardrail) {
                lines.add(guardrail(guardrail, group, depth));
            }
        }

        private Line comparison(Condition.Comparison comparison, String group, int depth) {
            Term term = vocabulary.termOrUnknown(comparison.term());
            ValueWords words = vocabulary.words(term);
            return new Line(
                    term.label() + ConditionSentence.predicate(term, comparison),
                    term.name(),
                    term.label(),
                    comparison.operator().name(),
                    words.literal(comparison.value()),
                    words.actual(terms.column(comparison.term()), row, comparison.value()),
                    RowTests.of(comparison, layout).holds(columns, row),
                    group,
                    depth);
        }

        private Line guardrail(Condition.Guardrail guardrail, String group, int depth) {
            boolean met = RowTests.of(guardrail, layout).holds(columns, row);
            String label = ConditionSentence.label(guardrail);
            return new Line(
                    "Guardrail " + label + " holds",
                    guardrail.name(),
                    label,
                    "GUARDRAIL",
                    "",
                    met ? "holds" : "does not hold",
                    met,
                    group,
                    depth);
        }
    }
}
