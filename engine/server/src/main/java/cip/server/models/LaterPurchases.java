package cip.server.models;

import cip.core.customer.PurchaseSummary;
import cip.server.samples.SampleTruth;

/**
 * What a customer did after the cut: in the 12 months after it, unless said otherwise.
 *
 * @param purchases how often the customer purchased
 * @param spend net of refunds, in the currency, at least 0
 */
public record LaterPurchases(int purchases, double spend) {
    /** Of who is asked for no later purchases. */
    static LaterPurchases none() {
        return new LaterPurchases(0, 0);
    }

    static LaterPurchases of(SampleTruth truth) {
        return new LaterPurchases(truth.purchases(), truth.spend());
    }

    /** The same over any time. @param before as of its beginning @param after as of its end */
    static LaterPurchases between(PurchaseSummary before, PurchaseSummary after) {
        return new LaterPurchases(
                after.purchaseDays() - before.purchaseDays(), Math.max(0, after.netAmount() - before.netAmount()));
    }

    /**
     * Refunds of purchases before the cut may exceed what was purchased since; that is no negative spend.
     *
     * @param yearLater summed up 365 days after the cut
     */
    public static LaterPurchases of(PurchaseSummary yearLater) {
        return new LaterPurchases(yearLater.recentPurchaseDays(), Math.max(0, yearLater.recentNetAmount()));
    }
}
