package cip.server.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
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

class BrokenPluginTest {
    @TempDir
    Path plugins;

    @Test
    void sourceFolderThatWasNotBuiltIsRefused() throws IOException {
        Files.createFile(folder("shop").resolve("pom.xml"));
        assertThat(refusal()).contains(plugins.resolve("shop").toString(), "no jar", "mvn package");
    }

    @Test
    void emptyFolderIsRefused() {
        folder("shop");
        assertThat(refusal()).contains(plugins.resolve("shop").toString(), "no jar", "remove the folder");
    }

    @Test
    void missingPluginFolderIsRefused() {
        Path missing = plugins.resolve("nowhere");
        assertThat(refusal(PluginsConfiguration.of(missing, Map.of(), List.of())))
                .contains(missing.toString(), "does not exist");
    }

    @Test
    void jarOfGarbageIsRefused() throws IOException {
        Files.writeString(folder("shop").resolve("shop.jar"), "this is no jar", StandardCharsets.UTF_8);
        assertThat(refusal())
                .contains(plugins.resolve("shop").toString(), "shop.jar is not a readable jar", "copy it again");
    }

    @Test
    void emptyJarFileIsRefused() throws IOException {
        Files.createFile(folder("shop").resolve("shop.jar"));
        assertThat(refusal()).contains("shop.jar is not a readable jar");
    }

    @Test
    void jarThatWasCutOffIsRefused() throws IOException {
        Path jar = good("shop").write(folder("shop").resolve("shop.jar"));
        byte[] whole = Files.readAllBytes(jar);
        Files.write(jar, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(refusal()).contains("shop.jar is not a readable jar");
    }

    @Test
    void jarWithoutProviderIsRefused() {
        new PluginJar()
                .source("lib.Library", "package lib; public class Library {}")
                .write(folder("shop").resolve("shop.jar"));
        assertThat(refusal()).contains("No jar in it names a plugin", "META-INF/services/cip.spi.Plugin");
    }

    @Test
    void providerThatDoesNotExistIsRefused() {
        new PluginJar().provider("test.Nobody").write(folder("shop").resolve("shop.jar"));
        assertThat(refusal()).contains("test.Nobody");
    }

    @Test
    void providerThatIsNoPluginIsRefused() {
        new PluginJar()
                .provider("test.Other")
                .source("test.Other", "package test; public class Other {}")
                .write(folder("shop").resolve("shop.jar"));
        assertThat(refusal()).contains("test.Other not a subtype");
    }

    @Test
    void twoPluginsInOneFolderAreRefused() {
        good("shop").write(folder("shop").resolve("a.jar"));
        good("other").write(folder("shop").resolve("b.jar"));
        assertThat(refusal()).contains("name 2 plugins: [test.Other, test.Shop]");
    }

    @Test
    void folderWithAnotherNameThanItsPluginIsRefused() {
        good("shop").write(folder("shop-2").resolve("shop.jar"));
        assertThat(refusal()).contains("shop-2", "calls itself shop");
    }

    @Test
    void sameOfferOfTwoPluginsIsRefused() {
        TinyPlugins.source("a", "orders", "\"\"").write(folder("a").resolve("a.jar"));
        TinyPlugins.source("b", "orders", "\"\"").write(folder("b").resolve("b.jar"));
        assertThat(refusal())
                .contains(plugins.resolve("b").toString(), "customer source orders", "so does the plugin a");
    }

    @Test
    void unknownSettingIsRefusedAndTheKnownOnesAreNamed() {
        TinyPlugins.configuredSource("shop", "orders", "url")
                .write(folder("shop").resolve("shop.jar"));
        assertThat(refusal(Map.of("shop", Map.of("url", "x", "ulr", "y"))))
                .contains("plugins.settings.shop.ulr", "[url]")
                .doesNotContain("settings.shop.url,");
    }

    @Test
    void settingsOfAPluginThatIsNotThereAreRefused() {
        good("shop").write(folder("shop").resolve("shop.jar"));
        assertThat(refusal(Map.of("shpo", Map.of("url", "x"))))
                .contains(plugins.resolve("shpo").toString(), "[shop]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public Broken() { throw new IllegalStateException(\"kaput\"); }",
                "public Broken() { throw new AssertionError(\"kaput\"); }",
                "static { if (true) throw new IllegalStateException(\"kaput\"); }",
                "public List<Factory<Trainer>> trainers() { throw new IllegalStateException(\"kaput\"); }",
                "public List<Factory<Trainer>> trainers() { return Collections.singletonList(null); }",
                "public List<Factory<Trainer>> trainers() { return null; }",
                """
                public List<Factory<Trainer>> trainers() { return List.of(new Factory<Trainer>() {
                    public String name() { return "t"; }
                    public Trainer create(Settings settings) { throw new IllegalStateException("kaput"); } }); }
                """,
                """
                public List<Factory<Trainer>> trainers() { return List.of(new Factory<Trainer>() {
                    public String name() { return "t"; }
                    public Trainer create(Settings settings) { return null; } }); }
                """
            })
    void pluginThatThrowsIsRefused(String methods) {
        TinyPlugins.plugin("broken", methods).write(folder("broken").resolve("broken.jar"));
        assertThat(refusal()).contains(plugins.resolve("broken").toString(), "failed: java.lang.", "Maybe");
    }

    @Test
    void constructorThatOthersMayNotCallIsRefused() {
        TinyPlugins.plugin("broken", "private Broken() {}")
                .write(folder("broken").resolve("broken.jar"));
        assertThat(refusal()).contains(plugins.resolve("broken").toString(), "test.Broken");
    }

    @Test
    void pluginThatOffersNothingIsRefused() {
        TinyPlugins.plugin("idle", "").write(folder("idle").resolve("idle.jar"));
        assertThat(refusal()).contains("offers nothing");
    }

    @Test
    void offerNamedForPeopleIsRefused() {
        TinyPlugins.source("shop", "My orders!", "\"\"").write(folder("shop").resolve("shop.jar"));
        assertThat(refusal()).contains("\"My orders!\"", "lower-case letters");
    }

    @Test
    void classOfANewerJavaIsRefused() throws IOException {
        byte[] bytes = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, (byte) (44 + 99)};
        good("shop").entry("test/Newer.class", bytes).write(folder("shop").resolve("shop.jar"));
        new PluginJar().entry("lib/Newer.class", bytes).write(folder("shop").resolve("library.jar"));
        assertThat(refusal())
                .contains("library.jar needs Java 99, this is Java "
                        + Runtime.version().feature());
    }

