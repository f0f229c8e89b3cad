package cip.server.plugins;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.spi.Factory;
import cip.spi.Settings;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a plugin offers.
 *
 * @param made {@code null} = its settings were refused
 * @param problem why they were refused, e.g. a missing one; empty = ready for use
 */
record Offer<T>(PluginKind kind, String name, String plugin, @Nullable T made, String problem) {
    static Offer<?> of(PluginKind kind, String plugin, Factory<?> factory, ClassLoader loader, Settings settings)
            throws PluginProblem {
        String name = InPlugin.call(loader, factory::name);
        if (!name.matches("[a-z][a-z0-9-]{0,62}")) {
            throw new PluginProblem(
                    "It offers a " + kind.words() + " named \"" + name + "\".",
                    "Maybe the name was meant for people: it is made of lower-case letters, digits and hyphens.");
        }
        try {
            Object made = Objects.requireNonNull(
                    InPlugin.call(loader, () -> factory.create(settings)), "create() returned null");
            return new Offer<>(kind, name, plugin, InPlugin.guarded(kind.type(), made, plugin, loader), "");
        } catch (IllegalArgumentException refused) {
            return new Offer<>(kind, name, plugin, null, String.valueOf(refused.getMessage()));
        }
    }

    T ready() {
        if (made != null) {
            return made;
        }
        throw new EngineException(
                ErrorCode.INVALID_CONFIGURATION,
                "The " + kind.words() + " " + name + " of plugin " + plugin + " is not set up: " + problem
                        + "\nMaybe plugins.settings." + plugin + " in config.yml has to be completed.");
    }
}
