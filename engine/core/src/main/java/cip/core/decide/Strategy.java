package cip.core.decide;

import cip.core.action.ActionCatalogue;
import cip.core.feature.FeatureReference;
import cip.core.feature.FeatureSet;
import java.util.List;

/**
 * Everything that decides, as one immutable value. Its hash is its version: two strategies with the same hash decide
 * alike. Models and guardrails are pinned by their own hashes.
 *
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
        List<Example> examples) {
    public Strategy {
        models = List.copyOf(models);
        engagement = List.copyOf(engagement);
        guardrails = List.copyOf(guardrails);
        examples = List.copyOf(examples);
    }

    /** Without examples. */
    public Strategy(
            FeatureSet features,
            FeatureReference reference,
            List<ModelReference> models,
            SegmentRules segments,
            ActionCatalogue actions,
            List<EngagementRule> engagement,
            List<GuardrailReference> guardrails,
            Holdout holdout) {
        this(features, reference, models, segments, actions, engagement, guardrails, holdout, List.of());
    }

    public Strategy withModels(List<ModelReference> others) {
        return new Strategy(features, reference, others, segments, actions, engagement, guardrails, holdout, examples);
    }

    public Strategy withExamples(List<Example> others) {
        return new Strategy(features, reference, models, segments, actions, engagement, guardrails, holdout, others);
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
