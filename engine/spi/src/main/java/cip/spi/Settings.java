package cip.spi;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The settings of one plugin as written in config.yml, after environment variables were put in. */
public record Settings(Map<String, String> values) {
    public Settings {
        values = Map.copyOf(values);
    }

    public static Settings none() {
        return new Settings(Map.of());
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** @throws IllegalArgumentException when the setting is absent */
    public String required(String name) {
        return text(name).orElseThrow(() -> new IllegalArgumentException("The setting " + name + " is missing."));
    }

    /** @throws IllegalArgumentException when the setting is not a whole number */
    public int wholeNumber(String name, int byDefault) {
        String value = values.get(name);
        if (value == null) {
            return byDefault;
        }
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The setting " + name + " is " + value + ", not a whole number.", e);
        }
    }

    /** @throws IllegalArgumentException when the setting is not a finite number */
    public double number(String name, double byDefault) {
        String value = values.get(name);
        if (value == null) {
            return byDefault;
        }
        try {
            double number = Double.parseDouble(value);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The setting " + name + " is " + value + ", not a number.", e);
        }
        throw new IllegalArgumentException("The setting " + name + " is " + value + ", not a finite number.");
    }

    /** The names only: a value may be a secret. */
    @Override
    public String toString() {
        return "Settings" + new TreeSet<>(values.keySet());
    }
}
