package cip.core.decide;

import cip.core.action.ActionCatalogue;
import cip.core.contact.ContactPolicy;
import cip.core.feature.FeatureReference;
import cip.core.feature.FeatureSet;
import cip.core.rule.Condition;
import cip.core.rule.DecisionTable;
import java.util.List;
import java.util.Optional;

/**
 * Everything that decides, as one immutable value. Its hash is its version: two strategies with the same hash decide
 * alike. Models and guardrails are pinned by their own hashes.
 *
 * @param tables each output of which is a term: for engagement rules, and for segments if the table does not read them
 * @param contacts how often customers may be contacted
 * @param examples what it is meant to decide; a strategy that decides otherwise compiles and is not published
 */
public record Strategy(
        FeatureSet features,
        FeatureReference reference,
        List<ModelReference> models,
        SegmentRules segments,
        ActionCatalogue actions,
        List<EngagementRule> engagement,
        List<GuardrailReference> guardrails,
        Holdout holdout,
        List<DecisionTable> tables,
        ContactPolicy contacts,
        List<Example> examples) {
    public Strategy {
        tables = List.copyOf(tables);
        models = List.copyOf(models);
        engagement = List.copyOf(engagement);
        guardrails = List.copyOf(guardrails);
        examples = List.copyOf(examples);
    }

    /** Without tables, contact policy and examples. */
    public Strategy(
            FeatureSet features,
            FeatureReference reference,
            List<ModelReference> models,
            SegmentRules segments,
            ActionCatalogue actions,
            List<EngagementRule> engagement,
            List<GuardrailReference> guardrails,
            Holdout holdout) {
        this(
                features,
                reference,
                models,
                segments,
                actions,
                engagement,
                guardrails,
                holdout,
                List.of(),
                ContactPolicy.none(),
                List.of());
    }

    public Strategy withModels(List<ModelReference> others) {
        return new Strategy(
                features,
                reference,
                others,
                segments,
                actions,
                engagement,
                guardrails,
                holdout,
                tables,
                contacts,
                examples);
    }

    public Strategy withContacts(ContactPolicy others) {
        return new Strategy(
                features,
                reference,
                models,
                segments,
                actions,
                engagement,
                guardrails,
                holdout,
                tables,
                others,
                examples);
    }

    public Strategy withExamples(List<Example> others) {
        return new Strategy(
                features,
                reference,
                models,
                segments,
                actions,
                engagement,
                guardrails,
                holdout,
                tables,
                contacts,
                others);
    }

    public Optional<DecisionTable> table(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /** What is asked by a segment, by an action's three stages together, or by each row of a table; empty = no such id. */
    public List<Condition> conditions(String id) {
        Optional<Condition> segment = segments.segment(id).map(Segment::when);
        return segment.or(() -> engagement.stream()
                        .filter(rule -> rule.action().equals(id))
                        .map(EngagementRule::whole)
                        .findFirst())
                .map(List::of)
                .or(() -> table(id).map(DecisionTable::conditions))
                .orElse(List.of());
    }

    public StrategyHash hash() {
        return StrategyJson.hash(this);
    }

    /**
     * A file of the operator's own conditions as a strategy pins it.
     *
     * @param file its name below the guardrails folder
     * @param hash SHA-256 of its bytes, 64 hexadecimal digits
     */
    public record GuardrailReference(String file, String hash) {}
}
