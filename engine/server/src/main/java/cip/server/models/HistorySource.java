package cip.server.models;

import cip.server.models.ModelCard.Origin;

/**
 * Where the rows of a history came from, for the card.
 *
 * @param words as the card says it
 * @param heldBack whether some customers were kept out of it, to measure on
 */
record HistorySource(Origin origin, String words, boolean heldBack) {
    static HistorySource ownCustomers(String words) {
        return new HistorySource(Origin.OWN_CUSTOMERS, words, false);
    }

    static HistorySource synthetic(String words) {
        return new HistorySource(Origin.SYNTHETIC, words, false);
    }

    /** The same without those held back. @param addition to the words */
    HistorySource dividedBy(String addition) {
        return new HistorySource(origin, words + addition, true);
    }

    /** The same, told in more words. */
    HistorySource with(String addition) {
        return new HistorySource(origin, words + addition, heldBack);
    }
}
