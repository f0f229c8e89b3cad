package cip.server.strategies;

import cip.core.decide.ModelReference;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyHash;
import cip.core.decide.StrategyJson;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.store.Database;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Makes strategies that differ from the live one, and keeps them by their hash so that they can be tried. Thread-safe. */
public final class StrategyCandidates {
    private final Database database;
    private final LiveStrategy live;
    private final ModelPins pins;
    private final Clock clock;
    private final StrategyStore store = new StrategyStore();

    StrategyCandidates(Database database, LiveStrategy live, ModelPins pins, Clock clock) {
        this.database = database;
        this.live = live;
        this.pins = pins;
        this.clock = clock;
    }

    /**
     * A strategy with other models, neither kept nor compiled.
     *
     * @param hashes of models by the score that each is to give
     * @throws EngineException NOT_FOUND for an unknown model; INVALID_VALUE when a model does not give the score or the
     *     strategy has no such score; CONFLICT for one that was put away
     */
    public Strategy withModels(Strategy now, Map<String, String> hashes) {
        TreeSet<String> unknown = new TreeSet<>(hashes.keySet());
        List<ModelReference> references = new ArrayList<>();
        for (ModelReference reference : now.models()) {
            unknown.remove(reference.score());
            String hash = hashes.get(reference.score());
            references.add(hash == null ? reference : pins.pinned(reference, hash));
        }
        if (!unknown.isEmpty()) {
            throw new EngineException(
                            ErrorCode.INVALID_VALUE,
                            "The live strategy has no score " + String.join(", ", unknown) + ".")
                    .about("models." + unknown.first());
        }
        return now.withModels(references);
    }

    /** @throws EngineException INVALID_STRATEGY when it does not compile */
    public StrategyHash keep(Strategy candidate) {
        StrategyHash hash = candidate.hash();
        live.decider(candidate);
        database.execute(handle ->
                store.keepStrategy(handle, hash, StrategyJson.write(candidate).toString(), clock.instant()));
        return hash;
    }
}
