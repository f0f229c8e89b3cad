package cip.core.arbitrate;

import cip.core.action.Action;
import cip.core.action.Amount;
import java.util.function.Function;

/**
 * What one action is worth for many customers whose terms are columns: for each the expected value that
 * {@link Arbitration#weigh} gives.
 */
public final class ColumnWorth {
    private final Action action;
    private final double contextWeight;
    private final double[][] propensity;
    private final double[][] value;

    /** @param column gives the values of a numeric term, row by row, NaN = missing */
    public ColumnWorth(Action action, double contextWeight, Function<String, double[]> column) {
        this.action = action;
        this.contextWeight = contextWeight;
        this.propensity = columns(action.propensity(), column);
        this.value = columns(action.value(), column);
    }

    private static double[][] columns(Amount amount, Function<String, double[]> column) {
        return amount.terms().stream().map(column).toArray(double[][]::new);
    }

    /** Whether every customer is worth the same. */
    public boolean isConstant() {
        return propensity.length == 0 && value.length == 0;
    }

    public double expectedValue(int row) {
        return Factors.expectedValue(
                Factors.probability(action.propensity().in(propensity, row)),
                contextWeight,
                action.value().in(value, row),
                action.lever(),
                action.cost());
    }
}
