package cip.core.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Random but valid decision tables over {@link GeneratedConditions#VOCABULARY}; the same seed gives the same tables. */
public final class GeneratedTables {
    private static final List<String> INPUTS =
            List.of("churn_risk", "clv", "age", "balance", "region", "note", "consent_email");
    private static final List<Double> PROBABILITIES = List.of(0.0, 0.25, 0.5, 0.75, 1.0);
    private static final List<Double> NUMBERS = List.of(0.0, 18.0, 30.0, 65.5, 100.0);

    private final SplittableRandom random;

    public GeneratedTables(long seed) {
        random = new SplittableRandom(seed);
    }

    public static Vocabulary vocabulary() {
        return GeneratedConditions.VOCABULARY;
    }

    /** A table that gives one value. */
    public DecisionTable next(String name) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> table(name, HitPolicy.FIRST, null);
            case 2 -> table(name, HitPolicy.PRIORITY, null);
            default -> table(name, HitPolicy.COLLECT, pick(List.of(Aggregation.values())));
        };
    }

    DecisionTable table(String name, HitPolicy policy, @Nullable Aggregation aggregation) {
        Set<String> inputs = new LinkedHashSet<>();
        int columns = random.nextInt(1, 4);
        while (inputs.size() < columns) {
            inputs.add(pick(INPUTS));
        }
        boolean otherwise = random.nextBoolean();
        List<DecisionTable.Output> outputs = new ArrayList<>();
        if (aggregation != null) {
            outputs.add(new DecisionTable.Output(
                    name + "_number", "Number of " + name, List.of(), otherwise ? new Literal.OfNumber(-1) : null));
        } else {
            outputs.add(new DecisionTable.Output(
                    name + "_text",
                    "Text of " + name,
                    policy.ranksOutputs() || random.nextBoolean() ? texts("high", "so \"so\", la", "low") : List.of(),
                    otherwise ? new Literal.OfText("low") : null));
            outputs.add(new DecisionTable.Output(
                    name + "_flag", "Flag of " + name, List.of(), otherwise ? new Literal.OfYesNo(false) : null));
        }
        List<DecisionTable.Row> rows = new ArrayList<>();
        int count = random.nextInt(1, 8);
        for (int i = 0; i < count; i++) {
            List<Literal> then = aggregation != null
                    ? List.of(new Literal.OfNumber(random.nextInt(-4, 5) * 0.1))
                    : List.of(pick(texts("high", "so \"so\", la", "low")), new Literal.OfYesNo(random.nextBoolean()));
            rows.add(new DecisionTable.Row(inputs.stream().map(this::cell).toList(), then));
        }
        return new DecisionTable(name, "Table " + name, policy, aggregation, List.copyOf(inputs), outputs, rows);
    }

    private Condition cell(String input) {
        Term term = GeneratedConditions.VOCABULARY.term(input).orElseThrow();
        if (random.nextInt(3) == 0) {
            return Condition.everyone();
        }
        return switch (term.type()) {
            case YES_NO -> Condition.where(input, Operator.EQUALS, random.nextBoolean());
            case TEXT -> {
                List<String> among = term.values().isEmpty() ? List.of("a", "b\"", "c, d") : term.values();
                String one = pick(among);
                String other = pick(among);
                yield one.equals(other)
                        ? Condition.where(input, Operator.EQUALS, one)
                        : Condition.where(input, Operator.ONE_OF, List.of(one, other));
            }
            case NUMBER -> number(input, term.isProbability() ? PROBABILITIES : NUMBERS);
        };
    }

    private Condition number(String input, List<Double> edges) {
        int low = random.nextInt(edges.size());
        int high = random.nextInt(low, edges.size());
        return switch (random.nextInt(5)) {
            case 0 ->
                Condition.where(
                        input,
                        pick(List.of(
                                Operator.EQUALS,
                                Operator.LESS_THAN,
                                Operator.AT_MOST,
                                Operator.GREATER_THAN,
                                Operator.AT_LEAST)),
                        edges.get(low));
            case 1 ->
                Condition.all(
                        Condition.where(input, Operator.GREATER_THAN, edges.get(low)),
                        Condition.where(input, Operator.AT_MOST, edges.get(high)));
            case 2 ->
                Condition.any(
                        Condition.where(input, Operator.LESS_THAN, edges.get(low)),
                        Condition.where(input, Operator.EQUALS, edges.get(high)));
            default -> Condition.between(input, edges.get(low), edges.get(high));
        };
    }

    private static List<Literal> texts(String... texts) {
        return List.of(texts).stream().<Literal>map(Literal.OfText::new).toList();
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
