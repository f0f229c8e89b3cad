package cip.server.simulations;

import cip.core.decide.ModelReference;
import cip.core.decide.Strategy;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.audit.Audit;
import cip.server.models.Contests;
import cip.server.models.Promotion;
import cip.server.strategies.LiveStrategy;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Whether the models that a strategy brings in may decide: each has won against the champion and is to be believed, or somebody
 * says why they are published all the same. One rule for simulations of models and for drafts. Thread-safe.
 */
public final class ModelAdmission {
    private final LiveStrategy live;
    private final Contests contests;
    private final Audit audit;

    /** @param contests say which challenger may be promoted */
    ModelAdmission(LiveStrategy live, Contests contests, Audit audit) {
        this.live = live;
        this.contests = contests;
        this.audit = audit;
    }

    /** The models that the strategy after has and the one before has not. */
    public List<Challenger> challengers(Strategy before, Strategy after) {
        List<ModelReference> known = before.models();
        return after.models().stream()
                .filter(model -> !known.contains(model))
                .map(model -> new Challenger(
                        model.score(),
                        model.label(),
                        model.version(),
                        model.hash(),
                        contests.promotion(model.score(), model.hash()),
                        live.card(model.hash()).evidence().findings()))
                .toList();
    }

    /** Of these models, those that are published only with a reason of their own. */
    public static List<Challenger> unproven(List<Challenger> challengers) {
        return challengers.stream()
                .filter(challenger -> !challenger.promotion().mayBePromoted())
                .toList();
    }

    /**
     * @param overrideReason why they are published all the same; {@code null} = they are not
     * @throws EngineException CONFLICT naming the first that is unproven, without a reason
     */
    public static void require(List<Challenger> challengers, @Nullable String overrideReason) {
        List<Challenger> unproven = unproven(challengers);
        if (!unproven.isEmpty() && overrideReason == null) {
            throw notWon(unproven.get(0));
        }
    }

    /** Tells the audit trail of every unproven model that is published all the same. */
    public void record(Handle handle, String by, List<Challenger> challengers, @Nullable String overrideReason) {
        for (Challenger challenger : unproven(challengers)) {
            audit.record(
                    handle,
                    by,
                    "CHALLENGER_OVERRIDDEN",
                    challenger.hash(),
                    challenger.score() + " version " + challenger.version() + ": "
                            + challenger.promotion().state() + ". Reason: " + overrideReason);
        }
    }

    private static EngineException notWon(Challenger challenger) {
        return new EngineException(
                ErrorCode.CONFLICT,
                "Version " + challenger.version() + " of " + challenger.score()
                        + (challenger.promotion().state() == Promotion.State.WON
                                ? " has won, but is not to be believed. "
                                : " has not won against the champion. ")
                        + challenger.promotion().text()
                        + "\nMaybe there is a good reason to publish it all the same: then say so as overrideReason.");
    }
}
