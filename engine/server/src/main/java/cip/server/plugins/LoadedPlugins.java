package cip.server.plugins;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.spi.AudienceExporter;
import cip.spi.CustomerSource;
import cip.spi.Trainer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Every plugin of this start, by what it offers. Immutable and safe to share; what it hands out is made once. */
public final class LoadedPlugins implements AutoCloseable {
    private final List<LoadedPlugin> plugins;
    private final Map<PluginKind, Map<String, Offer<?>>> offers = new TreeMap<>();

    private LoadedPlugins(List<LoadedPlugin> plugins) {
        this.plugins = List.copyOf(plugins);
        for (PluginKind kind : PluginKind.values()) {
            offers.put(kind, new TreeMap<>());
        }
    }

    /** An installation without any plugin. */
    public static LoadedPlugins none() {
        return new LoadedPlugins(List.of());
    }

    /** @param report takes the folder and the problem when two plugins offer the same */
    static LoadedPlugins of(List<LoadedPlugin> plugins, BiConsumer<String, String> report) {
        LoadedPlugins all = new LoadedPlugins(plugins);
        for (LoadedPlugin plugin : plugins) {
            for (Offer<?> offer : plugin.offers()) {
                Offer<?> other = all.named(offer.kind()).putIfAbsent(offer.name(), offer);
                if (other != null) {
                    report.accept(
                            plugin.folder().path().toString(),
                            "It offers the " + offer.kind().words() + " " + offer.name() + ", and so does the plugin "
                                    + other.plugin() + ".\nMaybe one of the two is an older version: remove it.");
                }
            }
        }
        return all;
    }

    /** @throws EngineException {@code NOT_FOUND}, or {@code INVALID_CONFIGURATION} when its settings were refused */
    public CustomerSource customerSource(String name) {
        return (CustomerSource) ready(PluginKind.CUSTOMER_SOURCE, name);
    }

    /** @throws EngineException {@code NOT_FOUND}, or {@code INVALID_CONFIGURATION} when its settings were refused */
    public AudienceExporter audienceExporter(String name) {
        return (AudienceExporter) ready(PluginKind.AUDIENCE_EXPORTER, name);
    }

    /** @throws EngineException {@code NOT_FOUND}, or {@code INVALID_CONFIGURATION} when its settings were refused */
    public Trainer trainer(String name) {
        return (Trainer) ready(PluginKind.TRAINER, name);
    }

    /** The names offered of one kind that are ready for use, sorted. */
    public List<String> names(PluginKind kind) {
        return named(kind).values().stream()
                .filter(offer -> offer.made() != null)
                .map(Offer::name)
                .toList();
    }

    /** Every plugin, by name. */
    public List<PluginDescription> descriptions() {
        return plugins.stream().map(PluginDescription::of).toList();
    }

    @Override
    public void close() {
        plugins.forEach(LoadedPlugin::close);
    }

    private Map<String, Offer<?>> named(PluginKind kind) {
        return offers.getOrDefault(kind, Map.of());
    }

    private Object ready(PluginKind kind, String name) {
        Offer<?> offer = named(kind).get(name);
        if (offer == null) {
            throw new EngineException(
                    ErrorCode.NOT_FOUND,
                    "There is no " + kind.words() + " named " + name + ".\nMaybe one of these was meant: "
                            + named(kind).keySet() + ".");
        }
        return offer.ready();
    }
}
