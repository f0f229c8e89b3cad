package cip.server.plugins;

import cip.spi.Plugin;
import cip.spi.Settings;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/** Plugins of the test's own class path, offered like loaded ones. */
public final class PluginsOnClassPath {
    private PluginsOnClassPath() {}

    public static LoadedPlugins of(Plugin plugin) {
        PluginFolder folder = new PluginFolder(plugin.name(), Path.of(plugin.name()), List.of());
        URLClassLoader loader = new URLClassLoader(new URL[0], plugin.getClass().getClassLoader());
        try {
            LoadedPlugin loaded = LoadedPlugin.of(folder, plugin, loader, Settings.none());
            return LoadedPlugins.of(List.of(loaded), (where, problem) -> {
                throw new IllegalStateException(problem);
            });
        } catch (PluginProblem problem) {
            throw new IllegalStateException(problem);
        }
    }
}
