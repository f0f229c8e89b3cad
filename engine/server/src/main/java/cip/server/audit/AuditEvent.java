package cip.server.audit;

import java.time.Instant;

/**
 * One thing somebody did.
 *
 * @param sequence 1, 2, 3, ... without gaps
 * @param at UTC, whole milliseconds
 * @param actor a user name, {@code key:<name>} for an API key, or {@code system}
 * @param kind what was done, e.g. {@code USER_CHANGED}
 * @param subject to what or whom: an id or a hash
 * @param detail in words; no personal data beyond ids
 * @param hash SHA-256, in hex, of the hash before it and of all the other fields
 */
public record AuditEvent(
        long sequence, Instant at, String actor, String kind, String subject, String detail, String hash) {}
