package cip.core.simulate;

import cip.core.decide.CustomerBase;
import cip.core.decide.DecidedTables;
import cip.core.decide.Segment;
import cip.core.decide.Strategy;
import cip.core.rule.BaseConditions;
import cip.core.rule.Condition;
import java.util.List;
import java.util.Objects;

/**
 * Counts whom strategies reach in one base, again and again while one of them is edited: rows of conditions that did not change
 * are remembered, and so is what follows from them. Thread-safe.
 */
public final class ReachCounter {
    private final CustomerBase base;
    private final BaseConditions conditions;
    private final RememberedTerms memory;
    private final SegmentReach segments;
    private final ActionReach actions;
    private final String valueScore;

    /**
     * @param conditions decide the base
     * @param valueScore name of the score that is summed
     * @param memory bytes that may be kept
     */
    public ReachCounter(CustomerBase base, BaseConditions conditions, String valueScore, long memory) {
        this.base = base;
        this.conditions = conditions;
        this.memory = new RememberedTerms(base, conditions, memory / 2);
        this.segments = new SegmentReach(base, valueScore, memory / 2);
        this.actions = new ActionReach(base, conditions);
        this.valueScore = valueScore;
    }

    public CustomerBase base() {
        return base;
    }

    /** @param strategy without problems, over the same terms as the base */
    public Reach of(Strategy strategy) {
        return of(strategy, Interest.lasting());
    }

    /** The same for somebody who may lose interest. @throws cip.core.error.EngineException CONFLICT when that is gone */
    public Reach of(Strategy strategy, Interest interest) {
        RememberedTerms.Given terms = memory.of(strategy.tables(), interest);
        SegmentReach.Found found = found(strategy, terms, interest);
        return new Reach(
                found.counts(),
                actions.of(strategy, terms, found, interest),
                strategy.tables().isEmpty()
                        ? List.of()
                        : terms.segmented(strategy, found, interest).tables().stream()
                                .map(Reach.OfTable::of)
                                .toList());
    }

    /** What the tables of a strategy give to the base, and the segments. */
    DecidedTables tables(Strategy strategy) {
        Interest lasting = Interest.lasting();
        RememberedTerms.Given terms = memory.of(strategy.tables(), lasting);
        return terms.segmented(strategy, found(strategy, terms, lasting), lasting);
    }

    /** Which customers each rule of a strategy decides. */
    public RuleRows rules(Strategy strategy, Interest interest) {
        RememberedTerms.Given terms = memory.of(strategy.tables(), interest);
        SegmentReach.Found found = found(strategy, terms, interest);
        return new RuleRows(
                strategy,
                base,
                valueScore,
                found.members(),
                actions.suitable(strategy, terms, found, interest),
                terms.segmented(strategy, found, interest));
    }

    private SegmentReach.Found found(Strategy strategy, RememberedTerms.Given terms, Interest interest) {
        List<Condition> whens =
                strategy.segments().segments().stream().map(Segment::when).toList();
        return segments.of(strategy.segments(), terms.matching(whens, interest), interest);
    }

    /**
     * Customers who meet a condition under a strategy; those it names by segment are in it today, unless it also asks for what
     * the strategy's tables make of segments.
     */
    public int customers(Condition condition, Strategy strategy) {
        Interest lasting = Interest.lasting();
        RememberedTerms.Given terms = memory.of(strategy.tables(), lasting);
        if (terms.parts().asksBeyond(condition) && terms.asksTables(condition)) {
            return conditions
                    .matching(
                            condition,
                            terms.segmented(strategy, found(strategy, terms, lasting), lasting)
                                    .terms())
                    .cardinality();
        }
        return Objects.requireNonNull(
                        terms.matching(List.of(condition), lasting).get(condition))
                .cardinality();
    }
}
