package cip.server.app;

import cip.server.store.TestDatabases;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The whole product with the shipped config.yml on free ports, its data in a new folder, for one test class: {@code
 * @RegisterExtension static final RunningEngine ENGINE = RunningEngine.onH2();}
 */
public final class RunningEngine implements BeforeAllCallback, AfterAllCallback {
    private final DropwizardTestSupport<EngineConfiguration> support;
    private final Path dataFolder;

    private RunningEngine(Path dataFolder, List<ConfigOverride> overrides) {
        this.dataFolder = dataFolder;
        List<ConfigOverride> all = new ArrayList<>(List.of(
                ConfigOverride.config("dataFolder", dataFolder.toString()),
                ConfigOverride.config("server.applicationConnectors[0].port", "0"),
                ConfigOverride.config("server.adminConnectors[0].port", "0"),
                ConfigOverride.config("logging.level", "WARN")));
        all.addAll(overrides);
        this.support = new DropwizardTestSupport<>(
                EngineApplication.class,
                Path.of(System.getProperty("cip.root"), "config.yml").toString(),
                all.toArray(ConfigOverride[]::new));
    }

    public static RunningEngine onH2(ConfigOverride... overrides) {
        return new RunningEngine(TestDatabases.newFolder(), List.of(overrides));
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        support.before();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        support.after();
    }

    public Path dataFolder() {
        return dataFolder;
    }

    public int port() {
        return support.getLocalPort();
    }

    public int adminPort() {
        return support.getAdminPort();
    }

    /** Somebody who has not signed in. */
    public Caller stranger() {
        return new Caller("http://127.0.0.1:" + port());
    }

    /** The operator at the machine itself. */
    public Caller operator() {
        return new Caller("http://127.0.0.1:" + adminPort());
    }
}
