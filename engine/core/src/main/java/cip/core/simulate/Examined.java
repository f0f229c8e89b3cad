package cip.core.simulate;

import cip.core.customer.CustomerSchema;
import cip.core.decide.DecidedTables;
import cip.core.decide.Segment;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyVocabulary;
import cip.core.rule.Condition;
import cip.core.rule.ConditionSentence;
import cip.core.rule.Satisfiability;
import cip.core.rule.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A strategy that is looked over, with whom it reaches in the base. */
final class Examined {
    private final Strategy strategy;
    private final ReachCounter counter;
    private final Vocabulary words;
    private final Reach reach;
    private final BooleanSupplier timeUp;
    private final List<String> notExamined = new ArrayList<>();

    Examined(Strategy strategy, CustomerSchema schema, ReachCounter counter, BooleanSupplier timeUp) {
        this.strategy = strategy;
        this.counter = counter;
        this.timeUp = timeUp;
        this.words = StrategyVocabulary.of(strategy, schema);
        this.reach = counter.of(strategy);
    }

    Strategy strategy() {
        return strategy;
    }

    Vocabulary words() {
        return words;
    }

    /** Whether there is time for what stands in a place; if there is none, that is remembered. */
    boolean hasTimeFor(String place) {
        boolean time = !timeUp.getAsBoolean();
        if (!time) {
            notExamined.add(place);
        }
        return time;
    }

    /** Some of what stands in a place took too long to say. */
    void leaveOut(String place) {
        notExamined.add(place);
    }

    List<String> notExamined() {
        return notExamined;
    }

    Reach reach() {
        return reach;
    }

    /** What the tables give to the base. */
    DecidedTables tables() {
        return counter.tables(strategy);
    }

    /** Customers of the base who meet the condition. */
    int customers(Condition condition) {
        return counter.customers(condition, strategy);
    }

    Satisfiability.Answer answer(Condition condition) {
        return Satisfiability.of(condition, words);
    }

    boolean isImpossible(Condition condition) {
        return answer(condition).isImpossible();
    }

    boolean implies(Condition first, Condition second) {
        return Satisfiability.implies(first, second, words);
    }

    boolean sameAs(Condition first, Condition second) {
        return implies(first, second) && implies(second, first);
    }

    String label(String segment) {
        return strategy.segments().segment(segment).map(Segment::label).orElse(segment);
    }

    /**
     * Conditions of an "all" that those beside them make true; of two that say the same, the later one.
     *
     * @param whose it is, in words
     * @param customers it touches
     */
    List<Finding> redundant(String place, String whose, Condition condition, int customers) {
        List<Finding> found = new ArrayList<>();
        if (!(condition instanceof Condition.All all) || isImpossible(all)) {
            return found;
        }
        List<Condition> kept = new ArrayList<>(all.children());
        for (int i = all.children().size() - 1; i >= 0 && kept.size() > 1; i--) {
            Condition child = kept.remove(i);
            if (implies(new Condition.All(kept), child)) {
                found.add(Finding.proven(
                        Finding.Kind.REDUNDANT,
                        place + "/all/" + i,
                        whose + ": the condition \"" + ConditionSentence.of(child, words)
                                + "\" says nothing that the others do not.",
                        customers));
            } else {
                kept.add(i, child);
            }
        }
        return found;
    }
}
