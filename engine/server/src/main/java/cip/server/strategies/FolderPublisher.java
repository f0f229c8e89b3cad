package cip.server.strategies;

import cip.core.decide.StrategyHash;
import cip.core.decide.StrategyJson;
import cip.server.models.ModelRegistry;
import cip.server.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Publishes what the rules folder holds: at the first start, and after the operator changed a file. What was published
 * otherwise since stays live for as long as the files stay as they are. A bad strategy stops the start with every problem
 * named and the last good one stays live in the store.
 */
final class FolderPublisher {
    private static final String ACTOR = "rules folder";

    private final Database database;
    private final StrategyFolder folder;
    private final ModelRegistry models;
    private final Publisher publisher;
    private final Clock clock;
    private final StrategyStore store = new StrategyStore();

    FolderPublisher(Database database, StrategyFolder folder, ModelRegistry models, Publisher publisher, Clock clock) {
        this.database = database;
        this.folder = folder;
        this.models = models;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** @throws cip.core.error.EngineException INVALID_STRATEGY naming every problem of the files */
    void publishChanges() {
        StrategyFolder.Contents contents = folder.read();
        StrategyHash hash = contents.strategy().hash();
        Optional<Publication> ours = database.read(handle -> store.lastBy(handle, ACTOR));
        if (ours.isPresent() && ours.get().strategy().equals(hash)) {
            return;
        }
        database.execute(handle -> {
            Instant now = clock.instant();
            contents.models().forEach(model -> models.keepShipped(handle, model));
            contents.guardrails()
                    .forEach((fileHash, file) -> store.keepGuardrails(handle, fileHash, file.file(), file.drl(), now));
            store.keepStrategy(
                    handle, hash, StrategyJson.write(contents.strategy()).toString(), now);
        });
        int version = database.read(store::live).map(Publication::version).orElse(0);
        publisher.publish(hash, version, ACTOR, ours.isEmpty() ? "First start" : "Files changed");
    }
}
