package cip.core.contact;

import java.time.LocalDate;

/**
 * A limit that forbids an action to a customer now.
 *
 * @param contacts that it counts
 * @param freeOn the first UTC day on which it does not forbid the action any more, if the customer is not contacted before
 */
public record Reached(ContactLimit limit, int contacts, LocalDate freeOn) {
    /** In words and figures. */
    public String sentence(LimitWords words) {
        return words.reached(limit, contacts, freeOn);
    }
}
