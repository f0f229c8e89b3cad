package cip.server.strategies;

import cip.core.decide.ModelReference;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyHash;
import cip.core.decide.StrategyJson;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.rule.Guardrails;
import cip.server.store.Database;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Strategies as they are written, those asked for lately in memory: every key that a marketer presses asks for the one that
 * a draft is based on. A strategy never changes, so what is in memory is what is stored. Thread-safe.
 */
final class KeptStrategies {
    /** Of all documents in memory together, in characters; as objects they take about ten times as many bytes. */
    private static final long LARGEST = 16_000_000;

    private final Database database;
    private final StrategyStore store = new StrategyStore();
    private final ObjectMapper mapper = new ObjectMapper();
    private final Cache<StrategyHash, Kept> lately = Caffeine.newBuilder()
            .maximumWeight(LARGEST)
            .<StrategyHash, Kept>weigher((hash, kept) -> kept.characters())
            .build();

    KeptStrategies(Database database) {
        this.database = database;
    }

    /**
     * @param guardrails names of the operator's conditions that it can use
     * @param models hashes of the models that it pins
     * @param characters of its document
     */
    record Kept(Strategy strategy, Set<String> guardrails, Set<String> models, int characters) {}

    /** @throws EngineException NOT_FOUND when there is no strategy of this hash */
    Kept of(StrategyHash hash) {
        return lately.get(hash, this::read);
    }

    /** @throws EngineException NOT_FOUND when there is no file of this hash */
    String guardrails(String hash) {
        return database.read(handle -> store.guardrails(handle, hash))
                .orElseThrow(() -> new EngineException(
                        ErrorCode.NOT_FOUND, "There is no guardrail file with the hash " + hash + "."));
    }

    private Kept read(StrategyHash hash) {
        String document = database.read(handle -> store.document(handle, hash))
                .orElseThrow(() ->
                        new EngineException(ErrorCode.NOT_FOUND, "There is no strategy with the hash " + hash + "."));
        Strategy strategy = StrategyJson.read(json(document));
        Set<String> guardrails = Guardrails.namesIn(strategy.guardrails().stream()
                .map(file -> guardrails(file.hash()))
                .toList());
        Set<String> models =
                strategy.models().stream().map(ModelReference::hash).collect(Collectors.toUnmodifiableSet());
        return new Kept(strategy, guardrails, models, document.length());
    }

    private JsonNode json(String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException e) {
            throw new EngineException(ErrorCode.INTERNAL, "A stored document is not JSON.", e);
        }
    }
}
