package cip.server.drafts;

import cip.core.decide.ModelReference;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyProblem;
import cip.core.error.EngineException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The models of a draft: the hash of a version by the score that it gives. A score that is left out has the model of the
 * strategy behind the draft.
 */
final class DraftModels {
    static final String PART = "models";
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private DraftModels() {}

    /** Puts a version behind a score, or refuses: {@link cip.server.strategies.ModelPins}. */
    interface Pinning {
        ModelReference pinned(ModelReference now, String hash);
    }

    /** The models of a strategy. */
    static ObjectNode of(Strategy strategy) {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        strategy.models().forEach(model -> part.put(model.score(), model.hash()));
        return part;
    }

    /** The same with what is left out. @param base the strategy behind the draft */
    static ObjectNode whole(JsonNode part, Strategy base) {
        ObjectNode whole = of(base);
        part.properties().forEach(model -> whole.set(model.getKey(), model.getValue()));
        return whole;
    }

    /** The part without scores that a strategy has not. */
    static ObjectNode known(JsonNode part, Strategy base) {
        ObjectNode known = part.deepCopy();
        return known.retain(base.models().stream().map(ModelReference::score).toList());
    }

    /**
     * How the strategy behind the draft pins its scores, with the draft's versions.
     *
     * @param problems told of each version that it cannot pin: the one of the strategy stands in its place
     */
    static List<ModelReference> pinned(JsonNode part, Strategy base, Pinning pins, List<StrategyProblem> problems) {
        List<ModelReference> models = new ArrayList<>();
        for (ModelReference model : base.models()) {
            JsonNode hash = part.get(model.score());
            models.add(hash == null ? model : pinned(hash, model, pins, problems));
        }
        List<String> scores = base.models().stream().map(ModelReference::score).toList();
        part.fieldNames().forEachRemaining(score -> {
            if (!scores.contains(score)) {
                problems.add(new StrategyProblem(
                        PART + "/" + score,
                        "The strategy has no score " + score + ", expected one of " + String.join(", ", scores) + "."));
            }
        });
        return models;
    }

    private static ModelReference pinned(
            JsonNode hash, ModelReference now, Pinning pins, List<StrategyProblem> problems) {
        String place = PART + "/" + now.score();
        if (!HASH.matcher(hash.asText()).matches()) {
            problems.add(new StrategyProblem(
                    place,
                    now.label() + ": what stands for the model is no hash, expected the 64 hexadecimal digits of a"
                            + " registered version."));
            return now;
        }
        try {
            return pins.pinned(now, hash.asText());
        } catch (EngineException refused) {
            problems.add(new StrategyProblem(place, now.label() + ": " + refused.getMessage()));
            return now;
        }
    }
}
