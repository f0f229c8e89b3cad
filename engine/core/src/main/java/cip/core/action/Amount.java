package cip.core.action;

import java.util.List;
import java.util.function.ToDoubleFunction;

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
        return Double.isNaN(product) ? constant : constant + product;
    }
}
