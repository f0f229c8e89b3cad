package cip.server.strategies;

import cip.core.decide.Arm;
import cip.core.decide.ChallengerCheck;
import cip.core.decide.ChallengerShare;
import cip.core.decide.Decider;
import cip.core.decide.StrategyHash;
import cip.core.decide.StrategySplit;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;

/**
 * Tries a kept strategy on a share of the customers beside the live one. To start, to change the share and to end are each a
 * publication of its own. One challenger is tried at a time, and until it ends nothing else is published but an earlier version
 * that somebody goes back to. Thread-safe.
 */
public final class Challengers {
    /** The smallest and the largest share: what more than half of the customers get is the champion. */
    public static final double LEAST = 0.001;

    public static final double MOST = 0.5;

    private final LiveStrategy live;
    private final Publisher publisher;

    Challengers(LiveStrategy live, Publisher publisher) {
        this.live = live;
        this.publisher = publisher;
    }

    /**
     * @param share a whole number of thousandths from {@value #LEAST} to {@value #MOST}
     * @param effect keeps what belongs to the publication, in its transaction, or refuses by an exception
     * @throws EngineException CONFLICT while another one is tried, or when the two cannot be live together; INVALID_VALUE
     *     for another share; OUTDATED when another version is live by now
     */
    public Publication start(
            StrategyHash challenger,
            double share,
            int expected,
            String by,
            String reason,
            BiConsumer<Handle, Publication> effect) {
        requireShare(share);
        Decider tried = live.decider(challenger);
        return publisher.next(
                expected,
                by,
                now -> {
                    Publication current = now.orElseThrow();
                    requireNone(current);
                    requireComparable(live.decider(current.strategy()), tried);
                    String salt = "from version " + (current.version() + 1) + " " + challenger.abbreviated();
                    return next(
                            new StrategySplit(current.strategy(), new ChallengerShare(challenger, share, salt)),
                            reason,
                            "CHALLENGER_STARTED",
                            challenger,
                            "For " + ChallengerShare.percent(share) + " of the customers. ");
                },
                effect);
    }

    /**
     * Gives the challenger more or fewer customers: of a larger share nobody leaves, to a smaller one nobody comes.
     *
     * @param expected version that the caller saw as live
     * @throws EngineException CONFLICT when there is no challenger or it has that share; INVALID_VALUE for another share;
     *     OUTDATED when another version is live by now
     */
    public Publication changeShare(double share, int expected, String by, String reason) {
        requireShare(share);
        return publisher.next(
                expected,
                by,
                now -> {
                    ChallengerShare before = running(now);
                    if (before.share() == share) {
                        throw new EngineException(
                                ErrorCode.CONFLICT,
                                "The challenger decides for " + ChallengerShare.percent(share)
                                        + " of the customers already.");
                    }
                    return next(
                            new StrategySplit(
                                    now.orElseThrow().strategy(),
                                    new ChallengerShare(before.strategy(), share, before.salt())),
                            "Share " + ChallengerShare.percent(before.share()) + " → " + ChallengerShare.percent(share)
                                    + ": " + reason,
                            "CHALLENGER_SHARE_CHANGED",
                            before.strategy(),
                            "");
                },
                (handle, publication) -> {});
    }

    /**
     * Ends the comparison: the kept strategy decides for everybody.
     *
     * @param expected version that the caller saw as live
     * @throws EngineException CONFLICT when there is no challenger; OUTDATED when another version is live by now
     */
    public Publication end(Arm kept, int expected, String by, String reason) {
        return publisher.next(
                expected,
                by,
                now -> {
                    ChallengerShare challenger = running(now);
                    StrategyHash strategy = kept == Arm.CHALLENGER
                            ? challenger.strategy()
                            : now.orElseThrow().strategy();
                    String what = kept == Arm.CHALLENGER ? "Challenger kept: " : "Champion kept: ";
                    return next(StrategySplit.of(strategy), what + reason, "CHALLENGER_ENDED", strategy, "");
                },
                (handle, publication) -> {});
    }

    private static Publisher.Next next(
            StrategySplit split, String reason, String action, StrategyHash about, String said) {
        return new Publisher.Next(split, reason, action, about, said, false);
    }

    private static ChallengerShare running(Optional<Publication> current) {
        return current.map(Publication::split)
                .flatMap(StrategySplit::challenged)
                .orElseThrow(() -> new EngineException(
                        ErrorCode.CONFLICT,
                        "No challenger is tried.\nMaybe somebody ended it: look at what is live now."));
    }

    /** @throws EngineException CONFLICT while a challenger is tried beside it */
    public static void requireNone(Publication current) {
        ChallengerShare running = current.challenger();
        if (running != null) {
            throw new EngineException(
                    ErrorCode.CONFLICT,
                    "Strategy " + running.strategy().abbreviated() + " is tried as the challenger on "
                            + ChallengerShare.percent(running.share())
                            + " of the customers, and until that ends nothing else is published."
                            + "\nMaybe keep the champion or the challenger on the page Strategy first.");
        }
    }

    private static void requireComparable(Decider champion, Decider tried) {
        if (champion.hash().equals(tried.hash())) {
            throw new EngineException(
                    ErrorCode.CONFLICT, "The strategy is the live one: there would be nothing to compare.");
        }
        List<String> problems = ChallengerCheck.problems(champion, tried);
        if (!problems.isEmpty()) {
            throw new EngineException(
                    ErrorCode.CONFLICT,
                    String.join("\n", problems)
                            + "\nMaybe publish it to everybody, or give what its tables give another name.");
        }
    }

    /** @throws EngineException INVALID_VALUE for a share on which nothing can be tried */
    public static void requireShare(double share) {
        boolean thousandths = Math.abs(share * ChallengerShare.STEPS - Math.rint(share * ChallengerShare.STEPS)) < 1e-9;
        if (!(share >= LEAST && share <= MOST) || !thousandths) {
            throw new EngineException(
                            ErrorCode.INVALID_VALUE,
                            "The share of a challenger is " + share + ", expected " + LEAST + " to " + MOST
                                    + " in steps of " + LEAST + ".")
                    .about("share");
        }
    }
}
