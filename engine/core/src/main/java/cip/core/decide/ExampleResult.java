package cip.core.decide;

import java.util.List;

/**
 * What a strategy decides for one of its examples.
 *
 * @param segment id of the one decided; empty = the customer cannot be read any more
 * @param actions ids of those recommended, by rank
 * @param differences from what is expected, a sentence each; empty = the example is met
 */
public record ExampleResult(Example example, String segment, List<String> actions, List<String> differences) {
    public ExampleResult {
        actions = List.copyOf(actions);
        differences = List.copyOf(differences);
    }

    public boolean met() {
        return differences.isEmpty();
    }
}
