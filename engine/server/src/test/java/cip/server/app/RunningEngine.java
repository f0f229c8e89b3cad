package cip.server.app;

import cip.plugins.csv.ExportCsvPlugin;
import cip.server.http.Role;
import cip.server.plugins.PluginsOnClassPath;
import cip.server.store.TestDatabases;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The whole product with the shipped config.yml on free ports, its data in a new folder, for one test class: {@code
 * @RegisterExtension static final RunningEngine ENGINE = RunningEngine.onH2();}
 */
public final class RunningEngine implements BeforeAllCallback, AfterAllCallback {
    public static final String ADMIN_PASSWORD = "the first password of all";

    private static final String PASSWORD = "a long enough sentence";

    private final Map<Role, Browser> signedIn = new EnumMap<>(Role.class);
    private final DropwizardTestSupport<EngineConfiguration> support;
    private final Path dataFolder;

    private RunningEngine(Path dataFolder, List<ConfigOverride> overrides) {
        this.dataFolder = dataFolder;
        List<ConfigOverride> all = new ArrayList<>(List.of(
                ConfigOverride.config("dataFolder", dataFolder.toString()),
                ConfigOverride.config(
                        "plugins.folder",
                        PluginsOnClassPath.folderOf(new ExportCsvPlugin()).toString()),
                ConfigOverride.config("server.applicationConnectors[0].port", "0"),
                ConfigOverride.config("server.adminConnectors[0].port", "0"),
                ConfigOverride.config("sample.customers", "0"),
                ConfigOverride.config("security.firstPassword", ADMIN_PASSWORD),
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
    public Browser stranger() {
        return new Browser("http://127.0.0.1:" + port());
    }

    /** The administrator of the first start. */
    public Browser admin() {
        return signedIn.computeIfAbsent(Role.ADMIN, role -> stranger().signedIn("admin", ADMIN_PASSWORD));
    }

    /** Somebody with this role and no other. */
    public Browser as(Role role) {
        if (role == Role.ADMIN) {
            return admin();
        }
        return signedIn.computeIfAbsent(role, wanted -> {
            String name = wanted.name().toLowerCase(Locale.ROOT);
            admin().post(
                            "/api/users",
                            "{\"username\":\"" + name + "\",\"displayName\":\"" + name + "\",\"roles\":[\"" + wanted
                                    + "\"],\"password\":\"" + PASSWORD + "\"}");
            return stranger().signedIn(name, PASSWORD);
        });
    }

    /** The operator at the machine itself. */
    public Browser operator() {
        return new Browser("http://127.0.0.1:" + adminPort());
    }
}
