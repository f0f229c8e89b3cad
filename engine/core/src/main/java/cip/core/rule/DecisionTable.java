package cip.core.rule;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rules over the same terms with the same outputs, one a row.
 *
 * @param inputs names of the terms its columns test
 * @param aggregation of a COLLECT table with one output; {@code null} = all rows that hold
 */
public record DecisionTable(
        String name,
        String label,
        HitPolicy hitPolicy,
        @Nullable Aggregation aggregation,
        List<String> inputs,
        List<Output> outputs,
        List<Row> rows) {
    public DecisionTable {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        rows = List.copyOf(rows);
    }

    /**
     * @param values the only values it can have, the highest-ranking first; empty = any
     * @param ifNoneHolds what it is when no row holds; {@code null} = nothing
     */
    public record Output(String name, String label, List<Literal> values, @Nullable Literal ifNoneHolds) {
        public Output {
            values = List.copyOf(values);
        }
    }

    /**
     * @param when one test for each input, {@link Condition#everyone()} = not tested
     * @param then one value for each output
     */
    public record Row(List<Condition> when, List<Literal> then) {
        public Row {
            when = List.copyOf(when);
            then = List.copyOf(then);
        }

        /** All tests of the row together. */
        public Condition condition() {
            List<Condition> tests = when.stream()
                    .filter(test -> !test.equals(Condition.everyone()))
                    .toList();
            return tests.size() == 1 ? tests.get(0) : new Condition.All(tests);
        }
    }

    /** One sentence for each row, "When … then …", and one for the case that no row holds. */
    public List<String> sentences(Vocabulary vocabulary) {
        List<String> sentences = new ArrayList<>();
        for (Row row : rows) {
            Condition condition = row.condition();
            String start = condition.equals(Condition.everyone())
                    ? "For every customer "
                    : "When " + ConditionSentence.clause(condition, vocabulary) + ", then ";
            sentences.add(start + outcome(row.then()) + ".");
        }
        defaults().ifPresent(values -> sentences.add("When no row holds, then " + outcome(values) + "."));
        return sentences;
    }

    /** @throws EngineException INVALID_STRATEGY naming every problem by its row */
    public void require(Vocabulary vocabulary) {
        List<String> problems = new ArrayList<>();
        inputs.stream()
                .filter(input -> vocabulary.term(input).isEmpty())
                .forEach(input -> problems.add("There is no term \"" + input + "\"." + vocabulary.hint(input)));
        if (outputs.isEmpty()) {
            problems.add("It has no output.");
        }
        if (aggregation != null && (hitPolicy != HitPolicy.COLLECT || outputs.size() != 1)) {
            problems.add("Only a COLLECT table with one output can be aggregated by " + aggregation + ".");
        }
        if (hitPolicy.ranksOutputs()
                && outputs.stream().allMatch(output -> output.values().isEmpty())) {
            problems.add("The hit policy " + hitPolicy + " needs an output that lists its values by rank.");
        }
        for (int i = 0; i < rows.size(); i++) {
            for (String problem : problems(rows.get(i), vocabulary)) {
                problems.add("Row " + (i + 1) + ": " + problem);
            }
        }
        if (!problems.isEmpty()) {
            throw new EngineException(
                    ErrorCode.INVALID_STRATEGY,
                    problems.stream()
                            .map(problem -> "Decision table " + name + ": " + problem)
                            .collect(Collectors.joining("\n")));
        }
    }

    /** What the outputs are when no row holds, if every one of them says so. */
    Optional<List<Literal>> defaults() {
        List<Literal> values = new ArrayList<>();
        for (Output output : outputs) {
            if (output.ifNoneHolds() != null) {
                values.add(output.ifNoneHolds());
            }
        }
        return values.size() == outputs.size() ? Optional.of(values) : Optional.empty();
    }

    private List<String> problems(Row row, Vocabulary vocabulary) {
        List<String> problems = new ArrayList<>();
        if (row.when().size() != inputs.size() || row.then().size() != outputs.size()) {
            problems.add(
                    "It has " + row.when().size() + " tests and " + row.then().size() + " values for " + inputs.size()
                            + " inputs and " + outputs.size() + " outputs.");
            return problems;
        }
        for (int i = 0; i < inputs.size(); i++) {
            boolean known = vocabulary.term(inputs.get(i)).isPresent();
            if (known) {
                ConditionCheck.problems(row.when().get(i), vocabulary, Set.of())
                        .forEach(problem -> problems.add(problem.message()));
            }
        }
        for (int i = 0; i < outputs.size(); i++) {
            Output output = outputs.get(i);
            Literal value = row.then().get(i);
            if (!output.values().isEmpty() && !output.values().contains(value)) {
                problems.add("The output " + output.name() + " cannot be " + value.plain() + ", only "
                        + output.values().stream().map(Literal::plain).toList() + ".");
            }
            boolean adds = aggregation != null && aggregation != Aggregation.COUNT;
            if (adds && !(value instanceof Literal.OfNumber)) {
                problems.add("The aggregation " + aggregation + " needs numbers, found " + value.plain() + ".");
            }
        }
        return problems;
    }

    private String outcome(List<Literal> values) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            Term shown = Term.text("output", outputs.get(i).label(), List.of(), Term.Origin.ATTRIBUTE);
            parts.add(
                    ConditionSentence.lowerCase(shown.label()) + " is " + new ValueWords(shown).literal(values.get(i)));
        }
        return String.join(" and ", parts);
    }
}
