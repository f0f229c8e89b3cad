package cip.server.strategies;

import cip.core.decide.StrategyHash;
import cip.core.decide.StrategySplit;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.audit.Audit;
import cip.server.http.Caller;
import cip.server.store.Database;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Makes a kept strategy the live one, for everybody; {@link Challengers} do for a share of the customers. Thread-safe. */
public final class Publisher {
    /** How the reason of a publication begins that brought an earlier one back. */
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
     * What is to be published.
     *
     * @param action as the audit trail names it
     * @param about the strategy that the audit trail is told about
     * @param said put between the version and the reason in the audit trail
     * @param goesBack whether it takes away what is live by bringing back what was
     */
    record Next(StrategySplit split, String reason, String action, StrategyHash about, String said, boolean goesBack) {
        static Next forEverybody(StrategyHash strategy, String reason) {
            return new Next(StrategySplit.of(strategy), reason, "STRATEGY_PUBLISHED", strategy, "", false);
        }

        static Next back(StrategyHash strategy, String reason, Optional<Publication> from) {
            String ended = from.map(Publication::split)
                    .flatMap(StrategySplit::challenged)
                    .map(challenger -> "It ends the challenger " + challenger.strategy() + ". ")
                    .orElse("");
            return new Next(StrategySplit.of(strategy), reason, "STRATEGY_PUBLISHED", strategy, ended, true);
        }
    }

    /**
     * Publishes in one transaction and then decides by it. The strategy is compiled before, so that one that does not
     * compile is refused and the live one stays.
     *
     * @param expected version that the publisher saw as live; 0 = none
     * @throws EngineException OUTDATED when another version is live by now; CONFLICT while a challenger is tried;
     *     INVALID_STRATEGY naming every problem
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
        return next(
                expected,
                by,
                current -> {
                    current.ifPresent(Challengers::requireNone);
                    return Next.forEverybody(strategy, reason);
                },
                effect);
    }

    /**
     * Publishes what follows from the version that the caller saw.
     *
     * @param expected that version; 0 = none
     * @param next says what, or refuses by an exception; its strategies have been compiled
     * @throws EngineException OUTDATED when another version is live by now
     */
    Publication next(
            int expected,
            String by,
            Function<Optional<Publication>, Next> next,
            BiConsumer<Handle, Publication> effect) {
        Publication published = database.write(handle -> {
            Optional<Publication> current = store.live(handle);
            int version = current.map(Publication::version).orElse(0);
            if (version != expected) {
                throw new EngineException(
                        ErrorCode.OUTDATED,
                        "Version " + version + " of the strategy is live, expected version " + expected
                                + ".\nMaybe somebody published in between: look at what is live now.");
            }
            Next what = next.apply(current);
            Publication publication = new Publication(
                    version + 1,
                    what.split().champion(),
                    clock.instant(),
                    by,
                    what.reason(),
                    what.split().challenger());
            store.publish(handle, publication, what.goesBack());
            effect.accept(handle, publication);
            audit.record(
                    handle,
                    by,
                    what.action(),
                    what.about().value(),
                    "Version " + publication.version() + ". " + what.said() + "Reason: " + what.reason());
            return publication;
        });
        live.reload();
        return published;
    }

    /**
     * Publishes what was live once for everybody, as it was; a challenger that is tried meanwhile ends. What somebody has gone
     * back from since does not come back through whoever published it: that would be their word against the one who took it
     * away.
     *
     * @param expected version that the caller saw as live
     * @throws EngineException NOT_FOUND when it was never live; CONFLICT when it is; NOT_ALLOWED when the caller published it and
     *     it was gone back from; OUTDATED when another version is live by now
     */
    public Publication goBack(StrategyHash strategy, int expected, Caller by, String reason) {
        Publication earlier = live.publicationOf(strategy)
                .orElseThrow(() -> new EngineException(
                        ErrorCode.NOT_FOUND,
                        "No strategy with the hash " + strategy + " was ever published for everybody."));
        Publication current = live.snapshot().publication();
        if (strategy.equals(current.strategy())) {
            throw new EngineException(
                    ErrorCode.CONFLICT,
                    current.challenger() == null
                            ? "Version " + earlier.version() + " is live already: nothing would change."
                            : "Version " + earlier.version()
                                    + " is the champion already.\nMaybe keep it, which ends the challenger.");
        }
        live.decider(strategy);
        String why = "Back to version " + earlier.version() + ": " + reason;
        return next(expected, by.name(), now -> Next.back(strategy, why, now), (handle, publication) -> {
            boolean takenAway =
                    earlier.version() + 1 < publication.version() && store.goesBack(handle, earlier.version() + 1);
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
