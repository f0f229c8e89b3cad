package cip.server.strategies;

import cip.core.decide.StrategyHash;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.audit.Audit;
import cip.server.store.Database;
import java.time.Clock;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Makes a kept strategy the live one. Thread-safe. */
public final class Publisher {
    private final Database database;
    private final LiveStrategy live;
    private final Audit audit;
    private final Clock clock;
    private final StrategyStore store = new StrategyStore();

    Publisher(Database database, LiveStrategy live, Audit audit, Clock clock) {
        this.database = database;
        this.live = live;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Publishes in one transaction and then decides by it. The strategy is compiled before, so that one that does not
     * compile is refused and the live one stays.
     *
     * @param expected version that the publisher saw as live; 0 = none
     * @throws EngineException OUTDATED when another version is live by now; INVALID_STRATEGY naming every problem
     */
    public Publication publish(StrategyHash strategy, int expected, String by, String reason) {
        return publish(strategy, expected, by, reason, handle -> {});
    }

    /**
     * The same with one more condition.
     *
     * @param condition refuses by an exception, in the transaction that publishes
     */
    public Publication publish(
            StrategyHash strategy, int expected, String by, String reason, Consumer<Handle> condition) {
        live.decider(strategy);
        Publication published = database.write(handle -> {
            int current = store.live(handle).map(Publication::version).orElse(0);
            if (current != expected) {
                throw new EngineException(
                        ErrorCode.OUTDATED,
                        "Version " + current + " of the strategy is live, expected version " + expected
                                + ".\nMaybe somebody published in between: look at what is live now.");
            }
            condition.accept(handle);
            Publication publication = store.publish(handle, strategy, clock.instant(), by, reason);
            audit.record(
                    handle,
                    by,
                    "STRATEGY_PUBLISHED",
                    strategy.value(),
                    "Version " + publication.version() + ". Reason: " + reason);
            return publication;
        });
        live.reload();
        return published;
    }
}
