package cip.server.strategies;

import cip.core.decide.StrategyHash;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.audit.Audit;
import cip.server.http.Caller;
import cip.server.store.Database;
import java.time.Clock;
import java.util.List;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;

/** Makes a kept strategy the live one. Thread-safe. */
public final class Publisher {
    /** How the reason of a publication begins that brought an earlier one back. */
    private static final String BACK = "Back to version ";

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
        return publish(strategy, expected, by, reason, (handle, publication) -> {});
    }

    /**
     * The same with something more in the transaction that publishes.
     *
     * @param effect keeps what belongs to the publication, or refuses by an exception
     */
    public Publication publish(
            StrategyHash strategy, int expected, String by, String reason, BiConsumer<Handle, Publication> effect) {
        live.decider(strategy);
        Publication published = database.write(handle -> {
            int current = store.live(handle).map(Publication::version).orElse(0);
            if (current != expected) {
                throw new EngineException(
                        ErrorCode.OUTDATED,
                        "Version " + current + " of the strategy is live, expected version " + expected
                                + ".\nMaybe somebody published in between: look at what is live now.");
            }
            Publication publication = store.publish(handle, strategy, clock.instant(), by, reason);
            effect.accept(handle, publication);
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

    /**
     * Publishes what was live once, as it was. What somebody has gone back from since does not come back through whoever
     * published it: that would be their word against the one who took it away.
     *
     * @param expected version that the caller saw as live
     * @throws EngineException NOT_FOUND when it was never live; CONFLICT when it is; NOT_ALLOWED when the caller published it and
     *     it was gone back from; OUTDATED when another version is live by now
     */
    public Publication goBack(StrategyHash strategy, int expected, Caller by, String reason) {
        Publication earlier = live.publicationOf(strategy)
                .orElseThrow(() -> new EngineException(
                        ErrorCode.NOT_FOUND, "No strategy with the hash " + strategy + " was ever published."));
        if (strategy.equals(live.snapshot().publication().strategy())) {
            throw new EngineException(
                    ErrorCode.CONFLICT, "Version " + earlier.version() + " is live already: nothing would change.");
        }
        String why = BACK + earlier.version() + ": " + reason;
        return publish(strategy, expected, by.name(), why, (handle, publication) -> {
            boolean takenAway = store.publication(handle, earlier.version() + 1)
                    .filter(next -> next.version() < publication.version()
                            && next.reason().startsWith(BACK))
                    .isPresent();
            List<String> publishers = store.publishers(handle, strategy, publication.version());
            if (takenAway && (publishers.contains(by.name()) || publishers.contains(by.responsible()))) {
                throw new EngineException(
                        ErrorCode.NOT_ALLOWED,
                        "Version " + earlier.version() + " was published by you and somebody went back from it."
                                + "\nMaybe ask another approver to publish it again, or start a draft of it.");
            }
        });
    }
}
