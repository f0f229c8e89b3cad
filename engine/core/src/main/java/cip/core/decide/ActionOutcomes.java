package cip.core.decide;

import cip.core.action.Action;
import cip.core.action.ActionCatalogue;
import cip.core.action.Channel;
import cip.core.arbitrate.Arbitration;
import cip.core.arbitrate.RankedAction;
import cip.core.customer.CustomerId;
import cip.core.rule.BaseConditions;
import cip.core.rule.CompiledRules;
import cip.core.rule.Condition;
import cip.core.rule.ConditionTrace;
import cip.core.rule.Vocabulary;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of every action for a customer, asked in this order: holdout, engagement rules (eligibility,
 * applicability, suitability), consent, expected value; what is left is ranked. With nothing left the fallback stands in.
 */
final class ActionOutcomes {
    private static final int MOST_REASONS = 3;

    private final ActionCatalogue catalogue;
    private final List<EngagementRule> engagement;
    private final List<Action> actions;
    private final Holdout holdout;
    private final Arbitration arbitration;
    private final BaseConditions baseConditions;
    private final CompiledRules stageRules;

    /** @param stageRules one rule per engagement rule and stage, in this order */
    ActionOutcomes(Strategy strategy, BaseConditions baseConditions, CompiledRules stageRules) {
        this.catalogue = strategy.actions();
        this.engagement = strategy.engagement();
        this.actions = engagement.stream()
                .map(rule -> catalogue.action(rule.action()).orElseThrow())
                .toList();
        this.holdout = strategy.holdout();
        this.arbitration = new Arbitration(catalogue);
        this.baseConditions = baseConditions;
        this.stageRules = stageRules;
    }

    /** Which stages hold for which rows of the terms. */
    record Matched(FeatureMatrix terms, List<BitSet> stages) {
        boolean holds(int rule, EngagementRule.Stage stage, int row) {
            return stages.get(rule * EngagementRule.Stage.values().length + stage.ordinal())
                    .get(row);
        }
    }

    Matched match(FeatureMatrix terms) {
        return new Matched(terms, baseConditions.match(stageRules, terms));
    }

    /** @param words in which reasons are put; {@code null} = there are none */
    List<Outcome> of(CustomerId customer, Matched matched, int row, @Nullable Vocabulary words) {
        boolean heldOut = holdout.holds(customer);
        ToDoubleFunction<String> term = name -> number(matched.terms(), name, row);
        List<RankedAction> candidates = new ArrayList<>();
        List<Outcome> others = new ArrayList<>();
        for (int rule = 0; rule < actions.size(); rule++) {
            Action action = actions.get(rule);
            if (heldOut && action.kind() != Action.Kind.SERVICE) {
                others.add(new Outcome.HeldOut(action, "The customer is in the holdout that measures lift."));
                continue;
            }
            Optional<EngagementRule.Stage> failed = failedStage(matched, rule, row);
            if (failed.isPresent()) {
                others.add(new Outcome.NotEligible(
                        action,
                        failed.get(),
                        words == null
                                ? ""
                                : whyNot(matched, engagement.get(rule).at(failed.get()), row, words)));
                continue;
            }
            Optional<String> missingConsent = missingConsent(action, term);
            if (missingConsent.isPresent()) {
                others.add(new Outcome.Suppressed(action, missingConsent.get()));
                continue;
            }
            RankedAction weighed = arbitration.weigh(action, term);
            if (weighed.factors().expectedValue() < 0) {
                others.add(notWorthwhile(weighed));
            } else {
                candidates.add(weighed);
            }
        }
        List<Outcome> outcomes = new ArrayList<>(recommended(candidates, term, matched, row, words));
        outcomes.addAll(others);
        if (!candidates.isEmpty()) {
            outcomes.add(new Outcome.NotNeeded(fallback(), "Other actions are left for this customer."));
        }
        return outcomes;
    }

    private static Outcome notWorthwhile(RankedAction weighed) {
        double expectedValue = weighed.factors().expectedValue();
        return new Outcome.NotWorthwhile(
                weighed.action(),
                weighed.factors(),
                String.format(Locale.ROOT, "Its expected value is %.2f, below zero.", expectedValue));
    }

