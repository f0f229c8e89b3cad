package cip.server.models;

import cip.core.monitor.Contest;
import cip.spi.ScoreOutput;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a version may become the champion.
 *
 * @param state what is known of it
 * @param mayBePromoted {@code false} = only with a reason of the approver's own, which is kept in the audit trail
 * @param text why, in one or more sentences
 * @param belief how far the figures of its card may be believed, those of a victory among them
 * @param doubts why they may not, a sentence each; empty = they may
 * @param champion hash of the model it met; {@code null} = it has met none
 * @param heldAt when they met; {@code null} = they have not
 * @param contest the figures; {@code null} = there are none
 */
public record Promotion(
        State state,
        boolean mayBePromoted,
        String text,
        Belief belief,
        List<String> doubts,
        @Nullable String champion,
        @Nullable Instant heldAt,
        @Nullable Contest contest) {
    public Promotion {
        doubts = List.copyOf(doubts);
    }

    /** Of a card on which nothing is to be doubted. */
    private Promotion(
            State state,
            boolean mayBePromoted,
            String text,
            @Nullable String champion,
            @Nullable Instant heldAt,
            @Nullable Contest contest) {
        this(state, mayBePromoted, text, Belief.BELIEVED, List.of(), champion, heldAt, contest);
    }

    /** How far good figures can be trusted. */
    public enum Belief {
        /** Nothing grave was found. */
        BELIEVED,
        /** Something may lend them what is not known in time. */
        IN_DOUBT,
        /** They prove nothing: what the model reads may hold the answer. */
        NOT_BELIEVED
    }

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
        /** It has met no champion; the text says why. */
        NOT_TESTED
    }

    static Promotion ofChampion() {
        return new Promotion(State.CHAMPION, false, "It is the champion.", null, null, null);
    }

    /** Of what nothing is known but that it was not made here. */
    static Promotion notTested() {
        return notTested(
                true, "It has not met the champion: it was not trained here, so nobody can say from whom it learned.");
    }

    private static Promotion notTested(boolean mayBePromoted, String text) {
        return new Promotion(State.NOT_TESTED, mayBePromoted, text, null, null, null);
    }

    /**
     * Of a version that has met no champion. What was trained here and could have been tested needs a reason.
     *
     * @param champion of today; {@code null} = there is none
     */
    static Promotion notTested(ModelCard card, @Nullable ModelCard champion) {
        if (!card.data().isOfOwnCustomers()) {
            return notTested();
        }
        if (card.kind() == ScoreOutput.Kind.CLUSTER) {
            return notTested(
                    true,
                    "It has not met the champion: it groups customers, so nothing comes true to tell who is right.");
        }
        if (champion == null) {
            return notTested(true, "There is no champion it could have met.");
        }
        if (card.data().horizonMonths() == 0) {
            return notTested(
                    false,
                    "It has not met the champion: it learned what is known on the same day ("
                            + card.data().target() + "), so nothing comes true to tell who is right.");
        }
        if (UntouchedCustomers.learnedFromEverybody(card)) {
            return notTested(
                    false,
                    "It has not met the champion: fewer than " + UntouchedCustomers.FEWEST_DIVIDED
                            + " customers were known at the cut, so nobody was held back to measure on.");
        }
        return notTested(
                false,
                UntouchedCustomers.learnedFromEverybody(champion)
                        ? "It has not beaten the champion, which has learned from the customers held back as well, so a defeat"
                                + " would say nothing."
                        : "It has not met the champion: there was none when it was trained, or nobody held back was left to"
                                + " measure on.");
    }

    /** The same of a version with this card: what proves nothing wins nothing without somebody who answers for it. */
    Promotion asBelieved(ModelCard card) {
        CardBelief found = CardBelief.in(card);
        boolean counts = found.belief() != Belief.NOT_BELIEVED || state == State.CHAMPION;
        return new Promotion(
                state,
                mayBePromoted && counts,
                counts ? text : text + " But its figures are in doubt: " + String.join(" ", found.doubts()),
                found.belief(),
                found.doubts(),
                champion,
                heldAt,
                contest);
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
