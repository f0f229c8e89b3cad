package cip.server.publishing;

import cip.core.action.Channel;
import cip.core.decide.StrategyHash;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.simulate.ChangeLimits;
import cip.core.simulate.ChangeMeasure;
import cip.core.simulate.Excess;
import cip.core.simulate.Simulation;
import cip.server.audit.Audit;
import cip.server.http.Caller;
import cip.server.store.Database;
import cip.server.strategies.LiveStrategy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The limits beyond which a change needs a second approval. What counts for a change is the lowest of each since it was
 * submitted, so that nobody gets around a limit by raising it for a moment. Thread-safe.
 */
public final class PublishingLimits {
    private final Database database;
    private final LiveStrategy live;
    private final Audit audit;
    private final Clock clock;
    private final LimitsStore store = new LimitsStore();

    public PublishingLimits(Database database, LiveStrategy live, Audit audit, Clock clock) {
        this.database = database;
        this.live = live;
        this.audit = audit;
        this.clock = clock;
    }

    LimitsRevision current() {
        return database.read(store::newest).orElseGet(LimitsRevision::none);
    }

    /** The channels that the live strategy has. */
    List<String> channels() {
        return live.snapshot().decider().strategy().actions().channels().stream()
                .map(Channel::id)
                .toList();
    }

    /**
     * @param seen revision the caller looked at
     * @throws EngineException OUTDATED when somebody changed them in between
     */
    LimitsRevision change(int seen, ChangeLimits limits, String reason, Caller by) {
        return database.write(handle -> {
            LimitsRevision now = store.newest(handle).orElseGet(LimitsRevision::none);
            Instant at = clock.instant();
            if (now.revision() != seen || !store.insert(handle, seen + 1, limits, at, by.name(), reason)) {
                throw new EngineException(
                        ErrorCode.OUTDATED,
                        "The limits are at revision " + now.revision() + ", the change was made on revision " + seen
                                + ".\nMaybe look at what somebody changed in between.");
            }
            audit.record(
                    handle,
                    by.name(),
                    "PUBLISHING_LIMITS_CHANGED",
                    String.valueOf(seen + 1),
                    "From " + now.limits() + " to " + limits + ". Reason: " + reason);
            return new LimitsRevision(seen + 1, limits, at, by.name(), reason);
        });
    }

    /**
     * What was simulated, ready to be held against limits.
     *
     * @throws EngineException NOT_FOUND for a strategy that is not kept
     */
    public ChangeMeasure measure(Simulation counts, StrategyHash before, StrategyHash after) {
        return new ChangeMeasure(counts, live.strategy(before), live.strategy(after));
    }

    /** Every limit that it goes beyond of those that counted at an instant or were set since. */
    public List<Excess> beyond(ChangeMeasure measure, Instant since) {
        return database.read(handle -> beyond(handle, measure, since));
    }

    /** The same in the transaction of the caller. */
    public List<Excess> beyond(Handle handle, ChangeMeasure measure, Instant since) {
        ChangeLimits lowest = store.since(handle, since).stream()
                .map(LimitsRevision::limits)
                .reduce(ChangeLimits.none(), ChangeLimits::and);
        return measure.beyond(lowest);
    }
}
