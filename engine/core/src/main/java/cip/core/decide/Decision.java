package cip.core.decide;

import cip.core.customer.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was recommended to one customer, and why.
 *
 * @param modelHashes by score name
 * @param outcomes one for every action of the catalogue: first the recommended ones by rank, then the others as declared
 * @param reasons how every rule came out; {@code null} when the decision was made without reasons
 */
public record Decision(
        CustomerId customer,
        Instant asOf,
        StrategyHash strategy,
        Map<String, String> modelHashes,
        List<Score> scores,
        Segment segment,
        List<Outcome> outcomes,
        @Nullable Reasons reasons) {
    public Decision {
        modelHashes = Map.copyOf(modelHashes);
        scores = List.copyOf(scores);
        outcomes = List.copyOf(outcomes);
    }

    public Optional<Reasons> why() {
        return Optional.ofNullable(reasons);
    }

    /** The same decision as it is logged: the result alone, from which reasons follow again. */
    public Decision withoutReasons() {
        if (reasons == null) {
            return this;
        }
        List<Outcome> bare = outcomes.stream().map(Outcome::withoutReasons).toList();
        return new Decision(customer, asOf, strategy, modelHashes, scores, segment, bare, null);
    }

    Decision with(List<Score> others) {
        return new Decision(customer, asOf, strategy, modelHashes, others, segment, outcomes, reasons);
    }

    public List<Outcome.Recommended> recommended() {
        return outcomes.stream()
                .filter(Outcome.Recommended.class::isInstance)
                .map(Outcome.Recommended.class::cast)
                .toList();
    }

    public List<Outcome.NotRecommended> notRecommended() {
        return outcomes.stream()
                .filter(Outcome.NotRecommended.class::isInstance)
                .map(Outcome.NotRecommended.class::cast)
                .toList();
    }

    /**
     * How every table, every segment and every action's engagement rule came out, in the order of the strategy, and what made
     * the scores.
     *
     * @param scores those whose model can be explained and that have a value
     */
    public record Reasons(
            List<TableTrace> tables, List<RuleTrace> segments, List<RuleTrace> actions, List<ScoreExplanation> scores) {
        public Reasons {
            tables = List.copyOf(tables);
            scores = List.copyOf(scores);
            segments = List.copyOf(segments);
            actions = List.copyOf(actions);
        }
    }
}
