package cip.server.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.hash.Sha256;
import cip.server.audit.Audit;
import cip.server.store.Database;
import cip.server.store.OnEveryDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class ModelRegistryStoreTest {
    private static final Path SHIPPED = Path.of(System.getProperty("cip.root"), "pmml");

    private final Database database;
    private final ModelRegistry registry;
    private final ModelStore store = new ModelStore();

    ModelRegistryStoreTest(Database database) {
        this.database = database;
        this.registry = new ModelRegistry(database, new Audit(Clock.systemUTC()), Clock.systemUTC());
    }

    @Test
    void aVersionIsTakenOnceByWhoeverBringsIt() {
        ShippedModel first = model("clv", "first");
        database.execute(handle -> registry.register(handle, first, "ann"));
        assertThatThrownBy(
                        () -> database.execute(handle -> registry.register(handle, model("clv", "other bytes"), "bob")))
                .isInstanceOfSatisfying(EngineException.class, failure -> assertThat(failure.code())
                        .isEqualTo(ErrorCode.CONFLICT))
                .hasMessageContaining("a version never changes");
        assertThat(database.<Boolean>write(handle ->
                        store.insert(handle, first, "other", Clock.systemUTC().instant(), "bob")))
                .as("the table itself refuses the same bytes")
                .isFalse();
    }

    @Test
    void aShippedModelWhoseVersionWasTakenIsKeptUnderItsHash() {
        ShippedModel own = model("cluster", "trained here");
        ShippedModel shipped = model("cluster", "shipped later");
        database.execute(handle -> registry.register(handle, own, "ann"));
        database.execute(handle -> registry.keepShipped(handle, shipped));
        database.execute(handle -> registry.keepShipped(handle, shipped));
        List<String> versions = registry.models().stream()
                .filter(model -> model.card().score().equals("cluster"))
                .map(RegisteredModel::version)
                .toList();
        assertThat(versions)
                .containsExactlyInAnyOrder("1", "1+" + shipped.hash().substring(0, 8));
    }

    @Test
    void trainingsUploadsAndAliasesAtOnceAllGetNumbersOfTheirOwn() throws Exception {
        int each = 12;
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Future<?> uploads = two.submit(() -> IntStream.range(0, each)
                    .forEach(i -> registry.registerNext(model("churn_risk", "upload " + i), "ann")));
            Future<?> trainings = two.submit(() -> IntStream.range(0, each)
                    .forEach(i ->
                            registry.registerTrained(Rivals.none().with(model("churn_risk", "trained " + i)), "bob")));
            for (int i = 0; i < each; i++) {
                registry.setAlias("churn_risk", ModelAlias.SHADOW, Optional.empty(), "eve", "Try " + i);
            }
            uploads.get();
            trainings.get();
        } finally {
            two.shutdownNow();
        }

        assertThat(registry.models().stream()
                        .filter(model -> model.card().score().equals("churn_risk"))
                        .map(RegisteredModel::version))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 2 * each)
                        .mapToObj(String::valueOf)
                        .toList());
        Instant later = Clock.systemUTC().instant().plusSeconds(60);
        List<AliasChange> changes = database.read(handle -> store.aliases(handle, later));
        assertThat(changes.stream().filter(change -> change.score().equals("churn_risk")))
                .hasSize(each);
    }

    /** The shipped version 1 with the hash of other bytes. */
    private static ShippedModel model(String score, String bytes) {
        ShippedModel model = new ModelFolder(SHIPPED).read(score, "1");
        byte[] pmml = bytes.getBytes(StandardCharsets.UTF_8);
        String hash = Sha256.hex(pmml);
        String card = model.cardJson().replace(model.hash(), hash);
        return new ShippedModel(ModelCard.parse(card), pmml, card);
    }
}
