package cip.plugins.trainer;

import java.util.Arrays;

/** Refuses targets that nothing can be learned from. */
final class Targets {
    private Targets() {}

    static void check(double[] target, Objective objective) {
        if (target.length == 0) {
            throw new IllegalArgumentException("There is no row with a target to learn from.");
        }
        for (int row = 0; row < target.length; row++) {
            double value = target[row];
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("The target of row " + row + " is " + value + ", not a number.");
            }
            if (objective == Objective.TWEEDIE && value < 0) {
                throw new IllegalArgumentException(
                        "The target of row " + row + " is " + value
                                + ", but the objective tweedie expects no negative amount.\nMaybe refunds exceed the purchases.");
            }
            if (objective == Objective.LOGISTIC && value != 0 && value != 1) {
                throw new IllegalArgumentException("The target of row " + row + " is " + value + ", expected 0 or 1.");
            }
        }
        if (Arrays.stream(target).distinct().limit(2).count() < 2) {
            throw new IllegalArgumentException("The target is " + target[0] + " in all " + target.length
                    + " rows, but a model needs rows that differ.\nMaybe the period observed is too short.");
        }
    }
}
