package cip.core.simulate;

import cip.core.decide.Decision;
import cip.core.decide.EngagementRule;
import cip.core.decide.Segment;
import cip.core.decide.Strategy;
import cip.core.rule.Condition;
import cip.core.rule.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A score on one side of a threshold.
 *
 * @param threshold in the score's unit
 */
public record ScoreGoal(String score, Side side, double threshold) {
    /** Where the score is wanted. */
    public enum Side {
        BELOW,
        AT_LEAST
    }

    /** The other side of a threshold than the decided one; empty = the customer has no such score. */
    public static List<ScoreGoal> across(String score, double threshold, Decision decision) {
        return score(score, decision).stream()
                .mapToObj(now -> new ScoreGoal(score, now < threshold ? Side.AT_LEAST : Side.BELOW, threshold))
                .toList();
    }

    /**
     * The thresholds nearest to the decided scores, on either side, that the strategy's own conditions compare them with.
     */
    public static List<ScoreGoal> nearest(Strategy strategy, Decision decision) {
        List<ScoreGoal> goals = new ArrayList<>();
        for (String score :
                strategy.models().stream().map(model -> model.score()).toList()) {
            TreeSet<Double> thresholds = new TreeSet<>();
            conditions(strategy).forEach(condition -> collect(condition, score, thresholds));
            score(score, decision).ifPresent(now -> {
                Double below = thresholds.floor(now);
                Double above = thresholds.higher(now);
                if (below != null) {
                    goals.add(new ScoreGoal(score, Side.BELOW, below));
                }
                if (above != null) {
                    goals.add(new ScoreGoal(score, Side.AT_LEAST, above));
                }
            });
        }
        return goals;
    }

    /** A customer without the score has not reached the goal. */
    public boolean isReachedBy(Decision decision) {
        return score(score, decision).stream().anyMatch(now -> side == Side.BELOW ? now < threshold : now >= threshold);
    }

    private static OptionalDouble score(String name, Decision decision) {
        return decision.scores().stream()
                .filter(score -> score.output().name().equals(name))
                .flatMapToDouble(score -> score.number().stream())
                .findFirst();
    }

    private static Stream<Condition> conditions(Strategy strategy) {
        return Stream.of(
                        strategy.tables().stream().flatMap(table -> table.conditions().stream()),
                        strategy.segments().segments().stream().map(Segment::when),
                        strategy.engagement().stream().flatMap(rule -> Stream.of(EngagementRule.Stage.values())
                                .map(rule::at)))
                .flatMap(conditions -> conditions);
    }

    private static void collect(Condition condition, String score, TreeSet<Double> thresholds) {
        condition.children().forEach(child -> collect(child, score, thresholds));
        if (condition instanceof Condition.Comparison comparison
                && comparison.term().equals(score)) {
            if (comparison.value() instanceof Literal.OfNumber number) {
                thresholds.add(number.value());
            } else if (comparison.value() instanceof Literal.Range range) {
                thresholds.add(range.low());
                thresholds.add(range.high());
            }
        }
    }
}
