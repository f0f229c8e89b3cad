package cip.server.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.spi.CustomerSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginLoaderTest {
    @TempDir
    Path plugins;

    @Test
    void pluginIsFoundByTheNamesOfWhatItOffers() {
        jar("shop", "shop.jar", source("shop", "orders"));
        try (LoadedPlugins loaded = load()) {
            assertThat(loaded.names(PluginKind.CUSTOMER_SOURCE)).containsExactly("orders");
            assertThat(loaded.names(PluginKind.TRAINER)).isEmpty();
            assertThat(loaded.customerSource("orders").columns()).containsExactly("orders");
            assertThat(loaded.descriptions())
                    .containsExactly(new PluginDescription(
                            "shop",
                            List.of(new PluginDescription.Offered(PluginKind.CUSTOMER_SOURCE, "orders", "")),
                            "shop.jar"));
        }
    }

    @Test
    void folderWithoutPluginsLoadsNone() {
        try (LoadedPlugins loaded = load()) {
            assertThat(loaded.descriptions()).isEmpty();
        }
    }

    @Test
    void settingsReachThePlugin() {
        jar("shop", "shop.jar", configured());
        try (LoadedPlugins loaded = load(Map.of("shop", Map.of("url", "u1")))) {
            assertThat(loaded.customerSource("orders").columns()).containsExactly("u1");
        }
    }

    @Test
    void offerWhoseSettingsAreMissingIsRefusedWhenItIsAskedFor() {
        jar("shop", "shop.jar", configured());
        try (LoadedPlugins loaded = load()) {
            assertThat(loaded.names(PluginKind.CUSTOMER_SOURCE)).isEmpty();
            assertThat(loaded.descriptions().get(0).kinds().get(0).problem()).contains("url is missing");
            assertThatThrownBy(() -> loaded.customerSource("orders"))
                    .isInstanceOfSatisfying(EngineException.class, failure -> assertThat(failure.code())
                            .isEqualTo(ErrorCode.INVALID_CONFIGURATION))
                    .hasMessageContaining("The setting url is missing")
                    .hasMessageContaining("plugins.settings.shop");
        }
    }

    @Test
    void unknownNameIsNotFoundAndTheKnownOnesAreNamed() {
        jar("shop", "shop.jar", source("shop", "orders"));
        try (LoadedPlugins loaded = load()) {
            assertThatThrownBy(() -> loaded.customerSource("order"))
                    .isInstanceOfSatisfying(EngineException.class, failure -> assertThat(failure.code())
                            .isEqualTo(ErrorCode.NOT_FOUND))
                    .hasMessageContaining("[orders]");
        }
    }

    @Test
    void pluginUsesItsOwnCopyOfALibrary() {
        String old = "package lib; public class Version { public static String text() { return \"old\"; } }";
        Path oldJar =
                new PluginJar().source("lib.Version", old).write(folder("a").resolve("lib.jar"));
        Path newJar = new PluginJar()
                .source("lib.Version", old.replace("old", "new"))
                .write(folder("b").resolve("lib.jar"));
        for (String name : List.of("a", "b")) {
            jar(
                    name,
                    name + ".jar",
                    source(name, "source-" + name, "lib.Version.text()"),
                    name.equals("a") ? oldJar : newJar);
        }
        try (LoadedPlugins loaded = load()) {
            assertThat(loaded.customerSource("source-a").columns()).containsExactly("old");
            assertThat(loaded.customerSource("source-b").columns()).containsExactly("new");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cip.core.error.EngineException",
                "cip.server.plugins.PluginLoader",
                "org.jdbi.v3.core.Jdbi",
                "com.fasterxml.jackson.databind.ObjectMapper"
            })
    void pluginCannotSeeTheEngine(String className) {
        jar("spy", "spy.jar", source("spy", "spy", """
                seen("%s")""".formatted(className)));
        try (LoadedPlugins loaded = load()) {
            assertThat(loaded.customerSource("spy").columns()).containsExactly("no");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cip.spi.Plugin", "org.slf4j.Logger", "java.sql.Connection"})
    void pluginSeesWhatItCompilesAgainst(String className) {
        jar("spy", "spy.jar", source("spy", "spy", "seen(\"%s\")".formatted(className)));
        try (LoadedPlugins loaded = load()) {
            assertThat(loaded.customerSource("spy").columns()).containsExactly("yes");
        }
    }

    @Test
    void pluginCannotReadTheEnginesResources() {
        jar(
                "spy",
                "spy.jar",
                source(
                        "spy",
                        "spy",
                        """
                String.valueOf(test.Spy.class.getClassLoader().getResource("cip/core/error/EngineException.class"))"""));
        try (LoadedPlugins loaded = load()) {
            assertThat(loaded.customerSource("spy").columns()).containsExactly("null");
        }
    }

    @Test
    void librariesOfThePluginFindTheirPartsThroughTheContextClassLoader() {
        jar("shop", "shop.jar", source("shop", "orders", "Thread.currentThread().getContextClassLoader().getName()"));
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (LoadedPlugins loaded = load()) {
            CustomerSource orders = loaded.customerSource("orders");
            assertThat(orders.columns()).containsExactly("shop");
        }
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void classMissingAtWorkNamesThePlugin() throws IOException {
        Path library = new PluginJar()
                .source("lib.Gone", "package lib; public class Gone { public static String text() { return \"x\"; } }")
                .write(folder("shop").resolve("lib.jar"));
        jar("shop", "shop.jar", source("shop", "orders", "lib.Gone.text()"), library);
        Files.delete(library);
        try (LoadedPlugins loaded = load()) {
            assertThatThrownBy(() -> loaded.customerSource("orders").columns())
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("plugin shop lacks a class")
                    .hasMessageContaining("lib/Gone");
        }
    }

    @Test
    void hiddenFoldersFilesAndTheBuildsOutputAreNoPlugins() throws IOException {
        Files.createDirectory(plugins.resolve(".git"));
        Files.createDirectory(plugins.resolve("target"));
        Files.writeString(plugins.resolve("pom.xml"), "<project/>", StandardCharsets.UTF_8);
        try (LoadedPlugins loaded = load()) {
            assertThat(loaded.descriptions()).isEmpty();
        }
    }

    private LoadedPlugins load() {
        return load(Map.of());
    }

    private LoadedPlugins load(Map<String, Map<String, String>> settings) {
        return PluginLoader.load(PluginsConfiguration.of(plugins, settings, List.of()));
    }

    private void jar(String folder, String name, PluginJar jar, Path... libraries) {
        List.of(libraries).forEach(jar::against);
        jar.write(folder(folder).resolve(name));
    }

    private Path folder(String name) {
        return TinyPlugins.folder(plugins, name);
    }

    private static PluginJar source(String plugin, String offer) {
        return TinyPlugins.source(plugin, offer, "\"" + offer + "\"");
    }

    private static PluginJar source(String plugin, String offer, String column) {
        return TinyPlugins.source(plugin, offer, column);
    }

    private static PluginJar configured() {
        return TinyPlugins.configuredSource("shop", "orders", "url");
    }
}
