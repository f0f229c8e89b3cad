package cip.core.rule;

import java.util.List;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;

/**
 * Makes the test of a condition for one row: the meaning of every operator in plain words of Java. Drools runs these
 * tests, single customers are decided by them; {@link ConditionColumns} has its own and is held to the same answers.
 */
final class RowTests implements Condition.Visitor<RowTest> {
    private final TermLayout layout;

    private RowTests(TermLayout layout) {
        this.layout = layout;
    }

    static RowTest of(Condition condition, TermLayout layout) {
        return condition.accept(new RowTests(layout));
    }

    @Override
    public RowTest all(Condition.All group) {
        RowTest[] tests = tests(group.children());
        return (columns, row) -> {
            for (RowTest test : tests) {
                if (!test.holds(columns, row)) {
                    return false;
                }
            }
            return true;
        };
    }

    @Override
    public RowTest any(Condition.Any group) {
        RowTest[] tests = tests(group.children());
        return (columns, row) -> {
            for (RowTest test : tests) {
                if (test.holds(columns, row)) {
                    return true;
                }
            }
            return false;
        };
    }

    @Override
    public RowTest not(Condition.Not negation) {
        RowTest test = negation.condition().accept(this);
        return (columns, row) -> !test.holds(columns, row);
    }

    @Override
    public RowTest guardrail(Condition.Guardrail guardrail) {
        int position = layout.guardrail(guardrail.name());
        return (columns, row) -> columns.guardrail(position).get(row);
    }

    @Override
    public RowTest comparison(Condition.Comparison comparison) {
        int position = layout.term(comparison.term());
        Operator operator = comparison.operator();
        Literal value = comparison.value();
        if (operator == Operator.IS_MISSING) {
            return (columns, row) -> columns.isMissing(position, row);
        }
        if (operator == Operator.IS_PRESENT) {
            return (columns, row) -> !columns.isMissing(position, row);
        }
        if (value instanceof Literal.OfNumber number) {
            return number(position, against(operator, number.value()));
        }
        if (value instanceof Literal.OfYesNo yesNo) {
            return number(position, against(operator, yesNo.value() ? 1 : 0));
        }
        if (value instanceof Literal.Range range) {
            return number(position, number -> range.low() <= number && number <= range.high());
        }
        boolean wanted = operator == Operator.EQUALS || operator == Operator.ONE_OF;
        if (value instanceof Literal.OfNumbers numbers) {
            Set<Double> set = Set.copyOf(numbers.values());
            return number(position, number -> set.contains(number + 0.0) == wanted);
        }
        Set<String> set = value instanceof Literal.OfTexts texts
                ? Set.copyOf(texts.values())
                : Set.of(((Literal.OfText) value).value());
        return text(position, text -> set.contains(text) == wanted);
    }

    private static DoublePredicate against(Operator operator, double value) {
        return switch (operator) {
            case EQUALS -> number -> number == value;
            case NOT_EQUALS -> number -> number != value;
            case LESS_THAN -> number -> number < value;
            case AT_MOST -> number -> number <= value;
            case GREATER_THAN -> number -> number > value;
            case AT_LEAST -> number -> number >= value;
            case BETWEEN, ONE_OF, NOT_ONE_OF, IS_MISSING, IS_PRESENT ->
                throw new IllegalStateException(operator + " compares with no single number");
        };
    }

    private static RowTest number(int position, DoublePredicate present) {
        return (columns, row) -> {
            double number = columns.numbers(position)[row];
            return !Double.isNaN(number) && present.test(number);
        };
    }

    private static RowTest text(int position, Predicate<String> present) {
        return (columns, row) -> {
            String text = columns.texts(position)[row];
            return text != null && present.test(text);
        };
    }

    private RowTest[] tests(List<Condition> conditions) {
        return conditions.stream().map(condition -> condition.accept(this)).toArray(RowTest[]::new);
    }
}
