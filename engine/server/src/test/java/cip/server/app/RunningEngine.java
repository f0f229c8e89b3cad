package cip.server.app;

import cip.plugins.csv.ExportCsvPlugin;
import cip.server.http.Role;
import cip.server.plugins.PluginsOnClassPath;
import cip.server.store.DatabaseConfiguration;
import cip.server.store.TestDatabases;
import com.fasterxml.jackson.databind.JsonNode;
import io.dropwizard.core.Application;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The whole product with the shipped config.yml on free ports, its data in a new folder, for one test class: {@code
 * @RegisterExtension static final RunningEngine ENGINE = RunningEngine.onH2();}, or on both databases, see {@link
 * OnEveryEngine}.
 */
public final class RunningEngine implements BeforeAllCallback, AfterAllCallback, AutoCloseable {
    public static final String ADMIN_PASSWORD = "the first password of all";

    private static final String PASSWORD = "a long enough sentence";

    private final Map<Role, Browser> signedIn = new EnumMap<>(Role.class);
    private final DropwizardTestSupport<EngineConfiguration> support;
    private final MovableClock clock = new MovableClock();
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
                ConfigOverride.config("requests.warmUp", "0s"),
                ConfigOverride.config("security.firstPassword", ADMIN_PASSWORD),
                ConfigOverride.config("logging.level", "WARN")));
        all.addAll(overrides);
        this.support =
                new DropwizardTestSupport<>(
                        EngineApplication.class,
                        Path.of(System.getProperty("cip.root"), "config.yml").toString(),
                        inOrder(all)) {
                    @Override
                    public Application<EngineConfiguration> newApplication() {
                        return new EngineApplication(clock);
                    }
                };
    }

    /** All in one, because the support keeps its overrides in a set: here a later one of the same key wins. */
    private static ConfigOverride inOrder(List<ConfigOverride> overrides) {
        return new ConfigOverride() {
            @Override
            public void addToSystemProperties() {
                overrides.forEach(ConfigOverride::addToSystemProperties);
            }

            @Override
            public void removeFromSystemProperties() {
                for (int i = overrides.size() - 1; i >= 0; i--) {
                    overrides.get(i).removeFromSystemProperties();
                }
            }
        };
    }

    public static RunningEngine onH2(ConfigOverride... overrides) {
        return new RunningEngine(TestDatabases.newFolder(), List.of(overrides));
    }

    public static RunningEngine onPostgres(ConfigOverride... overrides) {
        DatabaseConfiguration server = TestDatabases.newPostgres();
        List<ConfigOverride> all = new ArrayList<>(List.of(overrides));
        all.add(ConfigOverride.config("database.url", server.url()));
        all.add(ConfigOverride.config("database.user", server.user()));
        all.add(ConfigOverride.config("database.password", server.password()));
        return new RunningEngine(TestDatabases.newFolder(), all);
    }

    public RunningEngine started() {
        try {
            support.before();
            return this;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        support.after();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        started();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    /** The job once it has succeeded; one that ends otherwise, or not within two minutes, fails the test. */
    public JsonNode succeeded(JsonNode job) {
        JsonNode ended = ended(job);
        if (!ended.path("state").asText().equals("SUCCEEDED")) {
            throw new AssertionError(ended.toString());
        }
        return ended;
    }

    /** The job once it has ended in whatever way. */
    public JsonNode ended(JsonNode job) {
        if (!job.has("id")) {
            throw new AssertionError("This is no job: " + job);
        }
        String path = "/api/jobs/" + job.path("id").asText();
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (System.nanoTime() < end) {
            JsonNode now = admin().get(path).json();
            if (!now.path("state").asText().matches("QUEUED|RUNNING")) {
                return now;
            }
            pause();
        }
        throw new AssertionError("The job did not end within two minutes: " + job);
    }

    /** Imports a file as the administrator; the answer is the import once it has succeeded. */
    public JsonNode imported(String table, String fileName, String text) {
        JsonNode sent = admin().write(
                        "POST", "/api/imports/files", text, Map.of("X-Requested-With", "cip", "X-File-Name", fileName))
                .json();
        JsonNode job = admin().post(
                        "/api/imports",
                        "{\"fileId\":\"" + sent.path("fileId").asText() + "\",\"table\":\"" + table
                                + "\",\"dryRun\":false}")
                .json();
        succeeded(job);
        return admin().get("/api/imports/" + job.path("id").asText()).json();
    }

    /** Waits until no job is waiting or running, those that other jobs asked for included. */
    public void awaitIdle() {
        for (JsonNode job : admin().get("/api/jobs").json().path("items")) {
            succeeded(job);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** From now on the engine's clock is so much ahead of the real time; everybody signs in anew. */
    public void setClockAhead(Duration ahead) {
        clock.setAhead(ahead);
        signedIn.clear();
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
