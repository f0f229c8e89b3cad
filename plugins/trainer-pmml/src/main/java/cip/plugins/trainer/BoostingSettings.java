package cip.plugins.trainer;

import cip.spi.ScoreOutput;
import cip.spi.Settings;
import cip.spi.TrainingOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How trees are boosted and measured.
 *
 * @param depth of a tree, 1..8
 * @param l2 penalty on the leaves
 * @param tweediePower between 1 (Poisson) and 2 (gamma)
 * @param increasing features that may only raise the score
 * @param decreasing features that may only lower the score
 * @param repeats how often the customers are dealt into folds anew
 * @param threshold from which score on a customer counts as a 1; 0 = where F1 is best
 */
record BoostingSettings(
        Objective objective,
        int trees,
        int depth,
        double learningRate,
        double l2,
        double minimumLeafWeight,
        double tweediePower,
        List<String> increasing,
        List<String> decreasing,
        int folds,
        int repeats,
        double threshold) {
    private static final Set<String> NAMES = new TreeSet<>(Set.of(
            "objective",
            "trees",
            "depth",
            "learningRate",
            "l2",
            "minimumLeafWeight",
            "tweediePower",
            "increasing",
            "decreasing",
            "folds",
            "repeats",
            "threshold"));

    BoostingSettings {
        increasing = List.copyOf(increasing);
        decreasing = List.copyOf(decreasing);
    }

    static BoostingSettings of(TrainingOptions options) {
        Settings settings = options.settings();
        refuseUnknown(settings, NAMES);
        return new BoostingSettings(
                objective(options),
                between(settings, "trees", 80, 1, 2000),
                between(settings, "depth", 3, 1, 8),
                fraction(settings, "learningRate", 0.1, 0.001, 1),
                fraction(settings, "l2", 1, 0, 1e6),
                fraction(settings, "minimumLeafWeight", 1, 0, 1e6),
                fraction(settings, "tweediePower", 1.5, 1.001, 1.999),
                names(settings, "increasing"),
                names(settings, "decreasing"),
                between(settings, "folds", 5, 2, 20),
                between(settings, "repeats", 2, 1, 20),
                fraction(settings, "threshold", 0.0, 0.0, 1.0));
    }

    Map<String, String> asText() {
        Map<String, String> text = new TreeMap<>();
        text.put("objective", objective.name().toLowerCase(Locale.ROOT));
        text.put("trees", Integer.toString(trees));
        text.put("depth", Integer.toString(depth));
        text.put("learningRate", Double.toString(learningRate));
        text.put("l2", Double.toString(l2));
        text.put("minimumLeafWeight", Double.toString(minimumLeafWeight));
        if (objective == Objective.TWEEDIE) {
            text.put("tweediePower", Double.toString(tweediePower));
        }
        text.put("increasing", String.join(",", increasing));
        text.put("decreasing", String.join(",", decreasing));
        text.put("folds", Integer.toString(folds));
        text.put("repeats", Integer.toString(repeats));
        return text;
    }

    static void refuseUnknown(Settings settings, Set<String> known) {
        for (String name : new TreeSet<>(settings.values().keySet())) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "The setting " + name + " is unknown, expected " + String.join(", ", known) + ".");
            }
        }
    }

    static int between(Settings settings, String name, int byDefault, int lowest, int highest) {
        int value = settings.wholeNumber(name, byDefault);
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(
                    "The setting " + name + " is " + value + ", expected " + lowest + " to " + highest + ".");
        }
        return value;
    }

    static List<String> names(Settings settings, String name) {
        return settings.text(name).filter(text -> !text.isBlank()).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .toList();
    }

    private static double fraction(Settings settings, String name, double byDefault, double lowest, double highest) {
        double value = settings.number(name, byDefault);
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(
                    "The setting " + name + " is " + value + ", expected " + lowest + " to " + highest + ".");
        }
        return value;
    }

    private static Objective objective(TrainingOptions options) {
        boolean probability = options.output().kind() == ScoreOutput.Kind.PROBABILITY;
        String name = options.settings().text("objective").orElse(probability ? "logistic" : "squared");
        Objective objective =
                switch (name) {
                    case "squared" -> Objective.SQUARED;
                    case "tweedie" -> Objective.TWEEDIE;
                    case "logistic" -> Objective.LOGISTIC;
                    default ->
                        throw new IllegalArgumentException(
                                "The setting objective is " + name + ", expected squared, tweedie or logistic.");
                };
        if (options.output().kind() == ScoreOutput.Kind.CLUSTER || probability != (objective == Objective.LOGISTIC)) {
            throw new IllegalArgumentException("The objective " + name + " does not make a score of kind "
                    + options.output().kind() + " (" + options.output().name() + ").");
        }
        return objective;
    }
}
