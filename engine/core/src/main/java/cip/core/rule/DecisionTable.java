package cip.core.rule;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** Which row counts when several hold, in a sentence. */
    public String policySentence() {
        return aggregation == null ? hitPolicy.sentence() : aggregation.sentence();
    }

    /** One sentence for each row, "When … then …", and one for the case that no row holds. */
    public List<String> sentences(Vocabulary vocabulary) {
        List<String> sentences = new ArrayList<>();
        rows.forEach(row -> sentences.add(sentence(row, vocabulary)));
        otherwise().ifPresent(sentences::add);
        return sentences;
    }

    /** "When … then …". */
    public String sentence(Row row, Vocabulary vocabulary) {
        Condition condition = row.condition();
        String start = condition.equals(Condition.everyone())
                ? "For every customer "
                : "When " + ConditionSentence.clause(condition, vocabulary) + ", then ";
        return start + outcome(row.then()) + ".";
    }

    /** What is said of customers for whom no row holds; empty = nothing. */
    public Optional<String> otherwise() {
        return defaults().map(values -> "When no row holds, then " + outcome(values) + ".");
    }

    /** The conditions of the rows, in their order. */
    public List<Condition> conditions() {
        return rows.stream().map(Row::condition).toList();
    }

    /** @throws EngineException INVALID_STRATEGY naming every problem by its row */
    public void require(Vocabulary vocabulary) {
        List<Problem> problems = TableCheck.problems(this, vocabulary);
        if (!problems.isEmpty()) {
            throw new EngineException(
                    ErrorCode.INVALID_STRATEGY,
                    problems.stream()
                            .map(problem -> "Decision table " + name + ": " + problem.message())
                            .collect(Collectors.joining("\n")));
        }
    }

    /** The rows by position, those first that count before others when both hold. */
    public List<Integer> order() {
        List<Integer> positions = IntStream.range(0, rows.size()).boxed().toList();
        if (!hitPolicy.ranksOutputs()) {
            return positions;
        }
        return positions.stream()
                .sorted((a, b) -> byRank(rows.get(a).then(), rows.get(b).then()))
                .toList();
    }

    /** By the rank of the first output, then of the next; outputs without ranks do not count. */
    int byRank(List<Literal> left, List<Literal> right) {
        int order = 0;
        for (int i = 0; i < outputs.size() && order == 0; i++) {
            List<Literal> ranks = outputs.get(i).values();
            order = Integer.compare(ranks.indexOf(left.get(i)), ranks.indexOf(right.get(i)));
        }
        return order;
    }

    /** What the outputs are when no row holds, if every one of them says so. */
    public Optional<List<Literal>> defaults() {
        List<Literal> values = new ArrayList<>();
        for (Output output : outputs) {
            if (output.ifNoneHolds() != null) {
                values.add(output.ifNoneHolds());
            }
        }
        return values.size() == outputs.size() ? Optional.of(values) : Optional.empty();
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
