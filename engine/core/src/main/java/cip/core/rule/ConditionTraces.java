package cip.core.rule;

import cip.core.rule.CustomerWords.Column;
import java.util.ArrayList;
import java.util.List;

/**
 * Conditions made ready to be traced: sentences, formatted values and tests, which are the same for every customer, are made
 * once. Immutable; safe to share between threads.
 */
public final class ConditionTraces {
    private final TermLayout layout;
    private final List<Traced> conditions;

    private record Traced(RowTest test, List<Template> lines) {}

    /**
     * A line but for what the customer has.
     *
     * @param position of its term, or of its guardrail, in the layout
     * @param thresholds that what the customer has is compared with
     */
    private record Template(AskedLine line, RowTest test, int position, double[] thresholds) {
        boolean isGuardrail() {
            return line.words().operator().equals(GUARDRAIL);
        }

        ConditionTrace.Line with(String actual, boolean met, String because) {
            return new ConditionTrace.Line(line, actual, met, because);
        }
    }

    private static final String GUARDRAIL = "GUARDRAIL";
    private static final double[] NO_THRESHOLDS = {};

    private ConditionTraces(TermLayout layout, List<Traced> conditions) {
        this.layout = layout;
        this.conditions = conditions;
    }

    /** @param vocabulary in whose words the conditions are put */
    public static ConditionTraces of(List<Condition> conditions, Vocabulary vocabulary) {
        TermLayout layout = TermLayout.of(conditions);
        List<Traced> traced = new ArrayList<>();
        for (Condition condition : conditions) {
            Walk walk = new Walk(vocabulary, layout, new ArrayList<>());
            walk.visit(condition, "all", 0);
            traced.add(new Traced(RowTests.of(condition, layout), List.copyOf(walk.lines)));
        }
        return new ConditionTraces(layout, List.copyOf(traced));
    }

    /**
     * Gets ready for the customers of one matrix; guardrails are decided here, once for all conditions and rows.
     *
     * @param customers of whom it says what they have; with a column for each term that the conditions speak of
     */
    public Rows rows(CustomerWords customers, Guardrails guardrails) {
        TermColumns columns =
                new TermColumns(layout, customers.terms(), guardrails.matching(customers.terms(), layout.guardrails()));
        return new Rows(columns, layout.terms().stream().map(customers::column).toArray(Column[]::new), conditions);
    }

    /** The customers of one matrix. Belongs to one thread. */
    public static final class Rows {
        private final TermColumns columns;
        private final Column[] words;
        private final List<Traced> conditions;

        private Rows(TermColumns columns, Column[] words, List<Traced> conditions) {
            this.columns = columns;
            this.words = words;
            this.conditions = conditions;
        }

        /** @param condition its position in the list that the traces were made of, from 0 */
        public ConditionTrace trace(int condition, int row) {
            Traced traced = conditions.get(condition);
            ConditionTrace.Line[] lines = new ConditionTrace.Line[traced.lines.size()];
            for (int i = 0; i < lines.length; i++) {
                lines[i] = line(traced.lines.get(i), row);
            }
            return new ConditionTrace(traced.test.holds(columns, row), List.of(lines));
        }

        private ConditionTrace.Line line(Template template, int row) {
            boolean met = template.test.holds(columns, row);
            if (template.isGuardrail()) {
                return template.with(met ? "holds" : "does not hold", met, "");
            }
            Column customer = words[template.position];
            return template.with(customer.actual(row, template.thresholds), met, customer.because(row));
        }
    }

    private record Walk(Vocabulary vocabulary, TermLayout layout, List<Template> lines) {
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

        private Template comparison(Condition.Comparison comparison, String group, int depth) {
            Term term = vocabulary.termOrUnknown(comparison.term());
            AskedLine line = new AskedLine(new AskedLine.Words(
                    term.label() + ConditionSentence.predicate(term, comparison),
                    term.name(),
                    term.label(),
                    comparison.operator().name(),
                    vocabulary.words(comparison.term()).literal(comparison.value()),
                    group,
                    depth));
            return new Template(
                    line,
                    RowTests.of(comparison, layout),
                    layout.term(comparison.term()),
                    ValueWords.thresholds(comparison.value()));
        }

        private Template guardrail(Condition.Guardrail guardrail, String group, int depth) {
            String label = ConditionSentence.label(guardrail);
            AskedLine line = new AskedLine(new AskedLine.Words(
                    "Guardrail " + label + " holds", guardrail.name(), label, GUARDRAIL, "", group, depth));
            return new Template(
                    line, RowTests.of(guardrail, layout), layout.guardrail(guardrail.name()), NO_THRESHOLDS);
        }
    }
}
