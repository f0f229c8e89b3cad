package cip.server.openscoring;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.score.PmmlModel;
import cip.server.models.ModelRegistry;
import cip.server.models.RegisteredModel;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The models of the registry under the ids of this API: {@code churn_risk} is the champion of the score, the model that the
 * live strategy pins; {@code churn_risk@2} is version 2, champion or not. Those asked last stay in memory. Thread-safe.
 */
final class ServedModels {
    private static final long MOST_BYTES = 64L << 20;
    private static final char VERSION = '@';

    private final ModelRegistry registry;
    private final Supplier<Map<String, String>> champions;
    private final Cache<String, ServedModel> recent = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((String hash, ServedModel model) -> model.bytes())
            .build();

    /** @param champions hash of the model behind each score of the live strategy */
    ServedModels(ModelRegistry registry, Supplier<Map<String, String>> champions) {
        this.registry = registry;
        this.champions = champions;
    }

    /** @param version empty = the champion */
    record Id(String score, Optional<String> version) {
        static Id of(String text) {
            int at = text.indexOf(VERSION);
            return at < 0
                    ? new Id(text, Optional.empty())
                    : new Id(text.substring(0, at), Optional.of(text.substring(at + 1)));
        }
    }

    static String idOf(RegisteredModel model) {
        return model.card().score() + VERSION + model.version();
    }

    /** Every id with its model: champions first, then every version. */
    List<Map.Entry<String, RegisteredModel>> all() {
        List<Map.Entry<String, RegisteredModel>> all = new ArrayList<>();
        champions.get().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(champion -> all.add(Map.entry(champion.getKey(), registry.model(champion.getValue()))));
        registry.models().forEach(model -> all.add(Map.entry(idOf(model), model)));
        return all;
    }

    /** @throws EngineException NOT_FOUND */
    RegisteredModel registered(String id) {
        Id asked = Id.of(id);
        Optional<RegisteredModel> found = asked.version()
                .map(version -> registry.find(asked.score(), version))
                .orElseGet(() ->
                        Optional.ofNullable(champions.get().get(asked.score())).flatMap(registry::find));
        return found.orElseThrow(() -> new EngineException(
                ErrorCode.NOT_FOUND,
                "There is no model with this id.\nMaybe it has no champion: <score> asks the champion, <score>@<version>"
                        + " any version."));
    }

    /** @throws EngineException NOT_FOUND */
    ServedModel served(String id) {
        RegisteredModel model = registered(id);
        return Objects.requireNonNull(recent.get(model.hash(), hash -> {
            byte[] file = registry.pmml(hash);
            return new ServedModel(model, PmmlModel.read(file), file.length);
        }));
    }
}
