package cip.server.drafts;

import cip.core.customer.CustomerSchema;
import cip.core.decide.CustomerBase;
import cip.core.decide.Decider;
import cip.core.decide.EngagementRule;
import cip.core.decide.Segment;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyHash;
import cip.core.decide.StrategyProblem;
import cip.core.decide.StrategyVocabulary;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.rule.Condition;
import cip.core.rule.ConditionSentence;
import cip.core.rule.DecisionTable;
import cip.core.rule.Operator;
import cip.core.rule.Term;
import cip.core.rule.Vocabulary;
import cip.core.simulate.Findings;
import cip.core.simulate.Interest;
import cip.core.simulate.Reach;
import cip.core.simulate.ReachCounter;
import cip.core.simulate.RulePlace;
import cip.core.simulate.RuleRows;
import cip.core.simulate.ThresholdCurve;
import cip.core.simulate.ThresholdCurves;
import cip.server.http.Caller;
import cip.server.models.ModelCard;
import cip.server.models.ThresholdQuality;
import cip.server.strategies.LiveStrategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts what a draft comes to, over the base in memory and beside what is live. Thread-safe. */
final class DraftEffects {
    /** Bytes of counted conditions that are kept: enough for 500 of them over a million customers each. */
    private static final long MEMORY =
            Math.min(128L * 1024 * 1024, Runtime.getRuntime().maxMemory() / 8);

    private static final Duration TIME_FOR_FINDINGS = Duration.ofSeconds(3);

    private final Drafts drafts;
    private final LiveStrategy live;
    private final Supplier<CustomerBase> base;
    private final CustomerSchema schema;
    private final String valueScore;
    private final DraftPrivacy privacy;
    private final Function<String, Optional<ModelCard>> cards;
    private @Nullable Counting counting;

    /**
     * @param base refuses when nothing has been decided yet
     * @param cards of models by hash
     */
    DraftEffects(
            Drafts drafts,
            LiveStrategy live,
            Supplier<CustomerBase> base,
            CustomerSchema schema,
            String valueScore,
            DraftPrivacy privacy,
            Function<String, Optional<ModelCard>> cards) {
        this.drafts = drafts;
        this.live = live;
        this.base = base;
        this.schema = schema;
        this.valueScore = valueScore;
        this.privacy = privacy;
        this.cards = cards;
    }

    /** What counts in a base while a strategy is live, and what that reaches itself, by id. */
    private record Counting(
            ReachCounter counter, Decider live, Map<String, Integer> segments, Map<String, Integer> actions) {
        static Counting of(CustomerBase base, Decider live, String valueScore) {
            ReachCounter counter = new ReachCounter(base, live.baseConditions(), valueScore, MEMORY);
            Reach reach = counter.of(live.strategy());
            Map<String, Integer> segments = new HashMap<>();
            reach.segments().forEach(segment -> segments.put(segment.id(), segment.reached()));
            Map<String, Integer> actions = new HashMap<>();
            reach.actions().forEach(action -> actions.put(action.id(), action.suitable()));
            return new Counting(counter, live, segments, actions);
        }
    }

    /**
     * @throws EngineException CONFLICT when nothing has been decided yet or the interest is gone; NOT_ALLOWED when the caller may
     *     not see personal data that the draft asks for
     */
    DraftEffect of(DraftDocument document, StrategyHash basedOn, Caller caller, Interest interest) {
        CustomerBase customers = base.get();
        DraftDocument.Checked checked = checked(document, basedOn, customers);
        checked.valid().ifPresent(strategy -> privacy.requireCountable(strategy, caller));
        return checked.valid()
                .map(strategy -> counted(strategy, customers, interest))
                .orElseGet(() -> DraftEffect.of(customers.asOf(), customers.size(), checked.problems()));
    }

    /**
     * Whom the rules of a draft decide.
     *
     * @param rows empty = the draft has problems
     */
    record Ruled(CustomerBase base, DraftDocument.Checked checked, Optional<RuleRows> rows) {}

    /** @throws EngineException as {@link #of} */
    Ruled rules(DraftDocument document, StrategyHash basedOn, Caller caller, Interest interest) {
        CustomerBase customers = base.get();
        DraftDocument.Checked checked = checked(document, basedOn, customers);
        checked.valid().ifPresent(strategy -> privacy.requireCountable(strategy, caller));
        return new Ruled(customers, checked, checked.valid().map(strategy -> counting(customers)
                .counter()
                .rules(strategy, interest)));
    }

