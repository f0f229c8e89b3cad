package cip.server.models;

import cip.server.wiring.Platform;

/** Puts the models folder together with its route. */
public final class ModelsWiring {
    private ModelsWiring() {}

    /** @return the folder {@code pmml} beside config.yml */
    public static ModelFolder install(Platform platform) {
        ModelFolder folder = new ModelFolder(platform.root().resolve("pmml"));
        platform.route(new ModelsResource(folder));
        return folder;
    }
}
