package cip.server.strategies;

import cip.core.customer.CustomerSchema;
import cip.core.decide.CustomerBase;
import cip.core.decide.ModelReference;
import cip.core.feature.FittedFeatures;
import cip.server.models.ModelRegistry;
import cip.server.models.ModelsWiring;
import cip.server.models.PinnableModels;
import cip.server.wiring.Platform;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Publishes the rules folder and makes the live strategy ready before anything asks for it. */
public final class StrategiesWiring {
    private final LiveStrategy live;
    private final Publisher publisher;
    private final Challengers challengers;
    private final ModelPins pins;
    private final StrategyCandidates candidates;

    private StrategiesWiring(Platform platform, CustomerSchema schema, ModelRegistry models) {
        this.live = new LiveStrategy(platform.database(), models, schema);
        this.publisher = new Publisher(platform.database(), live, platform.audit(), platform.clock());
        this.challengers = new Challengers(live, publisher);
        this.pins = new ModelPins(new PinnableModels(platform.database(), platform.clock()));
        this.candidates = new StrategyCandidates(platform.database(), live, pins, platform.clock());
    }

    /** @throws cip.core.error.EngineException INVALID_STRATEGY naming every problem of the rules folder */
    public static StrategiesWiring install(Platform platform, CustomerSchema schema, Path rules, ModelsWiring models) {
        StrategiesWiring wiring = new StrategiesWiring(platform, schema, models.registry());
        StrategyFolder folder = new StrategyFolder(rules, models.folder());
        new FolderPublisher(
                        platform.database(), folder, models.registry(), wiring.live, wiring.publisher, platform.clock())
                .publishChanges();
        wiring.live.reload();
        platform.route(new VocabularyResource(wiring.live));
        return wiring;
    }

    /** The routes that count over the base, once there can be one. */
    public void routes(
            Platform platform,
            Supplier<Optional<CustomerBase>> base,
            CustomerSchema schema,
            String valueScore,
            Runnable whenPublished) {
        platform.route(new ChallengersResource(challengers, live, base, whenPublished));
        platform.route(new StrategiesResource(live, base, schema, valueScore));
    }

    /** Hash of the model behind each score of the strategy that was live at an instant; empty before the first. */
    public Map<String, String> champions(Instant at) {
        return live
                .at(at)
                .map(publication -> live.strategy(publication.strategy()).models())
                .orElse(List.of())
                .stream()
                .collect(Collectors.toMap(ModelReference::score, ModelReference::hash));
    }

    /** The features of the live strategy. */
    public FittedFeatures features() {
        return live.snapshot().decider().features();
    }

    public LiveStrategy live() {
        return live;
    }

    public Publisher publisher() {
        return publisher;
    }

    public Challengers challengers() {
        return challengers;
    }

    public StrategyCandidates candidates() {
        return candidates;
    }

    public ModelPins pins() {
        return pins;
    }
}
