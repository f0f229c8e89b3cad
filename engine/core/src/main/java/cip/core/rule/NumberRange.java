package cip.core.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** Numbers side by side for which a comparison holds, both ends included. A missing number, NaN, lies in no range. */
record NumberRange(double low, double high) {
    /** Every number. */
    static final NumberRange ALL = new NumberRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** @return {@code null} = it compares no number, or holds for numbers apart from each other */
    static @Nullable NumberRange of(Condition.Comparison comparison) {
        List<NumberRange> ranges = all(comparison.operator(), comparison.value());
        return ranges.size() == 1 ? ranges.get(0) : null;
    }

    /** The ranges, from the lowest, in which the numbers lie for which a comparison holds; none = it compares no number. */
    static List<NumberRange> all(Operator operator, Literal value) {
        if (value instanceof Literal.Range range) {
            return List.of(new NumberRange(range.low(), range.high()));
        }
        if (value instanceof Literal.OfYesNo yesNo) {
            return all(operator, yesNo.value() ? 1 : 0);
        }
        if (value instanceof Literal.OfNumber number) {
            return all(operator, number.value());
        }
        return value instanceof Literal.OfNumbers list
                ? all(operator, list.values().stream().mapToDouble(Double::doubleValue))
                : List.of();
    }

    private static List<NumberRange> all(Operator operator, double value) {
        return switch (operator) {
            case LESS_THAN -> List.of(new NumberRange(ALL.low, Math.nextDown(value)));
            case AT_MOST -> List.of(new NumberRange(ALL.low, value));
            case GREATER_THAN -> List.of(new NumberRange(Math.nextUp(value), ALL.high));
            case AT_LEAST -> List.of(new NumberRange(value, ALL.high));
            default -> all(operator, DoubleStream.of(value));
        };
    }

    private static List<NumberRange> all(Operator operator, DoubleStream values) {
        double[] points = values.sorted().distinct().toArray();
        return switch (operator) {
            case EQUALS, ONE_OF ->
                DoubleStream.of(points)
                        .mapToObj(point -> new NumberRange(point, point))
                        .toList();
            case NOT_EQUALS, NOT_ONE_OF -> between(points);
            default -> List.of();
        };
    }

    /** What the points leave of all numbers. */
    private static List<NumberRange> between(double[] points) {
        List<NumberRange> ranges = new ArrayList<>();
        double low = ALL.low;
        for (double point : points) {
            if (low < point) {
                ranges.add(new NumberRange(low, Math.nextDown(point)));
            }
            low = Math.nextUp(point);
        }
        ranges.add(new NumberRange(low, ALL.high));
        return ranges;
    }
}
