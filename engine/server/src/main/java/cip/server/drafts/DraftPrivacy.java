package cip.server.drafts;

import cip.core.customer.CustomerSchema;
import cip.core.decide.EngagementRule;
import cip.core.decide.Segment;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyVocabulary;
import cip.core.error.EngineException;
import cip.core.rule.Condition;
import cip.core.rule.DecisionTable;
import cip.core.rule.Vocabulary;
import cip.server.customers.PersonalData;
import cip.server.http.Caller;
import cip.server.http.Role;
import cip.server.simulations.PersonalModels;
import cip.server.strategies.LiveStrategy;

/**
 * Who is told whom a draft reaches. Whoever may not see personal data could find out a customer's by writing conditions on it
 * and counting: neither few customers nor the difference of two counts may be told, so none are, unless what is personal stands
 * as it does in the live strategy, whose segments everybody sees anyway. Thread-safe.
 */
final class DraftPrivacy {
    private final PersonalData personal;
    private final LiveStrategy live;
    private final PersonalModels models;
    private final CustomerSchema schema;

    DraftPrivacy(PersonalData personal, LiveStrategy live, PersonalModels models, CustomerSchema schema) {
        this.personal = personal;
        this.live = live;
        this.models = models;
        this.schema = schema;
    }

    /** @throws EngineException NOT_ALLOWED when the caller may not be given counts of the draft */
    void requireCountable(Strategy draft, Caller caller) {
        if (personal.isSeenBy(caller)) {
            return;
        }
        Strategy now = live.snapshot().decider().strategy();
        Vocabulary words = StrategyVocabulary.of(draft, schema);
        models.requireCountable(draft, now, caller);
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
