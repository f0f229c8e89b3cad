package cip.server.drafts;

import cip.core.decide.CustomerBase;
import cip.core.decide.EngagementRule;
import cip.core.decide.Segment;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyHash;
import cip.core.decide.StrategyProblem;
import cip.core.error.EngineException;
import cip.core.rule.Condition;
import cip.core.rule.DecisionTable;
import cip.server.http.Caller;
import cip.server.strategies.LiveStrategy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Drafts that somebody asks about, checked against the base in memory and against what the caller may be told. Thread-safe. */
final class AskedDrafts {
    private final Drafts drafts;
    private final LiveStrategy live;
    private final Supplier<CustomerBase> base;
    private final DraftBases bases;
    private final DraftPrivacy privacy;

    /** @param base refuses when nothing has been decided yet */
    AskedDrafts(Drafts drafts, LiveStrategy live, Supplier<CustomerBase> base, DraftBases bases, DraftPrivacy privacy) {
        this.drafts = drafts;
        this.live = live;
        this.base = base;
        this.bases = bases;
        this.privacy = privacy;
    }

    /**
     * A draft beside the base.
     *
     * @param decided as the last run left it
     * @param checked with what the draft speaks of and the base does not hold
     * @param seen the base with what the draft's models give
     */
    record Asked(CustomerBase decided, CheckedDraft checked, DraftBases.Seen seen) {
        /** Empty = nobody can be counted: there are problems, or models that have not scored the base. */
        Optional<Strategy> countable() {
            return seen.isWhole() ? checked.valid() : Optional.empty();
        }
    }

    /**
     * @throws EngineException CONFLICT when nothing has been decided yet; NOT_ALLOWED when the caller may not see personal data
     *     that the draft asks for
     */
    Asked of(DraftDocument document, StrategyHash basedOn, Caller caller) {
        CustomerBase customers = base.get();
        CheckedDraft checked = checked(document, basedOn, customers);
        checked.valid().ifPresent(strategy -> privacy.requireCountable(strategy, caller));
        DraftBases.Seen seen = checked.valid()
                .map(strategy -> bases.of(strategy, customers))
                .orElseGet(() -> new DraftBases.Seen(customers, Map.of(), List.of()));
        return new Asked(customers, checked, seen);
    }

    /** What is wrong with the draft, and what it speaks of that the base does not hold. */
    private CheckedDraft checked(DraftDocument document, StrategyHash basedOn, CustomerBase customers) {
        CheckedDraft checked = drafts.check(document, basedOn);
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
        checked.valid().ifPresent(strategy -> problems.addAll(bases.problems(strategy, customers)));
        return new CheckedDraft(checked.strategy(), problems);
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
}