    /** How every engagement rule came out, in their order. */
    List<RuleTrace> traces(Matched matched, int row, Vocabulary words) {
        List<RuleTrace> traces = new ArrayList<>();
        for (int rule = 0; rule < engagement.size(); rule++) {
            EngagementRule engagementRule = engagement.get(rule);
            Action action = catalogue.action(engagementRule.action()).orElseThrow();
            traces.add(new RuleTrace(
                    action.id(),
                    action.name(),
                    failedStage(matched, rule, row).isEmpty(),
                    trace(matched, wholeOf(engagementRule), row, words)));
        }
        return traces;
    }

    private List<Outcome> recommended(
            List<RankedAction> candidates,
            ToDoubleFunction<String> term,
            Matched matched,
            int row,
            @Nullable Vocabulary words) {
        if (candidates.isEmpty()) {
            RankedAction fallback = arbitration.weigh(fallback(), term);
            List<String> reasons = words == null ? List.of() : List.of("No other action is left for this customer.");
            return List.of(new Outcome.Recommended(fallback.action(), 1, fallback.factors(), true, reasons));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (RankedAction ranked : arbitration.rank(candidates)) {
            List<String> reasons = words == null ? List.of() : reasons(matched, ranked.action(), row, words);
            outcomes.add(
                    new Outcome.Recommended(ranked.action(), outcomes.size() + 1, ranked.factors(), false, reasons));
        }
        return outcomes;
    }

    private Action fallback() {
        return catalogue.action(catalogue.fallback()).orElseThrow();
    }

    private static Optional<EngagementRule.Stage> failedStage(Matched matched, int rule, int row) {
        for (EngagementRule.Stage stage : EngagementRule.Stage.values()) {
            if (!matched.holds(rule, stage, row)) {
                return Optional.of(stage);
            }
        }
        return Optional.empty();
    }

    private Optional<String> missingConsent(Action action, ToDoubleFunction<String> term) {
        Channel channel = catalogue.channelOf(action);
        return channel.consentAttribute()
                .filter(attribute -> term.applyAsDouble(attribute) != 1)
                .map(attribute -> "No consent to be contacted by " + channel.label() + ".");
    }

    private List<String> reasons(Matched matched, Action action, int row, Vocabulary words) {
        EngagementRule rule = engagement.stream()
                .filter(r -> r.action().equals(action.id()))
                .findFirst()
                .orElseThrow();
        return trace(matched, wholeOf(rule), row, words).lines().stream()
                .filter(ConditionTrace.Line::met)
                .filter(line -> !line.group().equals("not"))
                .map(ActionOutcomes::sentence)
                .distinct()
                .limit(MOST_REASONS)
                .toList();
    }

    private String whyNot(Matched matched, Condition failed, int row, Vocabulary words) {
        return trace(matched, failed, row, words).lines().stream()
                .filter(line -> line.met() == line.group().equals("not"))
                .map(ActionOutcomes::sentence)
                .findFirst()
                .orElse("Its condition is not met.");
    }

    private ConditionTrace trace(Matched matched, Condition condition, int row, Vocabulary words) {
        return ConditionTrace.of(condition, words, matched.terms(), row, stageRules.guardrails());
    }

    private static String sentence(ConditionTrace.Line line) {
        if (line.operator().equals("GUARDRAIL")) {
            return "Guardrail " + line.label() + " " + line.actual() + ".";
        }
        boolean said = line.met() && line.value().equals(line.actual());
        return said ? line.text() + "." : line.text() + "; it is " + line.actual() + ".";
    }

    private static Condition wholeOf(EngagementRule rule) {
        return Condition.all(rule.eligibility(), rule.applicability(), rule.suitability());
    }

    private static double number(FeatureMatrix terms, String name, int row) {
        return terms.has(name) && terms.column(name) instanceof NumberColumn column ? column.values()[row] : Double.NaN;
    }
}
