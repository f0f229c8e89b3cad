package cip.server.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.error.EngineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarSignaturesTest {
    @TempDir
    Path plugins;

    private KeyPair operator;
    private Path jar;

    @BeforeEach
    void makePlugin() throws GeneralSecurityException {
        operator = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        jar = TinyPlugins.source("shop", "orders", "\"\"")
                .write(TinyPlugins.folder(plugins, "shop").resolve("shop.jar"));
    }

    @Test
    void jarSignedByATrustedKeyLoads() throws Exception {
        sign(operator);
        try (LoadedPlugins loaded = load(operator, newKey())) {
            assertThat(loaded.names(PluginKind.CUSTOMER_SOURCE)).containsExactly("orders");
        }
    }

    @Test
    void unsignedJarIsRefused() {
        assertRefused("shop.jar is not signed", operator);
    }

    @Test
    void jarWithOneByteChangedIsRefused() throws Exception {
        sign(operator);
        byte[] bytes = Files.readAllBytes(jar);
        bytes[bytes.length / 2] ^= 1;
        Files.write(jar, bytes);
        assertThatThrownBy(() -> load(operator)).isInstanceOf(EngineException.class);
    }

    @Test
    void jarWithAnotherTimeInsideIsRefused() throws Exception {
        sign(operator);
        byte[] bytes = Files.readAllBytes(jar);
        bytes[10] ^= 1; // the time of the first entry: still a readable jar
        Files.write(jar, bytes);
        assertRefused("no signature of shop.jar by a trusted key", operator);
    }

    @Test
    void jarSignedByAnUnknownOrRevokedKeyIsRefused() throws Exception {
        sign(newKey());
        assertRefused("no signature of shop.jar by a trusted key", operator);
    }

    @Test
    void signatureOfGarbageIsRefused() throws IOException {
        Files.writeString(jar.resolveSibling("shop.jar.sig"), "signed, honestly", StandardCharsets.UTF_8);
        assertRefused("no signature of shop.jar by a trusted key", operator);
    }

    @Test
    void signedJarMayNotPullInOthers() throws Exception {
        Path puller = new PluginJar()
                .entry(
                        "META-INF/MANIFEST.MF",
                        "Manifest-Version: 1.0\nClass-Path: sub/evil.jar\n".getBytes(StandardCharsets.UTF_8))
                .write(jar.resolveSibling("puller.jar"));
        sign(operator);
        sign(puller, operator);
        assertRefused("adds sub/evil.jar to the class path", operator);
    }

    @Test
    void keyThatIsNoKeyIsRefused() {
        assertThatThrownBy(() -> PluginLoader.load(PluginsConfiguration.of(plugins, Map.of(), List.of("AAAA"))))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("plugins.trustedKeys")
                .hasMessageContaining("AAAA");
    }

    private void assertRefused(String reason, KeyPair trusted) {
        assertThatThrownBy(() -> load(trusted))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining(plugins.resolve("shop").toString())
                .hasMessageContaining(reason);
    }

    private LoadedPlugins load(KeyPair... trusted) {
        List<String> keys = java.util.Arrays.stream(trusted)
                .map(key -> Base64.getEncoder().encodeToString(key.getPublic().getEncoded()))
                .toList();
        return PluginLoader.load(PluginsConfiguration.of(plugins, Map.of(), keys));
    }

    private void sign(KeyPair signer) throws Exception {
        sign(jar, signer);
    }

    private static void sign(Path file, KeyPair signer) throws Exception {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(signer.getPrivate());
        signature.update(Files.readAllBytes(file));
        Files.write(file.resolveSibling(file.getFileName() + ".sig"), signature.sign());
    }

    private static KeyPair newKey() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }
}
