package cip.core.score;

import java.util.List;
import java.util.stream.Stream;

/**
 * The fields of a model, in the order of its file.
 *
 * @param inputs what it reads
 * @param targets what it predicts; a clustering has one without a name
 * @param outputs what it puts out beside
 */
public record ModelSchema(List<ModelField> inputs, List<ModelField> targets, List<ModelField> outputs) {
    public ModelSchema {
        inputs = List.copyOf(inputs);
        targets = List.copyOf(targets);
        outputs = List.copyOf(outputs);
    }

    /** Names of all that a row is answered with, targets first. */
    public List<String> results() {
        return Stream.concat(targets.stream(), outputs.stream())
                .map(ModelField::id)
                .toList();
    }
}
