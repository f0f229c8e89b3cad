package cip.core.simulate;

import cip.core.decide.EngagementRule;
import cip.core.decide.Segment;
import cip.core.decide.SegmentRules;
import cip.core.decide.Strategy;
import cip.core.rule.Condition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where in a strategy a condition stands, as problems name it: {@code segments/at_risk/when/all/1},
 * {@code engagement/win_back/suitability/any/0}.
 *
 * @param part {@code segments} or {@code engagement}
 * @param id of the segment or the action
 * @param stage {@code when}, or a stage of an engagement rule in small letters
 * @param path within the condition
 */
public record RulePlace(String part, String id, String stage, List<String> path) {
    public RulePlace {
        path = List.copyOf(path);
    }

    /** Empty = it names no condition of a segment or an engagement rule. */
    public static Optional<RulePlace> parse(String place) {
        List<String> parts = Arrays.asList(place.split("/"));
        boolean segment = parts.size() >= 3
                && parts.get(0).equals("segments")
                && parts.get(2).equals("when");
        boolean rule = parts.size() >= 3
                && parts.get(0).equals("engagement")
                && Arrays.stream(EngagementRule.Stage.values())
                        .anyMatch(stage -> name(stage).equals(parts.get(2)));
        return segment || rule
                ? Optional.of(new RulePlace(parts.get(0), parts.get(1), parts.get(2), parts.subList(3, parts.size())))
                : Optional.empty();
    }

    private static String name(EngagementRule.Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }

    public boolean isSegment() {
        return part.equals("segments");
    }

    /** The condition that stands there; empty = none does. */
    public Optional<Condition> condition(Strategy strategy) {
        Optional<Condition> found = whole(strategy);
        for (int i = 0; i < path.size() && found.isPresent(); i++) {
            Condition condition = found.get();
            String step = path.get(i);
            if (condition instanceof Condition.Not not && step.equals("not")) {
                found = Optional.of(not.condition());
            } else if (i + 1 < path.size()
                    && (condition instanceof Condition.All && step.equals("all")
                            || condition instanceof Condition.Any && step.equals("any"))) {
                found = child(condition, path.get(++i));
            } else {
                found = Optional.empty();
            }
        }
        return found;
    }

    private static Optional<Condition> child(Condition group, String number) {
        boolean valid = number.matches("[0-9]{1,4}")
                && Integer.parseInt(number) < group.children().size();
        return valid ? Optional.of(group.children().get(Integer.parseInt(number))) : Optional.empty();
    }

    private Optional<Condition> whole(Strategy strategy) {
        if (isSegment()) {
            return strategy.segments().segment(id).map(Segment::when);
        }
        return strategy.engagement().stream()
                .filter(rule -> rule.action().equals(id))
                .findFirst()
                .map(rule -> rule.at(which()));
    }

    private EngagementRule.Stage which() {
        return EngagementRule.Stage.valueOf(stage.toUpperCase(Locale.ROOT));
    }

    /** The strategy with another condition in this place, where one stands. */
    Strategy with(Strategy strategy, Condition other) {
        List<Segment> segments = strategy.segments().segments().stream()
                .map(segment -> isSegment() && segment.id().equals(id)
                        ? new Segment(
                                segment.id(),
                                segment.label(),
                                segment.color(),
                                segment.description(),
                                replaced(segment.when(), 0, other))
                        : segment)
                .toList();
        List<EngagementRule> rules = strategy.engagement().stream()
                .map(rule -> !isSegment() && rule.action().equals(id) ? with(rule, other) : rule)
                .toList();
        return new Strategy(
                strategy.features(),
                strategy.reference(),
                strategy.models(),
                new SegmentRules(segments, strategy.segments().otherwise()),
                strategy.actions(),
                rules,
                strategy.guardrails(),
                strategy.holdout(),
                strategy.tables(),
                strategy.contacts(),
                strategy.examples());
    }

    private EngagementRule with(EngagementRule rule, Condition other) {
        return new EngagementRule(
                rule.action(),
                at(rule, EngagementRule.Stage.ELIGIBILITY, other),
                at(rule, EngagementRule.Stage.APPLICABILITY, other),
                at(rule, EngagementRule.Stage.SUITABILITY, other));
    }

    private Condition at(EngagementRule rule, EngagementRule.Stage asked, Condition other) {
        return asked == which() ? replaced(rule.at(asked), 0, other) : rule.at(asked);
    }

    private Condition replaced(Condition condition, int step, Condition other) {
        if (step == path.size()) {
            return other;
        }
        if (condition instanceof Condition.Not not) {
            return Condition.not(replaced(not.condition(), step + 1, other));
        }
        int number = Integer.parseInt(path.get(step + 1));
        List<Condition> children = new ArrayList<>(condition.children());
        children.set(number, replaced(children.get(number), step + 2, other));
        return condition instanceof Condition.All ? new Condition.All(children) : new Condition.Any(children);
    }
}
