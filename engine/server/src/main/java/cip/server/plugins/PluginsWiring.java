package cip.server.plugins;

import cip.server.wiring.Platform;
import io.dropwizard.lifecycle.Managed;

/** Loads the plugins at the start. */
public final class PluginsWiring {
    private PluginsWiring() {}

    /** @throws cip.core.error.EngineException naming every plugin folder that cannot be used */
    public static LoadedPlugins install(Platform platform, PluginsConfiguration configuration) {
        LoadedPlugins plugins = PluginLoader.load(configuration.below(platform.root()));
        platform.manage(new Managed() {
            @Override
            public void stop() {
                plugins.close();
            }
        });
        platform.route(new PluginsResource(plugins));
        return plugins;
    }
}
