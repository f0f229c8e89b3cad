package cip.server.drafts;

import cip.core.customer.CustomerSchema;
import cip.core.decide.EngagementRule;
import cip.core.decide.ModelReference;
import cip.core.decide.Segment;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyVocabulary;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.rule.Condition;
import cip.core.rule.DecisionTable;
import cip.core.rule.Term;
import cip.core.rule.Vocabulary;
import cip.server.customers.PersonalData;
import cip.server.http.Caller;
import cip.server.http.Role;
import cip.server.strategies.LiveStrategy;
import cip.server.strategies.ModelPins;

/**
 * Who is told whom a draft reaches. Whoever may not see personal data could find out a customer's by writing conditions on it
 * and counting: neither few customers nor the difference of two counts may be told, so none are, unless what is personal stands
 * as it does in the live strategy, whose segments everybody sees anyway. Thread-safe.
 */
final class DraftPrivacy {
    private final PersonalData personal;
    private final LiveStrategy live;
    private final ModelPins pins;
    private final CustomerSchema schema;

    DraftPrivacy(PersonalData personal, LiveStrategy live, ModelPins pins, CustomerSchema schema) {
        this.personal = personal;
        this.live = live;
        this.pins = pins;
        this.schema = schema;
    }

    /** @throws EngineException NOT_ALLOWED when the caller may not be given counts of the draft */
    void requireCountable(Strategy draft, Caller caller) {
        if (personal.isSeenBy(caller)) {
            return;
        }
        Strategy now = live.snapshot().decider().strategy();
        Vocabulary words = StrategyVocabulary.of(draft, schema);
        requireModelsCountable(draft, now, words);
        boolean sameSegments = draft.segments().equals(now.segments())
                && draft.tables().equals(now.tables())
                && draft.guardrails().equals(now.guardrails());
        for (Segment segment : draft.segments().segments()) {
            if (!sameSegments) {
                personal.requireCountable(segment.when(), words, caller);
            }
        }
        if (!sameSegments) {
            for (DecisionTable table : draft.tables()) {
                personal.requireCountable(new Condition.Any(table.conditions()), words, caller);
            }
        }
        for (EngagementRule rule : draft.engagement()) {
            if (!sameSegments || !now.engagement().contains(rule)) {
                personal.requireCountable(rule.whole(), words, caller);
            }
        }
    }

    /** A model could give away what it reads: its scores are counted like that itself, unless they are what is live. */
    private void requireModelsCountable(Strategy draft, Strategy now, Vocabulary words) {
        for (ModelReference model : draft.models()) {
            boolean personal = !now.models().contains(model)
                    && pins.inputs(model.hash()).stream()
                            .flatMap(input -> words.term(input).stream())
                            .anyMatch(Term::personal);
            if (personal) {
                throw new EngineException(
                        ErrorCode.NOT_ALLOWED,
                        "Version " + model.version() + " of " + model.label()
                                + " reads what identifies persons, which your role may not see: customers are not counted"
                                + " by it.\nMaybe choose another version, or ask somebody who may.");
            }
        }
    }

    /** Of those who may write drafts, whoever may not be given counts may not simulate either. */
    void requireSimulated(Strategy draft, Caller caller) {
        if (caller.has(Role.ADMIN) || caller.has(Role.MARKETER)) {
            requireCountable(draft, caller);
        }
    }

    /** The values of what is personal are not shown, however it stands in the live strategy. */
    void requireShown(Condition comparison, Strategy draft, Caller caller) {
        personal.requireCountable(comparison, StrategyVocabulary.of(draft, schema), caller);
    }
}