    /**
     * What its authors hardly mean; nothing while there are problems.
     *
     * @throws EngineException as {@link #of}
     */
    DraftFindings findings(DraftDocument document, StrategyHash basedOn, Caller caller) {
        CustomerBase customers = base.get();
        DraftDocument.Checked checked = checked(document, basedOn, customers);
        checked.valid().ifPresent(strategy -> privacy.requireCountable(strategy, caller));
        long end = System.nanoTime() + TIME_FOR_FINDINGS.toNanos();
        Findings.InTime found = checked.valid()
                .map(strategy ->
                        Findings.of(strategy, schema, counting(customers).counter(), () -> System.nanoTime() - end > 0))
                .orElseGet(() -> new Findings.InTime(List.of(), List.of(), List.of()));
        return new DraftFindings(
                customers.asOf(),
                checked.problems(),
                found.findings(),
                found.notExamined(),
                found.gaps().stream().map(DraftFindings.TableGapView::of).toList());
    }

    /**
     * How many customers meet one condition of a draft, whatever stands beside it; nobody is counted while there are problems.
     *
     * @param place of the condition, see {@link RulePlace}
     * @throws EngineException as {@link #of}; INVALID_VALUE when no condition stands there
     */
    DraftCount count(DraftDocument document, StrategyHash basedOn, String place, Caller caller) {
        CustomerBase customers = base.get();
        DraftDocument.Checked checked = checked(document, basedOn, customers);
        if (checked.valid().isEmpty()) {
            return new DraftCount(customers.asOf(), customers.size(), null);
        }
        Strategy strategy = checked.valid().get();
        privacy.requireCountable(strategy, caller);
        Condition condition = RulePlace.parse(place)
                .flatMap(found -> found.condition(strategy))
                .orElseThrow(() -> new EngineException(
                                ErrorCode.INVALID_VALUE,
                                "At the place " + place + " there is no condition.\nMaybe it was removed meanwhile.")
                        .about("place"));
        privacy.requireShown(condition, strategy, caller);
        return new DraftCount(
                customers.asOf(),
                customers.size(),
                counting(customers).counter().customers(condition, strategy));
    }

    /**
     * What every threshold of a comparison would come to; nothing while there are problems.
     *
     * @param place of the comparison, see {@link RulePlace}
     * @throws EngineException as {@link #of}; INVALID_VALUE when no comparison with a threshold stands there
     */
    DraftDistribution distribution(
            DraftDocument document, StrategyHash basedOn, String place, Caller caller, Interest interest) {
        CustomerBase customers = base.get();
        DraftDocument.Checked checked = checked(document, basedOn, customers);
        if (checked.valid().isEmpty()) {
            return new DraftDistribution(customers.asOf(), customers.size(), checked.problems(), null);
        }
        Strategy strategy = checked.valid().get();
        privacy.requireCountable(strategy, caller);
        RulePlace found = RulePlace.parse(place).orElseThrow(() -> noThreshold(place));
        Condition comparison =
                found.condition(strategy).filter(ThresholdCurves::hasThreshold).orElseThrow(() -> noThreshold(place));
        privacy.requireShown(comparison, strategy, caller);
        Term term = StrategyVocabulary.of(strategy, schema)
                .term(comparison.terms().iterator().next())
                .filter(known -> known.origin() != Term.Origin.TABLE)
                .orElseThrow(() -> noThreshold(place));
        ThresholdCurve values = new ThresholdCurves(
                        strategy, customers, live.snapshot().decider().baseConditions(), valueScore)
                .of(found, term, interest);
        return new DraftDistribution(
                customers.asOf(),
                customers.size(),
                List.of(),
                DraftDistribution.ThresholdDistribution.of(
                        (Condition.Comparison) comparison, term, values, quality(strategy, (Condition.Comparison)
                                comparison)));
    }

    private Optional<ThresholdQuality> quality(Strategy strategy, Condition.Comparison comparison) {
        boolean above = comparison.operator() == Operator.AT_LEAST || comparison.operator() == Operator.GREATER_THAN;
        return strategy.models().stream()
                .filter(model -> model.score().equals(comparison.term()))
                .findFirst()
                .flatMap(model -> cards.apply(model.hash()))
                .flatMap(card -> ThresholdQuality.of(card, above));
    }

    private static EngineException noThreshold(String place) {
        return new EngineException(
                        ErrorCode.INVALID_VALUE,
                        "At the place " + place
                                + " there is no threshold to move, expected a comparison of a number that"
                                + " customers have with one other number."
                                + "\nMaybe name the comparison itself, e.g. segments/at_risk/when/all/1.")
                .about("place");
    }

