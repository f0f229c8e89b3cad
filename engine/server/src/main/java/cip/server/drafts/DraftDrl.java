package cip.server.drafts;

import cip.core.customer.CustomerSchema;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyHash;
import cip.core.decide.StrategyVocabulary;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.rule.Condition;
import cip.core.rule.DrlText;
import cip.server.strategies.LiveStrategy;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The Drools text of a draft's segments and actions, for reading only. Thread-safe. */
final class DraftDrl {
    private final Drafts drafts;
    private final LiveStrategy live;
    private final CustomerSchema schema;

    DraftDrl(Drafts drafts, LiveStrategy live, CustomerSchema schema) {
        this.drafts = drafts;
        this.live = live;
        this.schema = schema;
    }

    /**
     * @param id of a segment, an action or a table
     * @throws EngineException INVALID_STRATEGY while there are problems, NOT_FOUND when nothing has this id
     */
    String of(DraftDocument document, StrategyHash basedOn, String id) {
        CheckedDraft checked = drafts.check(document, basedOn);
        Strategy strategy = checked.valid().orElseThrow(checked::refusal);
        List<Condition> conditions = strategy.conditions(id);
        if (conditions.isEmpty()) {
            throw new EngineException(
                    ErrorCode.NOT_FOUND,
                    "The draft has no segment, no conditions of an action and no table with rows under this id.");
        }
        DrlText text = DrlText.of(
                1,
                conditions,
                StrategyVocabulary.of(strategy, schema),
                live.snapshot().decider().guardrails());
        return text.drl() + "\n// parameters: " + String.join(", ", text.parameterLines()) + "\n"
                + scores(strategy, conditions);
    }

    /** Which version gives each score that is asked for, a line each. */
    private static String scores(Strategy strategy, List<Condition> conditions) {
        Set<String> asked = new TreeSet<>();
        conditions.forEach(condition -> asked.addAll(condition.terms()));
        return strategy.models().stream()
                .filter(model -> asked.contains(model.score()))
                .map(model ->
                        "// " + model.score() + " is given by version " + model.version() + ", " + model.hash() + "\n")
                .collect(Collectors.joining());
    }
}
