package cip.core.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * One time that a customer was contacted.
 *
 * @param action id of the action it was about; empty = none of ours, e.g. a newsletter
 * @param channel id of the channel it went by
 * @param at when; limits count it by its UTC day
 */
public record Contact(String action, String channel, Instant at) {
    /** The UTC day of an instant, counted from 1 January 1970. */
    public static int day(Instant instant) {
        return (int) LocalDate.ofInstant(instant, ZoneOffset.UTC).toEpochDay();
    }

    public int day() {
        return day(at);
    }
}
