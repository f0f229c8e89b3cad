package cip.server.plugins;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.spi.Plugin;
import cip.spi.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Turns every subfolder of the plugin folder into one plugin with a class loader of its own. Any broken plugin stops the
 * start; all problems are reported together, each under its folder.
 */
public final class PluginLoader {
    private final PluginsConfiguration configuration;
    private final List<String> problems = new ArrayList<>();
    private final List<LoadedPlugin> loaded = new ArrayList<>();

    private PluginLoader(PluginsConfiguration configuration) {
        this.configuration = configuration;
    }

    /** @throws EngineException {@code INVALID_PLUGIN} naming every folder that cannot be used, and what to do */
    public static LoadedPlugins load(PluginsConfiguration configuration) {
        return new PluginLoader(configuration).load();
    }

    private LoadedPlugins load() {
        try {
            JarSignatures signatures = JarSignatures.by(configuration.trustedKeys());
            for (Path path : folders()) {
                try {
                    loaded.add(load(PluginFolder.read(path), signatures));
                } catch (PluginProblem problem) {
                    report(path.toString(), problem.text());
                }
            }
            checkSettings();
            LoadedPlugins plugins = LoadedPlugins.of(loaded, this::report);
            if (problems.isEmpty()) {
                return plugins;
            }
        } catch (PluginProblem problem) {
            problems.add(problem.text());
        }
        loaded.forEach(LoadedPlugin::close);
        throw new EngineException(ErrorCode.INVALID_PLUGIN, String.join("\n", problems));
    }

    private List<Path> folders() throws PluginProblem {
        Path folder = configuration.folder();
        if (!Files.isDirectory(folder)) {
            throw new PluginProblem(
                    "The plugin folder " + folder.toAbsolutePath() + " does not exist.",
                    "Maybe the product was started in another folder than usual, or plugins.folder in config.yml is"
                            + " wrong.");
        }
        try {
            return PluginFolder.in(folder);
        } catch (IOException e) {
            throw new PluginProblem(
                    "The plugin folder " + folder.toAbsolutePath() + " cannot be read: " + e + ".",
                    "Maybe the engine's user may not read it.",
                    e);
        }
    }

    private LoadedPlugin load(PluginFolder folder, JarSignatures signatures) throws PluginProblem {
        signatures.check(folder);
        PluginClassLoader loader = new PluginClassLoader(folder.name(), folder.jars());
        try {
            Plugin plugin = onlyPlugin(loader);
            if (!folder.name().equals(plugin.name())) {
                throw new PluginProblem(
                        "The plugin in it calls itself " + plugin.name() + ".",
                        "Maybe the folder was renamed: a folder has the name of its plugin.");
            }
            Map<String, String> settings = configuration.settings().getOrDefault(folder.name(), Map.of());
            return LoadedPlugin.of(folder, plugin, loader, new Settings(settings));
        } catch (PluginProblem problem) {
            LoadedPlugin.close(loader);
            throw problem;
        } catch (Exception | LinkageError | AssertionError | ServiceConfigurationError failure) {
            LoadedPlugin.close(loader);
            throw new PluginProblem(
                    "The plugin in it failed: " + innermost(failure) + ".",
                    "Maybe a jar that it needs is missing in the folder, or it was compiled against another version of"
                            + " cip-spi: build it again.",
                    failure);
        }
    }

    private static Plugin onlyPlugin(PluginClassLoader loader) throws PluginProblem {
        List<ServiceLoader.Provider<Plugin>> providers =
                ServiceLoader.load(Plugin.class, loader).stream().toList();
        if (providers.size() == 1) {
            return InPlugin.call(loader, providers.get(0)::get);
        }
        if (providers.isEmpty()) {
            throw new PluginProblem(
                    "No jar in it names a plugin.",
                    "Maybe META-INF/services/cip.spi.Plugin is missing; it holds the name of the class that implements"
                            + " cip.spi.Plugin.");
        }
        throw new PluginProblem(
                "Its jars name " + providers.size() + " plugins: "
                        + providers.stream()
                                .map(each -> each.type().getName())
                                .sorted()
                                .toList() + ".",
                "Maybe the jars of two plugins were put into one folder; each plugin has its own.");
    }

    private void checkSettings() {
        configuration.settings().forEach((name, settings) -> {
            LoadedPlugin plugin = loaded.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElse(null);
            if (plugin != null) {
                settings.keySet().stream()
                        .filter(key -> !plugin.settingNames().contains(key))
                        .forEach(key -> report(
                                plugin.folder().path().toString(),
                                "config.yml sets plugins.settings." + name + "." + key
                                        + ", which the plugin does not know.\nMaybe one of its settings was meant: "
                                        + plugin.settingNames() + "."));
            } else if (!Files.isDirectory(configuration.folder().resolve(name))) {
                report(
                        configuration.folder().resolve(name).toString(),
                        "config.yml has settings for the plugin " + name + ", but this folder does not exist.\n"
                                + "Maybe it was misspelt or removed; there are "
                                + loaded.stream().map(LoadedPlugin::name).toList() + ".");
            }
        });
    }

    private void report(String folder, String problem) {
        problems.add("The plugin folder " + folder + " cannot be used. " + problem);
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }
}
