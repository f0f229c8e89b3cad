package cip.core.rule;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the column tests of conditions. Every comparison of numbers asks whether they lie in any of some closed ranges:
 * "below x" is everything up to the largest double smaller than x.
 */
final class ColumnTests implements Condition.Visitor<ColumnTest> {
    private final TermColumns columns;
    private final TermLayout layout;
    /** By position of the term. */
    private final Map<Integer, NumberBounds> bounds = new HashMap<>();

    ColumnTests(TermColumns columns, TermLayout layout) {
        this.columns = columns;
        this.layout = layout;
    }

    /** Make the tests of all conditions before the first of them marks a block. */
    ColumnTest of(Condition condition) {
        return condition.accept(this);
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
        return inAny(position, NumberRange.all(operator, value));
    }

    private ColumnTest inAny(int position, List<NumberRange> wanted) {
        NumberBounds numbers = bounds.computeIfAbsent(position, unknown -> new NumberBounds(columns.numbers(position)));
        NumberBounds.Range[] ranges = wanted.stream().map(numbers::range).toArray(NumberBounds.Range[]::new);
        return (block, scratch, depth) -> {
            long[] out = scratch[depth];
            Arrays.fill(out, 0);
            for (NumberBounds.Range range : ranges) {
                range.add(block, out);
            }
        };
    }

    private ColumnTest present(int position) {
        return columns.isText(position)
                ? new TextColumnTest(columns.texts(position), Set.of(), false)
                : inAny(position, List.of(NumberRange.ALL));
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
