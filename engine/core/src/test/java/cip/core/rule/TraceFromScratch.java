package cip.core.rule;

import cip.spi.FeatureColumn;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;

/** The trace of a condition without guardrails for one customer, worked out from nothing. */
final class TraceFromScratch {
    private final Vocabulary vocabulary;
    private final FeatureMatrix terms;
    private final int row;
    private final List<ConditionTrace.Line> lines = new ArrayList<>();

    TraceFromScratch(Vocabulary vocabulary, FeatureMatrix terms, int row) {
        this.vocabulary = vocabulary;
        this.terms = terms;
        this.row = row;
    }

    ConditionTrace of(Condition condition) {
        visit(condition, "all", 0);
        return new ConditionTrace(holds(condition), lines);
    }

    private boolean holds(Condition condition) {
        return ConditionColumns.matching(condition, terms).get(row);
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
            lines.add(line(comparison, group, depth));
        }
    }

    private ConditionTrace.Line line(Condition.Comparison comparison, String group, int depth) {
        Term term = vocabulary.term(comparison.term()).orElseThrow();
        AskedLine.Words asked = new AskedLine.Words(
                term.label() + ConditionSentence.predicate(term, comparison),
                term.name(),
                term.label(),
                comparison.operator().name(),
                new ValueWords(term).literal(comparison.value()),
                group,
                depth);
        return new ConditionTrace.Line(new AskedLine(asked), actual(term, comparison.value()), holds(comparison), "");
    }

    private String actual(Term term, Literal literal) {
        FeatureColumn column = terms.column(term.name());
        ValueWords words = vocabulary.words(term.name());
        String usual = words.actual(column, row).words();
        boolean rounded = term.type() == Term.Type.NUMBER && !usual.equals("missing") && !usual.equals(Term.MASK);
        return rounded
                ? words.rounded(((FeatureColumn.NumberColumn) column).values()[row], ValueWords.thresholds(literal))
                : usual;
    }
}
