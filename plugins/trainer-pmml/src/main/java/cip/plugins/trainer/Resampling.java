package cip.plugins.trainer;

import java.util.Arrays;
import java.util.Locale;

/** What is done about a rare class before learning. Nothing is the default: see docs/guides/models.md. */
enum Resampling {
    NONE,
    /** Both classes weigh the same in total. */
    WEIGHTS,
    /** Rows of the rare class are made up between neighbours until there are as many as of the other. */
    SMOTE;

    static Resampling of(String name) {
        return switch (name) {
            case "none" -> NONE;
            case "weights" -> WEIGHTS;
            case "smote" -> SMOTE;
            default ->
                throw new IllegalArgumentException(
                        "The setting resampling is " + name + ", expected none, weights or smote.");
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The method after resampling of whatever rows it is given; rows it is asked about are never made up. */
    Method.Learner learner(Method method, LearningRows rows, long seed) {
        return switch (this) {
            case NONE -> method.over(rows.features(), rows.target(), ones(rows.count()));
            case WEIGHTS ->
                (chosen, steps) -> method.over(rows.features(), rows.target(), balanced(rows.target(), chosen))
                        .fit(chosen, steps);
            case SMOTE -> (chosen, steps) -> Smote.of(rows, chosen, seed).fit(method, steps);
        };
    }

    static double[] ones(int rows) {
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] balanced(double[] target, int[] chosen) {
        double ones = Arrays.stream(chosen).mapToDouble(row -> target[row]).sum();
        double ofOne = ones == 0 ? 1 : chosen.length / (2 * ones);
        double ofZero = ones == chosen.length ? 1 : chosen.length / (2 * (chosen.length - ones));
        return Arrays.stream(target).map(value -> value == 1 ? ofOne : ofZero).toArray();
    }
}
