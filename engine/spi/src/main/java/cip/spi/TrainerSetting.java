package cip.spi;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A setting of a trainer that may be changed for one training.
 *
 * @param byDefault what holds when a recipe does not name it
 * @param lowest of a number; NaN = it is none
 * @param highest of a number; NaN = it is none
 * @param choices of a choice; empty = it is none
 * @param description what it does, one sentence
 */
public record TrainerSetting(
        String name,
        Kind kind,
        String byDefault,
        double lowest,
        double highest,
        List<String> choices,
        String description) {
    /** What its text has to be. */
    public enum Kind {
        /** A whole number from lowest to highest. */
        WHOLE_NUMBER,
        /** A number from lowest to highest. */
        NUMBER,
        /** {@code true} or {@code false}. */
        YES_NO,
        /** One of the choices. */
        CHOICE,
        /** Names of candidate features with commas between; may be empty. */
        FEATURES
    }

    public TrainerSetting {
        choices = List.copyOf(choices);
    }

    public static TrainerSetting wholeNumber(String name, int byDefault, int lowest, int highest, String description) {
        return new TrainerSetting(
                name, Kind.WHOLE_NUMBER, Integer.toString(byDefault), lowest, highest, List.of(), description);
    }

    public static TrainerSetting number(
            String name, double byDefault, double lowest, double highest, String description) {
        String text = byDefault == Math.rint(byDefault) ? Long.toString((long) byDefault) : Double.toString(byDefault);
        return new TrainerSetting(name, Kind.NUMBER, text, lowest, highest, List.of(), description);
    }

    public static TrainerSetting yesNo(String name, boolean byDefault, String description) {
        return plain(name, Kind.YES_NO, Boolean.toString(byDefault), List.of("true", "false"), description);
    }

    public static TrainerSetting choice(String name, String byDefault, List<String> choices, String description) {
        return plain(name, Kind.CHOICE, byDefault, choices, description);
    }

    public static TrainerSetting features(String name, String description) {
        return plain(name, Kind.FEATURES, "", List.of(), description);
    }

    private static TrainerSetting plain(
            String name, Kind kind, String byDefault, List<String> choices, String description) {
        return new TrainerSetting(name, kind, byDefault, Double.NaN, Double.NaN, choices, description);
    }

    /**
     * What is wrong with a value, one sentence.
     *
     * @param features the candidates of the training
     * @return empty = nothing is
     */
    public Optional<String> problem(String value, List<String> features) {
        return switch (kind) {
            case WHOLE_NUMBER -> value.matches("-?\\d{1,9}") ? outside(value) : expected(value, "a whole number");
            case NUMBER -> isNumber(value) ? outside(value) : expected(value, "a number");
            case YES_NO, CHOICE ->
                choices.contains(value) ? Optional.empty() : expected(value, "one of " + String.join(", ", choices));
            case FEATURES ->
                names(value).stream()
                        .filter(one -> !features.contains(one))
                        .findFirst()
                        .flatMap(one -> expected(one, "names of candidate features"));
        };
    }

    private Optional<String> outside(String value) {
        double number = Double.parseDouble(value);
        return number >= lowest && number <= highest
                ? Optional.empty()
                : expected(value, text(lowest) + " to " + text(highest));
    }

    private Optional<String> expected(String value, String what) {
        return Optional.of("The setting " + name + " is " + shortened(value) + ", expected " + what + ".");
    }

    private static String shortened(String value) {
        return value.isEmpty() ? "empty" : value.length() <= 40 ? value : value.substring(0, 40) + "…";
    }

    private static String text(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private static boolean isNumber(String value) {
        return value.length() <= 30 && value.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d{1,2})?");
    }

    private static List<String> names(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }
}
