package cip.core.action;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A number that may grow with scores: constant + coefficient × the product of the terms. Without terms it is the constant
 * alone.
 *
 * @param terms names of numeric terms, e.g. {@code clv}
 */
public record Amount(double constant, double coefficient, List<String> terms) {
    public Amount {
        if (!Double.isFinite(constant) || !Double.isFinite(coefficient)) {
            throw new IllegalArgumentException("An amount must be made of finite numbers.");
        }
        terms = List.copyOf(terms);
    }

    public static Amount of(double constant) {
        return new Amount(constant, 0, List.of());
    }

    /** @param term gives a term's value, NaN = missing; one missing term leaves the constant alone */
    public double in(ToDoubleFunction<String> term) {
        if (terms.isEmpty()) {
            return constant;
        }
        double product = coefficient;
        for (String name : terms) {
            product *= term.applyAsDouble(name);
        }
        return grown(product);
    }

    private double grown(double product) {
        return Double.isNaN(product) ? constant : constant + product;
    }

    /**
     * The same amount for one row after another.
     *
     * @param columns the values of {@link #terms}, in their order
     */
    public double in(double[][] columns, int row) {
        if (columns.length == 0) {
            return constant;
        }
        double product = coefficient;
        for (double[] column : columns) {
            product *= column[row];
        }
        return grown(product);
    }

    /**
     * For example {@code 12 + 0.25 × lifetime value × churn risk}.
     *
     * @param label of a term, as it stands in mid-sentence
     */
    public String words(UnaryOperator<String> label) {
        String fixed = number(constant);
        if (terms.isEmpty()) {
            return fixed;
        }
        String product = terms.stream().map(label).collect(Collectors.joining(" × "));
        String grown = number(coefficient) + " × " + product;
        return constant == 0 ? grown : fixed + " + " + grown;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
