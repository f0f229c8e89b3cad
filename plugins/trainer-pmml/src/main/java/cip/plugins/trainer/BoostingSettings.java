package cip.plugins.trainer;

import cip.spi.ScoreOutput;
import cip.spi.Settings;
import cip.spi.TrainerSetting;
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
 * @param l1 penalty that drives leaves to 0
 * @param l2 penalty on large leaves
 * @param tweediePower between 1 (Poisson) and 2 (gamma)
 * @param increasing features that may only raise the score
 * @param decreasing features that may only lower the score
 */
record BoostingSettings(
        Objective objective,
        int trees,
        int depth,
        double learningRate,
        double l1,
        double l2,
        double minimumLeafWeight,
        double tweediePower,
        List<String> increasing,
        List<String> decreasing) {
    private static final Set<String> NAMES = new TreeSet<>(Set.of(
            "objective",
            "trees",
            "depth",
            "learningRate",
            "l1",
            "l2",
            "minimumLeafWeight",
            "tweediePower",
            "increasing",
            "decreasing"));

    BoostingSettings {
        increasing = List.copyOf(increasing);
        decreasing = List.copyOf(decreasing);
    }

    static BoostingSettings of(TrainingOptions options) {
        Settings settings = options.settings();
        refuseUnknown(settings, NAMES, ProtocolSettings.NAMES);
        return new BoostingSettings(
                objective(options),
                whole(settings, Adjustable.TREES),
                whole(settings, Adjustable.DEPTH),
                fraction(settings, Adjustable.LEARNING_RATE),
                fraction(settings, Adjustable.TREE_L1),
                fraction(settings, Adjustable.TREE_L2),
                fraction(settings, Adjustable.LEAF),
                fraction(settings, Adjustable.TWEEDIE_POWER),
                names(settings, "increasing"),
                names(settings, "decreasing"));
    }

    /** @throws IllegalArgumentException when a feature may neither raise nor lower the score */
    void checkDirections() {
        for (String name : increasing) {
            if (decreasing.contains(name)) {
                throw new IllegalArgumentException(
                        "The feature " + name + " is both in increasing and in decreasing, expected in one of them.");
            }
        }
    }

    /** One tree for a probability that follows its rows as closely as its depth allows. */
    static BoostingSettings singleTree(int depth) {
        return new BoostingSettings(Objective.LOGISTIC, 1, depth, 1, 0, 0, 0, 1.5, List.of(), List.of());
    }

    /** Settings that do well without looking, to compare other methods with. */
    static BoostingSettings usual(Objective objective) {
        return new BoostingSettings(objective, 100, 3, 0.08, 0, 2, 5, 1.5, List.of(), List.of());
    }

    BoostingSettings withStrengths(double newL1, double newL2) {
        return with(depth, newL1, newL2, increasing, decreasing);
    }

    BoostingSettings tuned(int newDepth, double newL2) {
        return with(newDepth, l1, newL2, increasing, decreasing);
    }

    BoostingSettings unconstrained() {
        return with(depth, l1, l2, List.of(), List.of());
    }

    private BoostingSettings with(
            int newDepth, double newL1, double newL2, List<String> newIncreasing, List<String> newDecreasing) {
        return new BoostingSettings(
                objective,
                trees,
                newDepth,
                learningRate,
                newL1,
                newL2,
                minimumLeafWeight,
                tweediePower,
                newIncreasing,
                newDecreasing);
    }

    Map<String, String> asText() {
        Map<String, String> text = new TreeMap<>();
        text.put("objective", objective.name().toLowerCase(Locale.ROOT));
        text.put("trees", Integer.toString(trees));
        text.put("depth", Integer.toString(depth));
        text.put("learningRate", Double.toString(learningRate));
        text.put("l1", Double.toString(l1));
        text.put("l2", Double.toString(l2));
        text.put("minimumLeafWeight", Double.toString(minimumLeafWeight));
        if (objective == Objective.TWEEDIE) {
            text.put("tweediePower", Double.toString(tweediePower));
        }
        text.put("increasing", String.join(",", increasing));
        text.put("decreasing", String.join(",", decreasing));
        return text;
    }

    @SafeVarargs
    static void refuseUnknown(Settings settings, Set<String>... known) {
        Set<String> all = new TreeSet<>();
        for (Set<String> names : known) {
            all.addAll(names);
        }
        for (String name : new TreeSet<>(settings.values().keySet())) {
            if (!all.contains(name)) {
                throw new IllegalArgumentException(
                        "The setting " + name + " is unknown, expected " + String.join(", ", all) + ".");
            }
        }
    }

    static int whole(Settings settings, TrainerSetting setting) {
        return between(settings, setting.name(), Integer.parseInt(setting.byDefault()), (int) setting.lowest(), (int)
                setting.highest());
    }

    static double fraction(Settings settings, TrainerSetting setting) {
        return fraction(
                settings, setting.name(), Double.parseDouble(setting.byDefault()), setting.lowest(), setting.highest());
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

    static double fraction(Settings settings, String name, double byDefault, double lowest, double highest) {
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
