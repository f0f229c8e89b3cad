package cip.core.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
    private static final long SECONDS_PER_DAY = 86_400;
    private static final Comparator<Transaction> BY_TIME =
            Comparator.comparing(Transaction::occurredAt).thenComparingDouble(Transaction::amount);
    private static final PurchaseSummary NONE = new PurchaseSummary(null, null, 0, 0, 0, 0, 0);

    public static PurchaseSummary none() {
        return NONE;
    }

    /**
     * Sums up the transactions up to and including {@code asOf}; later ones are left out. They may come in any order: equal
     * transactions give equal sums to the bit.
     */
    public static PurchaseSummary of(Iterable<Transaction> transactions, Instant asOf) {
        List<Transaction> counted = new ArrayList<>();
        for (Transaction transaction : transactions) {
            if (!transaction.occurredAt().isAfter(asOf)) {
                counted.add(transaction);
            }
        }
        counted.sort(BY_TIME);
        Instant recentSince = asOf.minus(RECENT);
        Instant first = null;
        Instant last = null;
        double gross = 0;
        double refunded = 0;
        double recentNet = 0;
        int days = 0;
        int recentDays = 0;
        long day = Long.MIN_VALUE;
        long recentDay = Long.MIN_VALUE;
        for (Transaction transaction : counted) {
            Instant at = transaction.occurredAt();
            boolean recent = at.isAfter(recentSince);
            if (recent) {
                recentNet += transaction.amount();
            }
            if (transaction.amount() <= 0) {
                refunded -= transaction.amount();
                continue;
            }
            long today = Math.floorDiv(at.getEpochSecond(), SECONDS_PER_DAY);
            gross += transaction.amount();
            first = first == null ? at : first;
            last = at;
            days += today == day ? 0 : 1;
            day = today;
            if (recent) {
                recentDays += today == recentDay ? 0 : 1;
                recentDay = today;
            }
        }
        return new PurchaseSummary(first, last, days, gross, refunded, recentDays, recentNet);
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
