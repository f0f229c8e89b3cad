package cip.core.decide;

import cip.core.action.Action;
import cip.core.action.ActionCatalogue;
import cip.core.action.Channel;
import cip.core.arbitrate.Arbitration;
import cip.core.arbitrate.RankedAction;
import cip.core.rule.BaseConditions;
import cip.core.rule.CompiledRules;
import cip.core.rule.ConditionTraces;
import cip.core.rule.CustomerWords;
import cip.core.rule.EngineParity;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of every action for a customer, asked in this order: holdout, engagement rules (eligibility,
 * applicability, suitability), consent, expected value; what is left is ranked. With nothing left the fallback stands in.
 */
final class ActionOutcomes {
    static final List<EngagementRule.Stage> STAGES = List.of(EngagementRule.Stage.values());

    private final ActionCatalogue catalogue;
    private final List<Action> actions;
    private final Arbitration arbitration;
    private final BaseConditions baseConditions;
    private final CompiledRules stageRules;
    private final ConditionTraces stageTraces;

    /** @param stageRules one rule per engagement rule and stage, in this order */
    ActionOutcomes(Strategy strategy, BaseConditions baseConditions, CompiledRules stageRules) {
        this.catalogue = strategy.actions();
        this.actions = strategy.engagement().stream()
                .map(rule -> catalogue.action(rule.action()).orElseThrow())
                .toList();
        this.arbitration = new Arbitration(catalogue);
        this.baseConditions = baseConditions;
        this.stageRules = stageRules;
        this.stageTraces = stageRules.traces(baseConditions.vocabulary());
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
    record Matched(FeatureMatrix terms, List<BitSet> stages) {
        boolean holds(int rule, EngagementRule.Stage stage, int row) {
            return stages.get(rule * STAGES.size() + stage.ordinal()).get(row);
        }

        /** The first stage of a rule that does not hold for a row. */
        Optional<EngagementRule.Stage> failedStage(int rule, int row) {
            for (EngagementRule.Stage stage : STAGES) {
                if (!holds(rule, stage, row)) {
                    return Optional.of(stage);
                }
            }
            return Optional.empty();
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
     * @param heldOut whether the customer is left untouched to measure lift
     * @param reasons of the same customers; {@code null} = none are given
     */
    List<Outcome> of(boolean heldOut, Matched matched, int row, @Nullable ActionReasons reasons) {
        ToDoubleFunction<String> term = name -> number(matched.terms(), name, row);
        List<RankedAction> candidates = new ArrayList<>();
        List<Outcome> others = new ArrayList<>();
        for (int rule = 0; rule < actions.size(); rule++) {
            Action action = actions.get(rule);
            if (heldOut && action.kind() != Action.Kind.SERVICE) {
                others.add(new Outcome.HeldOut(action, "The customer is in the holdout that measures lift."));
                continue;
            }
            Optional<EngagementRule.Stage> failed = matched.failedStage(rule, row);
            if (failed.isPresent()) {
                String why = reasons == null ? "" : reasons.whyNot(rule, failed.get(), row);
                others.add(new Outcome.NotEligible(action, failed.get(), why));
                continue;
            }
            Optional<String> missingConsent = missingConsent(action, term);
            if (missingConsent.isPresent()) {
                others.add(new Outcome.Suppressed(action, missingConsent.get()));
                continue;
            }
            RankedAction weighed = arbitration.weigh(action, term);
            if (weighed.factors().expectedValue() < 0) {
                others.add(new Outcome.NotWorthwhile(weighed.action(), weighed.factors()));
            } else {
                candidates.add(weighed);
            }
        }
        List<Outcome> outcomes = new ArrayList<>(recommended(candidates, term, row, reasons));
        outcomes.addAll(others);
        if (!candidates.isEmpty()) {
            outcomes.add(new Outcome.NotNeeded(fallback(), "Other actions are left for this customer."));
        }
        return outcomes;
    }

    private List<Outcome> recommended(
            List<RankedAction> candidates, ToDoubleFunction<String> term, int row, @Nullable ActionReasons reasons) {
        if (candidates.isEmpty()) {
            RankedAction fallback = arbitration.weigh(fallback(), term);
            List<String> why = reasons == null ? List.of() : List.of("No other action is left for this customer.");
            return List.of(new Outcome.Recommended(fallback.action(), 1, fallback.factors(), true, why));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (RankedAction ranked : arbitration.rank(candidates)) {
            List<String> why = reasons == null ? List.of() : reasons.why(ranked.action(), row);
            outcomes.add(new Outcome.Recommended(ranked.action(), outcomes.size() + 1, ranked.factors(), false, why));
        }
        return outcomes;
    }

    private Action fallback() {
        return catalogue.action(catalogue.fallback()).orElseThrow();
    }

    private Optional<String> missingConsent(Action action, ToDoubleFunction<String> term) {
        Channel channel = catalogue.channelOf(action);
        return channel.consentAttribute()
                .filter(attribute -> term.applyAsDouble(attribute) != 1)
                .map(attribute -> "No consent to be contacted by " + channel.label() + ".");
    }

    private static double number(FeatureMatrix terms, String name, int row) {
        return terms.has(name) && terms.column(name) instanceof NumberColumn column ? column.values()[row] : Double.NaN;
    }
}
