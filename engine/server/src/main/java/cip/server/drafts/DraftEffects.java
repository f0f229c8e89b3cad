package cip.server.drafts;

import cip.core.customer.CustomerSchema;
import cip.core.decide.CustomerBase;
import cip.core.decide.EngagementRule;
import cip.core.decide.Segment;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyHash;
import cip.core.decide.StrategyVocabulary;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.rule.Condition;
import cip.core.rule.ConditionSentence;
import cip.core.rule.Vocabulary;
import cip.core.simulate.Findings;
import cip.core.simulate.Interest;
import cip.core.simulate.Reach;
import cip.core.simulate.RulePlace;
import cip.core.simulate.RuleRows;
import cip.server.drafts.DraftCounting.Counting;
import cip.server.http.Caller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts what a draft comes to, over the base in memory and beside what is live. Thread-safe. */
final class DraftEffects {
    private static final Duration TIME_FOR_FINDINGS = Duration.ofSeconds(3);

    private final AskedDrafts drafts;
    private final DraftCounting counting;
    private final CustomerSchema schema;
    private final DraftPrivacy privacy;

    DraftEffects(AskedDrafts drafts, DraftCounting counting, CustomerSchema schema, DraftPrivacy privacy) {
        this.drafts = drafts;
        this.counting = counting;
        this.schema = schema;
        this.privacy = privacy;
    }

    /** @throws EngineException as {@link AskedDrafts#of}; CONFLICT when the interest is gone */
    DraftEffect of(DraftDocument document, StrategyHash basedOn, Caller caller, Interest interest) {
        AskedDrafts.Asked asked = drafts.of(document, basedOn, caller);
        return asked.countable()
                .map(strategy -> counted(strategy, asked, interest))
                .orElseGet(() -> DraftEffect.notCounted(asked));
    }

    /**
     * Whom the rules of a draft decide.
     *
     * @param rows empty = the draft has problems, or models that have not scored the base
     */
    record Ruled(AskedDrafts.Asked asked, Optional<RuleRows> rows) {}

    /** @throws EngineException as {@link #of} */
    Ruled rules(DraftDocument document, StrategyHash basedOn, Caller caller, Interest interest) {
        AskedDrafts.Asked asked = drafts.of(document, basedOn, caller);
        return new Ruled(asked, asked.countable().map(strategy -> counting.of(asked.decided(), asked.seen())
                .counter()
                .rules(strategy, interest)));
    }

    /**
     * What its authors hardly mean; nothing while there are problems, or models that have not scored the base.
     *
     * @throws EngineException as {@link AskedDrafts#of}
     */
    DraftFindings findings(DraftDocument document, StrategyHash basedOn, Caller caller) {
        AskedDrafts.Asked asked = drafts.of(document, basedOn, caller);
        long end = System.nanoTime() + TIME_FOR_FINDINGS.toNanos();
        Findings.InTime found = asked.countable()
                .map(strategy -> Findings.of(
                        strategy,
                        schema,
                        counting.of(asked.decided(), asked.seen()).counter(),
                        () -> System.nanoTime() - end > 0))
                .orElseGet(() -> new Findings.InTime(List.of(), List.of(), List.of()));
        return new DraftFindings(
                asked.decided().asOf(),
                asked.checked().problems(),
                asked.seen().scoring(),
                found.findings(),
                found.notExamined(),
                found.gaps().stream().map(DraftFindings.TableGapView::of).toList());
    }

    /**
     * How many customers meet one condition of a draft, whatever stands beside it; nobody is counted while there are problems.
     *
     * @param place of the condition, see {@link RulePlace}
     * @throws EngineException as {@link AskedDrafts#of}; INVALID_VALUE when no condition stands there
     */
    DraftCount count(DraftDocument document, StrategyHash basedOn, String place, Caller caller) {
        AskedDrafts.Asked asked = drafts.of(document, basedOn, caller);
        CustomerBase customers = asked.decided();
        if (asked.countable().isEmpty()) {
            return new DraftCount(
                    customers.asOf(), customers.size(), null, asked.seen().scoring());
        }
        Strategy strategy = asked.countable().get();
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
                counting.of(customers, asked.seen()).counter().customers(condition, strategy),
                List.of());
    }

    private DraftEffect counted(Strategy strategy, AskedDrafts.Asked asked, Interest interest) {
        CustomerBase customers = asked.decided();
        Counting now = counting.of(customers, asked.seen());
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
        return new DraftEffect(
                customers.asOf(), customers.size(), List.of(), List.of(), segments, actions, tables, limits);
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
}
