package cip.core.decide;

import cip.core.action.Action;
import cip.core.action.Channel;
import cip.core.contact.ContactLimit;
import cip.core.contact.ContactPolicy;
import cip.core.customer.CustomerSchema;
import cip.core.rule.Condition;
import cip.core.rule.ConditionCheck;
import cip.core.rule.DecisionTable;
import cip.core.rule.Problem;
import cip.core.rule.TableCheck;
import cip.core.rule.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Finds everything that is wrong with a strategy without compiling it, so that it can be asked at every keystroke. */
public final class StrategyProblems {
    private static final String ACTIONS = "actions";
    private static final String CONTACT = "contact";
    private static final String ENGAGEMENT = "engagement";
    private static final String SEGMENTS = "segments";
    private static final String TABLES = "tables";
    private static final int MOST_TABLES = 50;

    private final Strategy strategy;
    private final Vocabulary beforeTables;
    private final Vocabulary beforeSegments;
    private final Vocabulary vocabulary;
    private final Set<String> guardrails;
    private final TableOrder order;
    private final List<StrategyProblem> found = new ArrayList<>();

    private StrategyProblems(Strategy strategy, CustomerSchema schema, Set<String> guardrails) {
        this.strategy = strategy;
        this.beforeTables = StrategyVocabulary.beforeTables(strategy, schema);
        this.beforeSegments = StrategyVocabulary.beforeSegments(strategy, schema);
        this.vocabulary = StrategyVocabulary.of(strategy, schema);
        this.guardrails = guardrails;
        this.order = TableOrder.of(strategy.tables());
    }

    /**
     * In the order of the parts; empty = the strategy can be compiled, if its models and guardrails can.
     *
     * @param guardrails names of the guardrails that its conditions may use
     */
    public static List<StrategyProblem> of(Strategy strategy, CustomerSchema schema, Set<String> guardrails) {
        StrategyProblems problems = new StrategyProblems(strategy, schema, guardrails);
        problems.tables();
        problems.segments();
        problems.actions();
        problems.engagement();
        problems.channels();
        problems.contacts();
        problems.examples();
        return problems.found.stream().distinct().toList();
    }

    private void tables() {
        if (strategy.tables().size() > MOST_TABLES) {
            add(
                    TABLES,
                    "There are " + strategy.tables().size() + " decision tables, at most " + MOST_TABLES
                            + " are allowed.");
        }
        Set<String> taken = new HashSet<>(Set.of(StrategyVocabulary.SEGMENT));
        beforeTables.terms().forEach(term -> taken.add(term.name()));
        for (List<String> cycle : order.cycles()) {
            add(
                    TABLES,
                    "Decision tables wait for each other: " + String.join(" reads ", cycle)
                            + ".\nMaybe let one of them read what the others read instead of what they give.");
        }
        Set<String> names = new HashSet<>();
        for (DecisionTable table : strategy.tables()) {
            String place = TABLES + "/" + table.name();
            if (!names.add(table.name())) {
                add(place, "Two decision tables have the name " + table.name() + ".");
            }
            for (Problem problem : TableCheck.inStrategy(table, vocabulary, taken)) {
                add(place + problem.path(), "Decision table " + table.label() + ": " + problem.message());
            }
            table.outputs().forEach(output -> taken.add(output.name()));
        }
    }

    private void segments() {
        SegmentRules rules = strategy.segments();
        for (Segment segment : rules.segments()) {
            String place = SEGMENTS + "/" + segment.id();
            rules.problems(segment).forEach(problem -> add(place, problem));
            Set<String> late = new TreeSet<>(segment.when().terms());
            late.retainAll(order.lateOutputs());
            late.forEach(term -> add(place + "/when", tooLate(segment, term)));
            condition(
                    place + "/when",
                    "Segment " + segment.id(),
                    segment.when(),
                    late.isEmpty() ? beforeSegments : vocabulary);
        }
        if (rules.segment(rules.otherwise()).isEmpty()) {
            add(
                    SEGMENTS,
                    "The segment " + rules.otherwise() + ", meant for customers that none matches, is not declared.");
        }
    }

    private String tooLate(Segment segment, String term) {
        List<String> way = order.wayToSegment(term);
        return "Segment " + segment.id() + ": " + vocabulary.label(term)
                + " is known only when the segment is, so no segment can ask for it: "
                + String.join(" reads ", way)
                + (way.size() > 1 ? ", which" : "") + " reads the segment."
                + "\nMaybe ask for it in the engagement rules, or let the table read something else.";
    }

    private void actions() {
        for (Action action : strategy.actions().actions()) {
            String place = ACTIONS + "/" + action.id();
            strategy.actions().problems(action).forEach(problem -> add(place, problem));
            for (String term : action.termsUsed()) {
                if (vocabulary.term(term).isEmpty()) {
                    add(place, "The action " + action.id() + " uses the unknown term " + term + ".");
                }
            }
        }
        strategy.actions().fallbackProblem().ifPresent(problem -> add(ACTIONS, problem));
    }

    private void engagement() {
        String fallback = strategy.actions().fallback();
        Set<String> ruled = new HashSet<>();
        for (EngagementRule rule : strategy.engagement()) {
            String place = ENGAGEMENT + "/" + rule.action();
            if (!ruled.add(rule.action())) {
                add(place, "The action " + rule.action() + " has two engagement rules.");
            }
            if (strategy.actions().action(rule.action()).isEmpty()) {
                add(
                        place,
                        "An engagement rule names the action " + rule.action()
                                + ", which the catalogue does not have.");
            }
            for (EngagementRule.Stage stage : EngagementRule.Stage.values()) {
                String asked = stage.name().toLowerCase(Locale.ROOT);
                condition(place + "/" + asked, "Action " + rule.action() + ", " + asked, rule.at(stage), vocabulary);
            }
        }
        if (ruled.contains(fallback)) {
            add(ENGAGEMENT + "/" + fallback, "The fallback action " + fallback + " has an engagement rule.");
        }
        Set<String> unruled = new TreeSet<>(
                strategy.actions().actions().stream().map(Action::id).toList());
        unruled.removeAll(ruled);
        unruled.remove(fallback);
        unruled.forEach(id -> add(ACTIONS + "/" + id, "The action " + id + " has no engagement rule."));
    }

    private void channels() {
        for (Channel channel : strategy.actions().channels()) {
            channel.consentAttribute()
                    .filter(attribute -> vocabulary.term(attribute).isEmpty())
                    .ifPresent(attribute -> add(
                            ACTIONS,
                            "The channel " + channel.id() + " needs the consent attribute " + attribute
                                    + ", which the schema does not declare."));
        }
    }

    private void contacts() {
        ContactPolicy policy = strategy.contacts();
        policy.problems(strategy.actions()).forEach(problem -> add(CONTACT, problem));
        for (ContactLimit limit : policy.limits()) {
            policy.problems(limit, strategy.actions()).forEach(problem -> add(CONTACT + "/" + limit.id(), problem));
        }
    }

    private void examples() {
        Set<String> ids = new HashSet<>();
        for (Example example : strategy.examples()) {
            if (!ids.add(example.id())) {
                add("examples/" + example.id(), "Two examples have the id " + example.id() + ".");
            }
        }
    }

    private void condition(String place, String whose, Condition condition, Vocabulary words) {
        for (Problem problem : ConditionCheck.problems(condition, words, guardrails)) {
            add(place + problem.path(), whose + ": " + problem.message());
        }
    }

    private void add(String place, String message) {
        found.add(new StrategyProblem(place, message));
    }
}
