package cip.server.models;

import cip.server.wiring.Platform;
import cip.spi.FeatureMatrix;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Puts the models folder, the registry and their routes together. */
public final class ModelsWiring {
    private final ModelFolder folder;
    private final ModelRegistry registry;

    private ModelsWiring(Platform platform) {
        this.folder = new ModelFolder(platform.root().resolve("pmml"));
        this.registry = new ModelRegistry(platform.database(), platform.audit(), platform.clock());
    }

    /**
     * Registers every model of the folder {@code pmml} beside config.yml.
     *
     * @throws cip.core.error.EngineException INVALID_MODEL naming the model that cannot be read
     */
    public static ModelsWiring install(Platform platform) {
        ModelsWiring wiring = new ModelsWiring(platform);
        platform.database()
                .execute(handle -> wiring.folder.all().forEach(model -> wiring.registry.keepShipped(handle, model)));
        return wiring;
    }

    /**
     * @param champions hash of the model behind each score of the strategy that was live at an instant
     * @param sample features of some customers, on whom a new model is tried
     */
    public void routes(
            Platform platform, Function<Instant, Map<String, String>> champions, Supplier<FeatureMatrix> sample) {
        platform.route(new ModelsResource(registry, new ModelUpload(registry, sample), champions, platform.clock()));
    }

    public ModelFolder folder() {
        return folder;
    }

    public ModelRegistry registry() {
        return registry;
    }
}