    @Test
    void providerOfANewerJavaIsRefused() {
        byte[] bytes = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, (byte) (44 + 99)};
        new PluginJar()
                .source("a.First", "package a; public class First {}")
                .provider("test.Newer")
                .entry("test/Newer.class", bytes)
                .write(folder("shop").resolve("shop.jar"));
        assertThat(refusal()).contains("shop", "test/Newer");
    }

    @Test
    void sameClassInTwoJarsIsRefused() {
        good("shop").write(folder("shop").resolve("shop-1.jar"));
        good("shop").write(folder("shop").resolve("shop-2.jar"));
        assertThat(refusal()).contains("test/Shop", "shop-1.jar and in shop-2.jar", "remove the older");
    }

    @Test
    void allProblemsAreReportedTogether() {
        folder("a");
        folder("b");
        good("shop").write(folder("shop").resolve("shop.jar"));
        assertThat(refusal(Map.of("shop", Map.of("x", "1"))))
                .contains(plugins.resolve("a").toString(), plugins.resolve("b").toString(), "plugins.settings.shop.x");
    }

    private String refusal() {
        return refusal(Map.of());
    }

    private String refusal(Map<String, Map<String, String>> settings) {
        return refusal(PluginsConfiguration.of(plugins, settings, List.of()));
    }

    private static String refusal(PluginsConfiguration configuration) {
        EngineException refused = catchThrowableOfType(
                EngineException.class, () -> PluginLoader.load(configuration).close());
        assertThat(refused).isNotNull();
        assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_PLUGIN);
        assertThat(refused.getMessage()).contains("\nMaybe ");
        return String.valueOf(refused.getMessage());
    }

    private Path folder(String name) {
        return TinyPlugins.folder(plugins, name);
    }

    private static PluginJar good(String name) {
        return TinyPlugins.source(name, "source-of-" + name, "\"\"");
    }
}
