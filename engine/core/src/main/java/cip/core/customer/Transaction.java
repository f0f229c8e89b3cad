package cip.core.customer;

import java.time.Instant;

/**
 * One purchase, or one refund or cancellation.
 *
 * @param reference the source's own number, e.g. an invoice; unique per customer
 * @param amount in the currency of config.yml; negative = refunded or cancelled; zero = a free item
 * @param channel where it happened; empty = unknown
 */
public record Transaction(String reference, Instant occurredAt, double amount, String channel) {
    public Transaction {
        if (!Double.isFinite(amount)) {
            throw new IllegalArgumentException("The amount of transaction " + reference + " is not a finite number.");
        }
    }
}
