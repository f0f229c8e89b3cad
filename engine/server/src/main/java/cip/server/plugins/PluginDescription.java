package cip.server.plugins;

import java.util.List;

/**
 * A plugin as shown to administrators.
 *
 * @param jar the plugin's own jar or jars and those of its libraries, comma-separated
 */
public record PluginDescription(String name, List<Offered> kinds, String jar) {
    static PluginDescription of(LoadedPlugin plugin) {
        return new PluginDescription(
                plugin.name(),
                plugin.offers().stream()
                        .map(offer -> new Offered(offer.kind(), offer.name(), offer.problem()))
                        .toList(),
                String.join(", ", plugin.folder().jarNames()));
    }

    /**
     * One thing that the plugin offers.
     *
     * @param problem why it cannot be used as it is set up; empty = it can
     */
    public record Offered(PluginKind kind, String name, String problem) {}
}
