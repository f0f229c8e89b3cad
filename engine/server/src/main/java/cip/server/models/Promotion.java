package cip.server.models;

import cip.core.monitor.Contest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a version may become the champion.
 *
 * @param state what is known of it
 * @param mayBePromoted {@code false} = only with a reason of the approver's own, which is kept in the audit trail
 * @param text why, in one or more sentences
 * @param champion hash of the model it met; {@code null} = it has met none
 * @param heldAt when they met; {@code null} = they have not
 * @param contest the figures; {@code null} = there are none
 */
public record Promotion(
        State state,
        boolean mayBePromoted,
        String text,
        @Nullable String champion,
        @Nullable Instant heldAt,
        @Nullable Contest contest) {
    /** What is known of a version. */
    public enum State {
        /** It is what the live strategy pins. */
        CHAMPION,
        /** It has won against the champion of today. */
        WON,
        /** It has not won against the champion it met. */
        LOST,
        /** It met the champion on too few customers to tell. */
        NOT_ENOUGH_DATA,
        /** It has won against a model that is not the champion by now. */
        WON_BEFORE,
        /**
         * It was not trained here, it predicts nothing that could come true, or there was nobody to measure on from whom the
         * champion had not learned.
         */
        NOT_TESTED
    }

    static Promotion ofChampion() {
        return new Promotion(State.CHAMPION, false, "It is the champion.", null, null, null);
    }

    static Promotion notTested() {
        return new Promotion(
                State.NOT_TESTED,
                true,
                "It has not met the champion: it was not trained here, it predicts nothing that could come true, or there was"
                        + " nobody to measure on from whom the champion had not learned.",
                null,
                null,
                null);
    }

    static Promotion of(HeldContest held, @Nullable String championToday) {
        Contest contest = held.contest();
        String why = String.join(" ", contest.reasons());
        boolean won = contest.outcome() == Contest.Outcome.WON;
        boolean today = held.champion().equals(championToday);
        State state =
                switch (contest.outcome()) {
                    case WON -> today ? State.WON : State.WON_BEFORE;
                    case LOST -> State.LOST;
                    case NOT_ENOUGH_DATA -> State.NOT_ENOUGH_DATA;
                };
        String text = today ? why : "It met a model that is not the champion by now. " + why;
        return new Promotion(state, won && today, text, held.champion(), held.heldAt(), contest);
    }
}
