package cip.core.rule;

import org.jspecify.annotations.Nullable;

/** The numbers for which a comparison holds, both ends included, where they lie side by side. */
record NumberRange(double low, double high) {
    /** @return {@code null} = it compares no number, or holds for numbers apart from each other */
    static @Nullable NumberRange of(Condition.Comparison comparison) {
        Literal value = comparison.value();
        if (value instanceof Literal.Range range) {
            return new NumberRange(range.low(), range.high());
        }
        if (value instanceof Literal.OfYesNo yesNo) {
            return of(comparison.operator(), yesNo.value() ? 1 : 0);
        }
        return value instanceof Literal.OfNumber number ? of(comparison.operator(), number.value()) : null;
    }

    private static @Nullable NumberRange of(Operator operator, double value) {
        return switch (operator) {
            case EQUALS -> new NumberRange(value, value);
            case LESS_THAN -> new NumberRange(Double.NEGATIVE_INFINITY, Math.nextDown(value));
            case AT_MOST -> new NumberRange(Double.NEGATIVE_INFINITY, value);
            case GREATER_THAN -> new NumberRange(Math.nextUp(value), Double.POSITIVE_INFINITY);
            case AT_LEAST -> new NumberRange(value, Double.POSITIVE_INFINITY);
            case NOT_EQUALS, BETWEEN, ONE_OF, NOT_ONE_OF, IS_MISSING, IS_PRESENT -> null;
        };
    }
}
