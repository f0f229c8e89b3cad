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
import java.util.List;
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

    /** The shipped version 1 with the hash of other bytes. */
    private static ShippedModel model(String score, String bytes) {
        ShippedModel model = new ModelFolder(SHIPPED).read(score, "1");
        byte[] pmml = bytes.getBytes(StandardCharsets.UTF_8);
        String hash = Sha256.hex(pmml);
        String card = model.cardJson().replace(model.hash(), hash);
        return new ShippedModel(ModelCard.parse(card), pmml, card);
    }
}
