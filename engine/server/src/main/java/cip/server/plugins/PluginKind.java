package cip.server.plugins;

import cip.spi.AudienceExporter;
import cip.spi.CustomerSource;
import cip.spi.Factory;
import cip.spi.Plugin;
import cip.spi.Trainer;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What a plugin can offer. */
public enum PluginKind {
    CUSTOMER_SOURCE(CustomerSource.class, Plugin::customerSources),
    AUDIENCE_EXPORTER(AudienceExporter.class, Plugin::audienceExporters),
    TRAINER(Trainer.class, Plugin::trainers);

    private final Class<?> type;
    private final Function<Plugin, List<? extends Factory<?>>> factories;

    <T> PluginKind(Class<T> type, Function<Plugin, List<Factory<T>>> factories) {
        this.type = type;
        this.factories = factories::apply;
    }

    Class<?> type() {
        return type;
    }

    List<? extends Factory<?>> factoriesOf(Plugin plugin) {
        return factories.apply(plugin);
    }

    /** As written in a sentence. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
