package cip.core.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PurchaseSummaryTest {
    private static final Instant AS_OF = Instant.parse("2026-06-30T00:00:00Z");

    @Test
    void refundsAreNettedAndCountNeitherAsPurchaseNorForRecency() {
        PurchaseSummary summary = PurchaseSummary.of(
                List.of(
                        transaction("a", "2026-01-10T09:00:00Z", 100),
                        transaction("b", "2026-01-10T18:00:00Z", 20),
                        transaction("c", "2026-03-01T09:00:00Z", -30)),
                AS_OF);

        assertThat(summary.purchaseDays()).isEqualTo(1);
        assertThat(summary.lastPurchaseAt()).contains(Instant.parse("2026-01-10T18:00:00Z"));
        assertThat(summary.netAmount()).isEqualTo(90);
        assertThat(summary.refundedAmount()).isEqualTo(30);
    }

    @Test
    void transactionsAfterTheInstantAreLeftOut() {
        PurchaseSummary summary = PurchaseSummary.of(List.of(transaction("a", "2026-07-01T00:00:00Z", 100)), AS_OF);

        assertThat(summary).isEqualTo(PurchaseSummary.none());
    }

    @Test
    void recentFiguresCoverTheYearBeforeTheInstant() {
        PurchaseSummary summary = PurchaseSummary.of(
                List.of(transaction("a", "2025-06-29T00:00:00Z", 100), transaction("b", "2025-07-01T00:00:00Z", 40)),
                AS_OF);

        assertThat(summary.recentPurchaseDays()).isEqualTo(1);
        assertThat(summary.recentNetAmount()).isEqualTo(40);
        assertThat(summary.purchaseDays()).isEqualTo(2);
    }

    @Test
    void theOrderOfTransactionsChangesNoBit() {
        List<Transaction> transactions = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            Instant at = AS_OF.minusSeconds(random.nextInt(500) * 86_400L);
            transactions.add(new Transaction("t" + i, at, random.nextInt(-3_000, 10_000) / 100.0, ""));
        }
        PurchaseSummary expected = PurchaseSummary.of(transactions, AS_OF);
        for (int attempt = 0; attempt < 50; attempt++) {
            Collections.shuffle(transactions, random);
            assertThat(PurchaseSummary.of(transactions, AS_OF)).isEqualTo(expected);
        }
    }

    @Test
    void aPurchaseExactlyAYearAgoIsNoLongerRecent() {
        PurchaseSummary summary = PurchaseSummary.of(
                List.of(transaction("a", "2025-06-30T00:00:00Z", 1), transaction("b", "2025-06-30T00:00:01Z", 2)),
                AS_OF);

        assertThat(summary.purchaseDays()).isEqualTo(1);
        assertThat(summary.recentPurchaseDays()).isEqualTo(1);
        assertThat(summary.recentNetAmount()).isEqualTo(2);
    }

    private static Transaction transaction(String reference, String at, double amount) {
        return new Transaction(reference, Instant.parse(at), amount, "");
    }
}
