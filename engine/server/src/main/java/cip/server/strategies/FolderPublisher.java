package cip.server.strategies;

import cip.core.decide.StrategyHash;
import cip.core.decide.StrategyJson;
import cip.server.audit.Audit;
import cip.server.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Publishes what the rules folder holds when it is not what is live already: at the first start, and after the operator
 * changed a file. The strategy is compiled first, so that a bad one stops the start with every problem named and the last
 * good one stays live in the store.
 */
final class FolderPublisher {
    private static final String ACTOR = "rules folder";

    private final Database database;
    private final StrategyFolder folder;
    private final LiveStrategy live;
    private final Audit audit;
    private final Clock clock;
    private final StrategyStore store = new StrategyStore();

    FolderPublisher(Database database, StrategyFolder folder, LiveStrategy live, Audit audit, Clock clock) {
        this.database = database;
        this.folder = folder;
        this.live = live;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws cip.core.error.EngineException INVALID_STRATEGY naming every problem of the files */
    void publishChanges() {
        StrategyFolder.Contents contents = folder.read();
        StrategyHash hash = contents.strategy().hash();
        Optional<Publication> published = database.read(store::live);
        if (published.isPresent() && published.get().strategy().equals(hash)) {
            return;
        }
        database.execute(handle -> keep(handle, contents, hash));
        live.decider(hash);
        database.execute(handle -> {
            Publication publication = store.publish(
                    handle, hash, clock.instant(), ACTOR, published.isEmpty() ? "First start" : "Files changed");
            audit.record(
                    handle,
                    ACTOR,
                    "STRATEGY_PUBLISHED",
                    hash.value(),
                    "Version " + publication.version() + " from the rules folder.");
        });
    }

    private void keep(Handle handle, StrategyFolder.Contents contents, StrategyHash hash) {
        Instant now = clock.instant();
        contents.models().forEach(model -> store.keepModel(handle, model, now));
        contents.guardrails()
                .forEach((fileHash, file) -> store.keepGuardrails(handle, fileHash, file.file(), file.drl(), now));
        store.keepStrategy(handle, hash, StrategyJson.write(contents.strategy()).toString(), now);
    }
}
