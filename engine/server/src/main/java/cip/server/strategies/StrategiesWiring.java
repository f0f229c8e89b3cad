package cip.server.strategies;

import cip.core.customer.CustomerSchema;
import cip.core.decide.CustomerBase;
import cip.server.models.ModelFolder;
import cip.server.wiring.Platform;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Publishes the rules folder and makes the live strategy ready before anything asks for it. */
public final class StrategiesWiring {
    private StrategiesWiring() {}

    /** @throws cip.core.error.EngineException INVALID_STRATEGY naming every problem of the rules folder */
    public static LiveStrategy install(Platform platform, CustomerSchema schema, Path rules, ModelFolder models) {
        LiveStrategy live = new LiveStrategy(platform.database(), schema);
        StrategyFolder folder = new StrategyFolder(rules, models);
        new FolderPublisher(platform.database(), folder, live, platform.audit(), platform.clock()).publishChanges();
        live.reload();
        platform.route(new VocabularyResource(live));
        return live;
    }

    /** The routes that count over the base, once there can be one. */
    public static void routes(
            Platform platform,
            LiveStrategy live,
            Supplier<Optional<CustomerBase>> base,
            CustomerSchema schema,
            String valueScore) {
        platform.route(new StrategiesResource(live, base, schema, valueScore));
    }
}
