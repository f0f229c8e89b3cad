package cip.core.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Makes the column tests of a condition. Every comparison of numbers is one closed range or the absence of it: "below x"
 * is everything up to the largest double smaller than x. A NaN lies in no range, so a missing number never holds.
 */
final class ColumnTests implements Condition.Visitor<ColumnTest> {
    private final TermColumns columns;
    private final TermLayout layout;

    private ColumnTests(TermColumns columns, TermLayout layout) {
        this.columns = columns;
        this.layout = layout;
    }

    static ColumnTest of(Condition condition, TermColumns columns, TermLayout layout) {
        return condition.accept(new ColumnTests(columns, layout));
    }

    @Override
    public ColumnTest all(Condition.All group) {
        ColumnTest[] tests = tests(group.children());
        return (block, scratch, depth) -> {
            long[] out = scratch[depth];
            block.fill(out);
            for (int t = 0; t < tests.length && !Block.isEmpty(out); t++) {
                tests[t].mark(block, scratch, depth + 1);
                long[] inside = scratch[depth + 1];
                for (int i = 0; i < Block.WORDS; i++) {
                    out[i] &= inside[i];
                }
            }
        };
    }

    @Override
    public ColumnTest any(Condition.Any group) {
        ColumnTest[] tests = tests(group.children());
        return (block, scratch, depth) -> {
            long[] out = scratch[depth];
            Arrays.fill(out, 0);
            for (int t = 0; t < tests.length && !block.isFull(out); t++) {
                tests[t].mark(block, scratch, depth + 1);
                long[] inside = scratch[depth + 1];
                for (int i = 0; i < Block.WORDS; i++) {
                    out[i] |= inside[i];
                }
            }
        };
    }

    @Override
    public ColumnTest not(Condition.Not negation) {
        ColumnTest test = negation.condition().accept(this);
        return inverted(test);
    }

    @Override
    public ColumnTest guardrail(Condition.Guardrail guardrail) {
        long[] held = columns.guardrail(layout.guardrail(guardrail.name())).toLongArray();
        return (block, scratch, depth) -> {
            int word = block.from() / Long.SIZE;
            int available = Math.max(0, Math.min(Block.WORDS, held.length - word));
            Arrays.fill(scratch[depth], 0);
            System.arraycopy(held, Math.min(word, held.length), scratch[depth], 0, available);
        };
    }

    @Override
    public ColumnTest comparison(Condition.Comparison comparison) {
        int position = layout.term(comparison.term());
        Operator operator = comparison.operator();
        Literal value = comparison.value();
        if (operator == Operator.IS_PRESENT) {
            return present(position);
        }
        if (operator == Operator.IS_MISSING) {
            return inverted(present(position));
        }
        boolean wanted = operator != Operator.NOT_EQUALS && operator != Operator.NOT_ONE_OF;
        if (value instanceof Literal.OfText text) {
            return new TextColumnTest(columns.texts(position), Set.of(text.value()), wanted);
        }
        if (value instanceof Literal.OfTexts texts) {
            return new TextColumnTest(columns.texts(position), Set.copyOf(texts.values()), wanted);
        }
        double[] numbers = columns.numbers(position);
        if (value instanceof Literal.OfNumbers list) {
            double[] values =
                    list.values().stream().mapToDouble(Double::doubleValue).toArray();
            return new NumberListTest(numbers, values, wanted);
        }
        NumberRangeTest range = range(numbers, operator, value);
        return wanted ? range : new NumberListTest(numbers, new double[] {range.low()}, false);
    }

    private static NumberRangeTest range(double[] numbers, Operator operator, Literal value) {
        if (value instanceof Literal.Range range) {
            return new NumberRangeTest(numbers, range.low(), range.high());
        }
        double x = value instanceof Literal.OfYesNo yesNo ? yesNo.value() ? 1 : 0 : ((Literal.OfNumber) value).value();
        return switch (operator) {
            case LESS_THAN -> new NumberRangeTest(numbers, Double.NEGATIVE_INFINITY, Math.nextDown(x));
            case AT_MOST -> new NumberRangeTest(numbers, Double.NEGATIVE_INFINITY, x);
            case GREATER_THAN -> new NumberRangeTest(numbers, Math.nextUp(x), Double.POSITIVE_INFINITY);
            case AT_LEAST -> new NumberRangeTest(numbers, x, Double.POSITIVE_INFINITY);
            default -> new NumberRangeTest(numbers, x, x);
        };
    }

    private ColumnTest present(int position) {
        return columns.isText(position)
                ? new TextColumnTest(columns.texts(position), Set.of(), false)
                : new NumberRangeTest(columns.numbers(position), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    private static ColumnTest inverted(ColumnTest test) {
        return (block, scratch, depth) -> {
            test.mark(block, scratch, depth);
            block.invert(scratch[depth]);
        };
    }

    private ColumnTest[] tests(List<Condition> conditions) {
        return conditions.stream().map(condition -> condition.accept(this)).toArray(ColumnTest[]::new);
    }
}
