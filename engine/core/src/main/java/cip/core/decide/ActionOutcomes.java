package cip.core.decide;

import cip.core.action.Action;
import cip.core.action.ActionCatalogue;
import cip.core.action.Channel;
import cip.core.arbitrate.Arbitration;
import cip.core.arbitrate.RankedAction;
import cip.core.contact.ContactRules;
import cip.core.contact.Reached;
import cip.core.customer.CustomerRecord;
import cip.core.rule.BaseConditions;
import cip.core.rule.CompiledRules;
import cip.core.rule.ConditionTraces;
import cip.core.rule.CustomerWords;
import cip.core.rule.EngineParity;
import cip.core.rule.Matches;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureMatrix;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of every action for a customer, asked in this order: holdout, engagement rules (eligibility,
 * applicability, suitability), consent, contact policy, expected value; what is left is ranked. With nothing left the fallback stands in.
 */
final class ActionOutcomes {
    static final List<EngagementRule.Stage> STAGES = List.of(EngagementRule.Stage.values());

    private final List<Candidate> candidates;
    private final List<Action> actions;
    private final Action fallback;
    private final Outcome fallbackNotNeeded;
    private final Arbitration arbitration;
    private final ContactRules contactRules;
    private final BaseConditions baseConditions;
    private final CompiledRules stageRules;
    private final ConditionTraces stageTraces;

    /** @param stageRules one rule per engagement rule and stage, in this order */
    ActionOutcomes(Strategy strategy, BaseConditions baseConditions, CompiledRules stageRules) {
        ActionCatalogue catalogue = strategy.actions();
        this.actions = strategy.engagement().stream()
                .map(rule -> catalogue.action(rule.action()).orElseThrow())
                .toList();
        this.candidates = actions.stream()
                .map(action -> Candidate.of(action, catalogue.channelOf(action)))
                .toList();
        this.fallback = catalogue.action(catalogue.fallback()).orElseThrow();
        this.fallbackNotNeeded = new Outcome.NotNeeded(fallback, "Other actions are left for this customer.");
        this.arbitration = new Arbitration(catalogue);
        this.contactRules = new ContactRules(strategy.contacts(), catalogue);
        this.baseConditions = baseConditions;
        this.stageRules = stageRules;
        this.stageTraces = stageRules.traces(baseConditions.vocabulary());
    }

    /**
     * An action with the outcomes that are the same for every customer.
     *
     * @param consent attribute without which it is suppressed; {@code null} = it needs none
     * @param notEligible by stage, as it is without reasons
     */
    private record Candidate(
            Action action, @Nullable String consent, Outcome heldOut, Outcome suppressed, List<Outcome> notEligible) {
        static Candidate of(Action action, Channel channel) {
            return new Candidate(
                    action,
                    channel.consentAttribute().orElse(null),
                    new Outcome.HeldOut(action, "The customer is in the holdout that measures lift."),
                    new Outcome.Suppressed(action, "No consent to be contacted by " + channel.label() + "."),
                    STAGES.stream()
                            .<Outcome>map(stage -> new Outcome.NotEligible(action, stage, ""))
                            .toList());
        }
    }

    /** The same under the same strategy. @param decided by whom rules are decided */
    ActionOutcomes decidedBy(Strategy strategy, BaseConditions decided) {
        return new ActionOutcomes(strategy, decided, stageRules);
    }

    /** The first customer on whom the ways to decide disagree. @see BaseConditions#difference */
    Optional<EngineParity.Difference> difference(FeatureMatrix terms, IntFunction<String> customers) {
        return baseConditions.difference(stageRules, terms, customers);
    }

    /** Which stages hold for which rows of the terms. */
    record Matched(FeatureMatrix terms, Matches stages) {
        /** The first stage of a rule that does not hold for a row; {@code null} = all hold. */
        EngagementRule.@Nullable Stage failedStage(int rule, int row) {
            for (int stage = 0; stage < STAGES.size(); stage++) {
                if (!stages.holds(rule * STAGES.size() + stage, row)) {
                    return STAGES.get(stage);
                }
            }
            return null;
        }
    }

    Matched match(FeatureMatrix terms) {
        return new Matched(terms, baseConditions.match(stageRules, terms));
    }

    /** Gets ready to say why for the customers that were matched. */
    ActionReasons reasons(Matched matched, CustomerWords words) {
        return new ActionReasons(actions, matched, stageTraces.rows(words, stageRules.guardrails()));
    }

    /**
     * @param customer the record of the row
     * @param heldOut whether the customer is left untouched to measure lift
     * @param reasons of the same customers; {@code null} = none are given
     */
    List<Outcome> of(
            CustomerRecord customer,
            Instant asOf,
            boolean heldOut,
            Matched matched,
            int row,
            @Nullable ActionReasons reasons) {
        boolean limited = !customer.contacts().isEmpty() && !contactRules.isEmpty();
        ToDoubleFunction<String> term = name -> number(matched.terms(), name, row);
        List<RankedAction> left = new ArrayList<>();
        List<Outcome> others = new ArrayList<>(candidates.size());
        for (int rule = 0; rule < candidates.size(); rule++) {
            Candidate candidate = candidates.get(rule);
            Action action = candidate.action();
            if (heldOut && action.kind() != Action.Kind.SERVICE) {
                others.add(candidate.heldOut());
                continue;
            }
            EngagementRule.Stage failed = matched.failedStage(rule, row);
            if (failed != null) {
                others.add(
                        reasons == null
                                ? candidate.notEligible().get(failed.ordinal())
                                : new Outcome.NotEligible(action, failed, reasons.whyNot(rule, failed, row)));
                continue;
            }
            if (candidate.consent() != null && term.applyAsDouble(candidate.consent()) != 1) {
                others.add(candidate.suppressed());
                continue;
            }
            Reached reached = limited ? contactRules.forbids(action, customer.contacts(), asOf) : null;
            if (reached != null) {
                others.add(new Outcome.OverContacted(action, reached, contactRules.words()));
                continue;
            }
            RankedAction weighed = arbitration.weigh(action, term);
            if (weighed.factors().expectedValue() < 0) {
                others.add(new Outcome.NotWorthwhile(weighed.action(), weighed.factors()));
            } else {
                left.add(weighed);
            }
        }
        List<Outcome> outcomes = new ArrayList<>(others.size() + left.size() + 1);
        recommend(left, term, row, reasons, outcomes);
        outcomes.addAll(others);
        if (!left.isEmpty()) {
            outcomes.add(fallbackNotNeeded);
        }
        return outcomes;
    }

    private void recommend(
            List<RankedAction> left,
            ToDoubleFunction<String> term,
            int row,
            @Nullable ActionReasons reasons,
            List<Outcome> outcomes) {
        if (left.isEmpty()) {
            RankedAction weighed = arbitration.weigh(fallback, term);
            List<String> why = reasons == null ? List.of() : List.of("No other action is left for this customer.");
            outcomes.add(new Outcome.Recommended(fallback, 1, weighed.factors(), true, why));
            return;
        }
        for (RankedAction ranked : arbitration.rank(left)) {
            List<String> why = reasons == null ? List.of() : reasons.why(ranked.action(), row);
            outcomes.add(new Outcome.Recommended(ranked.action(), outcomes.size() + 1, ranked.factors(), false, why));
        }
    }

    private static double number(FeatureMatrix terms, String name, int row) {
        return terms.has(name) && terms.column(name) instanceof NumberColumn column ? column.values()[row] : Double.NaN;
    }
}
