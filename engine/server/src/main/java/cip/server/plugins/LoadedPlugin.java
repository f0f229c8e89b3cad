package cip.server.plugins;

import cip.spi.Factory;
import cip.spi.Plugin;
import cip.spi.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** One plugin that loaded, with everything it offers already made. */
record LoadedPlugin(PluginFolder folder, URLClassLoader loader, SortedSet<String> settingNames, List<Offer<?>> offers) {
    /** @throws RuntimeException whatever the plugin throws, but for settings it refuses */
    static LoadedPlugin of(PluginFolder folder, Plugin plugin, URLClassLoader loader, Settings settings)
            throws PluginProblem {
        SortedSet<String> settingNames = new TreeSet<>();
        List<Offer<?>> offers = new ArrayList<>();
        for (PluginKind kind : PluginKind.values()) {
            for (Factory<?> factory : InPlugin.call(loader, () -> List.copyOf(kind.factoriesOf(plugin)))) {
                settingNames.addAll(InPlugin.call(loader, factory::settingNames));
                offers.add(Offer.of(kind, folder.name(), factory, loader, settings));
            }
        }
        if (offers.isEmpty()) {
            throw new PluginProblem(
                    "The plugin in it offers nothing.",
                    "Maybe it overrides none of the methods of cip.spi.Plugin that list factories.");
        }
        return new LoadedPlugin(folder, loader, settingNames, List.copyOf(offers));
    }

    String name() {
        return folder.name();
    }

    void close() {
        close(loader);
    }

    static void close(URLClassLoader loader) {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
