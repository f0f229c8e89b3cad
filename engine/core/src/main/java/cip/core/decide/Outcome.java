package cip.core.decide;

import cip.core.action.Action;
import cip.core.arbitrate.Factors;
import cip.core.contact.LimitWords;
import cip.core.contact.Reached;
import java.util.List;
import java.util.Locale;

/** What became of one action for one customer. Every action of the catalogue has exactly one outcome per decision. */
public sealed interface Outcome {
    Action action();

    /** The same outcome without sentences. */
    default Outcome withoutReasons() {
        return this;
    }

    /**
     * Offered to the customer.
     *
     * @param rank from 1
     * @param fallback whether it stands in because no other action was left
     * @param reasons at most three, most telling first; empty when the decision was made without reasons
     */
    record Recommended(Action action, int rank, Factors factors, boolean fallback, List<String> reasons)
            implements Outcome {
        public Recommended {
            reasons = List.copyOf(reasons);
        }

        @Override
        public Outcome withoutReasons() {
            return new Recommended(action, rank, factors, fallback, List.of());
        }
    }

    /** An action that is not offered, and why. */
    sealed interface NotRecommended extends Outcome {
        String reason();

        /** As written in JSON, e.g. {@code NOT_ELIGIBLE}. */
        String code();
    }

    /** An engagement rule failed. */
    record NotEligible(Action action, EngagementRule.Stage stage, String reason) implements NotRecommended {
        @Override
        public String code() {
            return "NOT_ELIGIBLE";
        }
    }

    /** The customer has not said yes to being contacted on its channel; the reason names the channel. */
    record Suppressed(Action action, String reason) implements NotRecommended {
        @Override
        public String code() {
            return "SUPPRESSED";
        }
    }

    /** The contact policy does not let the customer be contacted with it now; the reason says when again. */
    record OverContacted(Action action, Reached reached, LimitWords words) implements NotRecommended {
        @Override
        public String reason() {
            return reached.sentence(words);
        }

        @Override
        public String code() {
            return "CONTACT_POLICY";
        }
    }

    /** The customer is left untouched to measure lift. */
    record HeldOut(Action action, String reason) implements NotRecommended {
        @Override
        public String code() {
            return "HELD_OUT";
        }
    }

    /** Its expected value is below zero. */
    record NotWorthwhile(Action action, Factors factors) implements NotRecommended {
        @Override
        public String reason() {
            return String.format(Locale.ROOT, "Its expected value is %.2f, below zero.", factors.expectedValue());
        }

        @Override
        public String code() {
            return "NOT_WORTHWHILE";
        }
    }

    /** Kept in hand for customers with no other action. */
    record NotNeeded(Action action, String reason) implements NotRecommended {
        @Override
        public String code() {
            return "NOT_NEEDED";
        }
    }
}
