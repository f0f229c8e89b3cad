package cip.server.plugins;

import cip.server.store.TestDatabases;
import cip.spi.Plugin;
import cip.spi.Settings;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Plugins of the test's own class path, offered like loaded ones. */
public final class PluginsOnClassPath {
    private PluginsOnClassPath() {}

    /** A plugin folder that holds this one, packed while the test runs; its libraries must be few and small. */
    public static Path folderOf(Plugin plugin) {
        Path plugins = TestDatabases.newFolder();
        Path own = TinyPlugins.folder(plugins, plugin.name());
        PluginJar jar = new PluginJar();
        addEntries(jar, PluginJar.location(plugin.getClass()));
        jar.write(own.resolve(plugin.name() + ".jar"));
        copy(PluginJar.location(CsvWriter.class), own.resolve("fastcsv.jar"));
        return plugins;
    }

    private static void addEntries(PluginJar jar, Path classes) {
        Path root = Files.isDirectory(classes) ? classes : zipRoot(classes);
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                jar.entry(root.relativize(file).toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path zipRoot(Path jar) {
        try {
            return FileSystems.newFileSystem(jar).getPath("/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
