package cip.server.strategies;

import cip.core.decide.Examples;
import cip.core.decide.StrategyHash;
import cip.core.decide.StrategyJson;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.models.ModelRegistry;
import cip.server.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what the rules folder holds: at the first start, and after the operator changed a file. What somebody published
 * otherwise since stays live: nobody has approved the files against it. They are kept then, to start a draft from. A bad
 * strategy, or one that does not do what its examples say, stops the start with every problem named, and the last good one stays
 * live in the store.
 */
final class FolderPublisher {
    private static final Logger LOG = LoggerFactory.getLogger(FolderPublisher.class);
    private static final String ACTOR = "rules folder";

    private final Database database;
    private final StrategyFolder folder;
    private final ModelRegistry models;
    private final LiveStrategy live;
    private final Publisher publisher;
    private final Clock clock;
    private final StrategyStore store = new StrategyStore();

    FolderPublisher(
            Database database,
            StrategyFolder folder,
            ModelRegistry models,
            LiveStrategy live,
            Publisher publisher,
            Clock clock) {
        this.database = database;
        this.folder = folder;
        this.models = models;
        this.live = live;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** @throws EngineException INVALID_STRATEGY naming every problem of the files, or every example that is not met */
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
        Optional<Publication> current = database.read(store::live);
        if (current.isPresent() && !current.get().publishedBy().equals(ACTOR)) {
            LOG.warn(
                    "The files in the rules folder have changed and were not published: version {} of the strategy, which"
                            + " {} published, is live. What they hold is kept as {}: POST /api/drafts with it as"
                            + " \"strategy\" starts a draft of it.",
                    current.get().version(),
                    current.get().publishedBy(),
                    hash);
            return;
        }
        List<String> unmet = Examples.unmet(live.decider(hash));
        if (!unmet.isEmpty()) {
            throw new EngineException(
                    ErrorCode.INVALID_STRATEGY,
                    String.join("\n", unmet)
                            + "\nMaybe the rules changed as they should: then change what examples.json in the rules folder"
                            + " expects, or remove the example.");
        }
        int version = current.map(Publication::version).orElse(0);
        publisher.publish(hash, version, ACTOR, ours.isEmpty() ? "First start" : "Files changed");
    }
}
