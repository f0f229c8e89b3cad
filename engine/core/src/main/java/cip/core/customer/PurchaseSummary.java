package cip.core.customer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a customer's transactions up to an instant come to. Only positive amounts are purchases; negative ones are netted
 * from the amounts and count neither as a purchase nor for recency. Days are UTC days.
 *
 * @param firstPurchase {@code null} = never purchased
 * @param lastPurchase {@code null} = never purchased
 * @param purchaseDays distinct days with at least one purchase
 * @param grossAmount sum of the purchases
 * @param refundedAmount sum of refunds and cancellations, as a positive number
 * @param recentPurchaseDays purchase days within the 365 days before the instant
 * @param recentNetAmount purchases less refunds within the 365 days before the instant
 */
public record PurchaseSummary(
        @Nullable Instant firstPurchase,
        @Nullable Instant lastPurchase,
        int purchaseDays,
        double grossAmount,
        double refundedAmount,
        int recentPurchaseDays,
        double recentNetAmount) {
    private static final Duration RECENT = Duration.ofDays(365);
    private static final PurchaseSummary NONE = new PurchaseSummary(null, null, 0, 0, 0, 0, 0);

    public static PurchaseSummary none() {
        return NONE;
    }

    /** Sums up the transactions up to and including {@code asOf}, in any order; later ones are left out. */
    public static PurchaseSummary of(Iterable<Transaction> transactions, Instant asOf) {
        Instant recentSince = asOf.minus(RECENT);
        Instant first = null;
        Instant last = null;
        double gross = 0;
        double refunded = 0;
        double recentNet = 0;
        Set<LocalDate> days = new HashSet<>();
        Set<LocalDate> recentDays = new HashSet<>();
        for (Transaction transaction : transactions) {
            Instant at = transaction.occurredAt();
            if (at.isAfter(asOf)) {
                continue;
            }
            boolean recent = at.isAfter(recentSince);
            if (recent) {
                recentNet += transaction.amount();
            }
            if (transaction.amount() <= 0) {
                refunded -= transaction.amount();
                continue;
            }
            gross += transaction.amount();
            first = first == null || at.isBefore(first) ? at : first;
            last = last == null || at.isAfter(last) ? at : last;
            LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
            days.add(day);
            if (recent) {
                recentDays.add(day);
            }
        }
        return new PurchaseSummary(first, last, days.size(), gross, refunded, recentDays.size(), recentNet);
    }

    public Optional<Instant> lastPurchaseAt() {
        return Optional.ofNullable(lastPurchase);
    }

    public Optional<Instant> firstPurchaseAt() {
        return Optional.ofNullable(firstPurchase);
    }

    public double netAmount() {
        return grossAmount - refundedAmount;
    }
}
