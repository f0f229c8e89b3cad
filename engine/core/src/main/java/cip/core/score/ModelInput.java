package cip.core.score;

import cip.spi.FeatureInput;
import java.util.List;

/**
 * A feature that a PMML model reads, and what the model allows in it.
 *
 * @param values the categories the model knows; empty = it names none
 * @param minimum smallest number allowed; negative infinity = no limit
 * @param maximum largest number allowed; infinity = no limit
 * @param replacesMissing whether the model itself puts a value in when it is missing
 */
public record ModelInput(
        FeatureInput feature, List<String> values, double minimum, double maximum, boolean replacesMissing) {
    public ModelInput {
        values = List.copyOf(values);
    }

    public String name() {
        return feature.name();
    }
}
