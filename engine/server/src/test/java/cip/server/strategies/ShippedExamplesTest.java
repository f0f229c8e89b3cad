package cip.server.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.decide.Example;
import cip.core.decide.ExampleResult;
import cip.core.decide.Examples;
import cip.core.error.EngineException;
import cip.server.audit.Audit;
import cip.server.models.ModelFolder;
import cip.server.models.ModelRegistry;
import cip.server.store.Database;
import cip.server.store.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples beside the shipped rules, and rules that do not do what their examples say. */
class ShippedExamplesTest {
    private static final Path ROOT = Path.of(System.getProperty("cip.root"));

    @Test
    void theShippedRulesDoWhatTheirExamplesSay() throws IOException {
        try (Database database = TestDatabases.h2()) {
            LiveStrategy live = new PublishedStrategy(database, Clock.systemUTC()).live();

            List<ExampleResult> results = Examples.run(live.snapshot().decider());

            assertThat(results).hasSizeGreaterThan(4).allSatisfy(result -> assertThat(result.differences())
                    .isEmpty());
            assertThat(results)
                    .extracting(ExampleResult::example)
                    .extracting(Example::why)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aRulesFolderThatBreaksItsExamplesIsNotPublishedAndEveryOneIsNamed(@TempDir Path rules) throws IOException {
        copy(ROOT.resolve("rules"), rules);
        Path segments = rules.resolve("segments.json");
        Files.writeString(segments, Files.readString(segments).replace("\"value\": 900", "\"value\": 500000"));
        try (Database database = TestDatabases.h2()) {
            Clock clock = Clock.systemUTC();
            LiveStrategy live = new PublishedStrategy(database, clock).live();
            int version = live.snapshot().publication().version();
            Audit audit = new Audit(clock);
            ModelRegistry models = new ModelRegistry(database, audit, clock);
            StrategyFolder folder = new StrategyFolder(rules, new ModelFolder(ROOT.resolve("pmml")));
            FolderPublisher changed = new FolderPublisher(
                    database, folder, models, live, new Publisher(database, live, audit, clock), clock);

            assertThatThrownBy(changed::publishChanges)
                    .isInstanceOf(EngineException.class)
                    .hasMessageContainingAll("(champions_buy_often) is not met", "expected Champions", "examples.json");

            live.reload();
            assertThat(live.snapshot().publication().version()).isEqualTo(version);
            Files.delete(rules.resolve("examples.json"));
            changed.publishChanges();
            live.reload();
            assertThat(live.snapshot().publication().version()).isEqualTo(version + 1);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
