package cip.core.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A rule as developers know it: DRL to read, generated from the condition, never parsed back. It holds only words of ours:
 * the rule's name is {@code r} and a number, terms are names of the vocabulary, and every literal is an index into the
 * parameters beside it, so no text that somebody typed stands in it.
 */
public record DrlText(String drl, List<Literal> parameters) {
    public DrlText {
        parameters = List.copyOf(parameters);
    }

    /**
     * @param number of the rule in its strategy
     * @throws cip.core.error.EngineException INVALID_CONDITION when the condition speaks of unknown terms or guardrails
     */
    public static DrlText of(int number, Condition condition, Vocabulary vocabulary, Guardrails guardrails) {
        return of(number, List.of(condition), vocabulary, guardrails);
    }

    /** A rule for each condition, e.g. for each row of a table. @param number of the first */
    public static DrlText of(int number, List<Condition> conditions, Vocabulary vocabulary, Guardrails guardrails) {
        Writer writer = new Writer(vocabulary, new ArrayList<>());
        StringBuilder drl = new StringBuilder(
                """
                package strategy;

                import cip.core.rule.Customer;
                global cip.core.rule.DrlParameters parameters;
                """);
        for (int i = 0; i < conditions.size(); i++) {
            ConditionCheck.require(conditions.get(i), vocabulary, guardrails.names());
            drl.append(rule(number + i, conditions.get(i), writer));
        }
        return new DrlText(drl.toString(), writer.parameters);
    }

    private static String rule(int number, Condition condition, Writer writer) {
        List<Condition> constraints = condition instanceof Condition.All group ? group.children() : List.of(condition);
        String pattern = constraints.stream()
                .map(constraint -> "        " + constraint.accept(writer))
                .collect(Collectors.joining(",\n"));
        return """

                rule r%d
                when
                    Customer(%s)
                then
                end
                """
                .formatted(number, pattern.isEmpty() ? "" : "\n" + pattern + "\n    ");
    }

    /** What each index stands for, in order: {@code 0 = 0.6}. */
    public List<String> parameterLines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            lines.add(i + " = " + parameters.get(i).plain());
        }
        return lines;
    }

    private record Writer(Vocabulary vocabulary, List<Literal> parameters) implements Condition.Visitor<String> {
        @Override
        public String all(Condition.All group) {
            return join(group.children(), " && ", "true");
        }

        @Override
        public String any(Condition.Any group) {
            return join(group.children(), " || ", "false");
        }

        @Override
        public String not(Condition.Not negation) {
            return "!(" + negation.condition().accept(this) + ")";
        }

        @Override
        public String guardrail(Condition.Guardrail guardrail) {
            return "holds(parameters.text(" + index(new Literal.OfText(guardrail.name())) + "))";
        }

        @Override
        public String comparison(Condition.Comparison comparison) {
            Term term = vocabulary.term(comparison.term()).orElseThrow();
            String name = "\"" + term.name() + "\"";
            Literal value = comparison.value();
            return switch (comparison.operator()) {
                case EQUALS -> compare(term, "==", value);
                case LESS_THAN -> compare(term, "<", value);
                case AT_MOST -> compare(term, "<=", value);
                case GREATER_THAN -> compare(term, ">", value);
                case AT_LEAST -> compare(term, ">=", value);
                case NOT_EQUALS -> "isNot(" + name + ", " + parameter(value) + ")";
                case BETWEEN -> between(term, (Literal.Range) value);
                case ONE_OF -> "isOneOf(" + name + ", " + parameter(value) + ")";
                case NOT_ONE_OF -> "isNoneOf(" + name + ", " + parameter(value) + ")";
                case IS_MISSING -> "isMissing(" + name + ")";
                case IS_PRESENT -> "!isMissing(" + name + ")";
            };
        }

        private String compare(Term term, String sign, Literal value) {
            String read = term.type() == Term.Type.TEXT ? "text" : "number";
            return read + "(\"" + term.name() + "\") " + sign + " " + parameter(value);
        }

        private String between(Term term, Literal.Range range) {
            return "(" + compare(term, ">=", new Literal.OfNumber(range.low())) + " && "
                    + compare(term, "<=", new Literal.OfNumber(range.high())) + ")";
        }

        private String parameter(Literal value) {
            String kind = value instanceof Literal.OfText
                    ? "text"
                    : value instanceof Literal.OfTexts || value instanceof Literal.OfNumbers ? "list" : "number";
            return "parameters." + kind + "(" + index(value) + ")";
        }

        private int index(Literal value) {
            parameters.add(value);
            return parameters.size() - 1;
        }

        private String join(List<Condition> conditions, String sign, String empty) {
            return conditions.isEmpty()
                    ? empty
                    : conditions.stream()
                            .map(condition -> condition.accept(this))
                            .collect(Collectors.joining(sign, "(", ")"));
        }
    }
}
