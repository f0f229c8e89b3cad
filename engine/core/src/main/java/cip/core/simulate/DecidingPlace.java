package cip.core.simulate;

import cip.core.action.Action;
import cip.core.decide.EngagementRule;
import cip.core.decide.Segment;
import cip.core.decide.Strategy;
import cip.core.rule.Condition;
import cip.core.rule.DecisionTable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule that decides customers: {@code segments/at_risk}, {@code engagement/win_back}, {@code tables/care/rows/3}, or
 * {@code tables/care/otherwise} for those whom no row fits.
 *
 * @param part {@code segments}, {@code engagement} or {@code tables}
 * @param id of the segment or the action, or name of the table
 * @param row of a table, by position from 0; {@link #OTHERWISE} = none of them, and also for segments and actions
 */
public record DecidingPlace(String part, String id, int row) {
    public static final int OTHERWISE = -1;

    private static final Pattern RULE = Pattern.compile("(segments|engagement)/([^/]+)");
    private static final Pattern ROW = Pattern.compile("tables/([^/]+)/(?:rows/([0-9]{1,7})|otherwise)");

    public static DecidingPlace segment(String id) {
        return new DecidingPlace("segments", id, OTHERWISE);
    }

    public static DecidingPlace action(String id) {
        return new DecidingPlace("engagement", id, OTHERWISE);
    }

    static DecidingPlace row(String table, int row) {
        return new DecidingPlace("tables", table, row);
    }

    /** Empty = it is no such place. */
    public static Optional<DecidingPlace> parse(String place) {
        Matcher rule = RULE.matcher(place);
        if (rule.matches()) {
            return Optional.of(new DecidingPlace(rule.group(1), rule.group(2), OTHERWISE));
        }
        Matcher row = ROW.matcher(place);
        return row.matches()
                ? Optional.of(row(row.group(1), row.group(2) == null ? OTHERWISE : Integer.parseInt(row.group(2))))
                : Optional.empty();
    }

    /** Whether it is the engagement rule of an action. */
    public boolean isAction() {
        return part.equals("engagement");
    }

    /** Whether it is about those whom no row of a table fits. */
    public boolean isOtherwise() {
        return part.equals("tables") && row == OTHERWISE;
    }

    /** What the rule asks; of customers whom no row of a table fits, that none does. Empty = there is no such rule. */
    public Optional<Condition> condition(Strategy strategy) {
        return switch (part) {
            case "segments" -> strategy.segments().segment(id).map(Segment::when);
            case "engagement" ->
                strategy.engagement().stream()
                        .filter(rule -> rule.action().equals(id))
                        .findFirst()
                        .map(EngagementRule::whole);
            default -> strategy.table(id).flatMap(this::condition);
        };
    }

    private Optional<Condition> condition(DecisionTable table) {
        if (row == OTHERWISE) {
            return Optional.of(Condition.not(new Condition.Any(table.conditions())));
        }
        return row < table.rows().size() ? Optional.of(table.rows().get(row).condition()) : Optional.empty();
    }

    /** As it is called on the screen: "row 12 of Care level". */
    public String words(Strategy strategy) {
        return switch (part) {
            case "segments" ->
                "segment " + strategy.segments().segment(id).map(Segment::label).orElse(id);
            case "engagement" ->
                "action " + strategy.actions().action(id).map(Action::name).orElse(id);
            default ->
                (row == OTHERWISE ? "no row of " : "row " + (row + 1) + " of ")
                        + strategy.table(id).map(DecisionTable::label).orElse(id);
        };
    }

    @Override
    public String toString() {
        String whole = part + "/" + id;
        return !part.equals("tables") ? whole : whole + (row == OTHERWISE ? "/otherwise" : "/rows/" + row);
    }
}
