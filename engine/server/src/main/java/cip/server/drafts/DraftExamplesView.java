package cip.server.drafts;

import cip.core.decide.ExampleResult;
import cip.core.decide.StrategyProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of its examples a draft meets.
 *
 * @param problems as long as there are some, nothing is decided
 * @param examples in the draft's order; {@code null} = not decided
 */
public record DraftExamplesView(List<StrategyProblem> problems, @Nullable List<DecidedExample> examples) {
    /**
     * @param segment id of the one decided; empty = the customer cannot be read any more
     * @param actions ids of those recommended, by rank
     * @param differences from what is expected, a sentence each; empty = the example is met
     */
    public record DecidedExample(
            String id, boolean met, String segment, List<String> actions, List<String> differences) {
        static DecidedExample of(ExampleResult result) {
            return new DecidedExample(
                    result.example().id(), result.met(), result.segment(), result.actions(), result.differences());
        }
    }
}