    /** What is wrong with the draft, and what it speaks of that the base does not hold. */
    private DraftDocument.Checked checked(DraftDocument document, StrategyHash basedOn, CustomerBase customers) {
        DraftDocument.Checked checked = drafts.check(document, basedOn);
        List<StrategyProblem> problems = new ArrayList<>(checked.problems());
        checked.valid().ifPresent(strategy -> {
            Set<String> given = new HashSet<>();
            strategy.tables().forEach(table -> table.outputs().forEach(output -> given.add(output.name())));
            for (DecisionTable table : strategy.tables()) {
                table.inputs().stream()
                        .filter(input -> !given.contains(input))
                        .filter(input -> !customers.terms().has(input))
                        .findFirst()
                        .ifPresent(what -> problems.add(notHeld("tables/" + table.name(), what)));
            }
            for (Segment segment : strategy.segments().segments()) {
                unknown(segment.when(), given, customers)
                        .ifPresent(what -> problems.add(notHeld("segments/" + segment.id(), what)));
            }
            for (EngagementRule rule : strategy.engagement()) {
                unknown(rule.whole(), given, customers)
                        .ifPresent(what -> problems.add(notHeld("engagement/" + rule.action(), what)));
            }
        });
        return new DraftDocument.Checked(checked.strategy(), List.copyOf(problems));
    }

    /** @param given terms that the draft's own tables give */
    private Optional<String> unknown(Condition condition, Set<String> given, CustomerBase customers) {
        Set<String> guardrails = live.snapshot().decider().guardrails().names();
        return Stream.concat(
                        condition.terms().stream()
                                .filter(term -> !given.contains(term))
                                .filter(term -> !customers.terms().has(term)),
                        condition.guardrails().stream().filter(name -> !guardrails.contains(name)))
                .findFirst();
    }

    private static StrategyProblem notHeld(String place, String what) {
        return new StrategyProblem(
                place,
                "The strategy that is live knows no " + what
                        + ".\nMaybe it was changed since the draft was started: take its changes in first.");
    }

    private DraftEffect counted(Strategy strategy, CustomerBase customers, Interest interest) {
        Counting now = counting(customers);
        Reach reach = now.counter().of(strategy, interest);
        Vocabulary words = StrategyVocabulary.of(strategy, schema);
        List<DraftEffect.SegmentEffect> segments = new ArrayList<>();
        for (int s = 0; s < reach.segments().size(); s++) {
            Segment segment = strategy.segments().segments().get(s);
            segments.add(segment(segment, reach.segments().get(s), now, words));
        }
        List<DraftEffect.ActionEffect> actions = new ArrayList<>();
        for (int r = 0; r < reach.actions().size(); r++) {
            actions.add(action(strategy.engagement().get(r), reach.actions().get(r), now, words));
        }
        List<DraftEffect.TableEffect> tables =
                reach.tables().stream().map(DraftEffect.TableEffect::of).toList();
        List<DraftEffect.LimitEffect> limits =
                LimitEffects.of(strategy, now.live().strategy(), customers);
        return new DraftEffect(customers.asOf(), customers.size(), List.of(), segments, actions, tables, limits);
    }

    private static DraftEffect.SegmentEffect segment(
            Segment segment, Reach.OfSegment reach, Counting now, Vocabulary words) {
        return new DraftEffect.SegmentEffect(
                segment.id(),
                ConditionSentence.of(segment.when(), words),
                reach.matching(),
                reach.reached(),
                now.segments().get(segment.id()),
                reach.value(),
                reach.takenBy().entrySet().stream()
                        .map(taken -> new DraftEffect.Taken(taken.getKey(), taken.getValue()))
                        .toList());
    }

    private static DraftEffect.ActionEffect action(
            EngagementRule rule, Reach.OfAction reach, Counting now, Vocabulary words) {
        return new DraftEffect.ActionEffect(
                rule.action(),
                ConditionSentence.of(rule.whole(), words),
                reach.eligible(),
                reach.applicable(),
                reach.suitable(),
                now.actions().get(rule.action()));
    }

    /** One for a base and a live strategy, so that what did not change is not counted at every keystroke. */
    @SuppressWarnings("ReferenceEquality") // another base is another object
    private synchronized Counting counting(CustomerBase customers) {
        Decider decider = live.snapshot().decider();
        Counting last = counting;
        if (last != null
                && last.counter().base() == customers
                && last.live().hash().equals(decider.hash())) {
            return last;
        }
        Counting made = Counting.of(customers, decider, valueScore);
        counting = made;
        return made;
    }
}
