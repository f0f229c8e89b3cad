package cip.server.models;

import cip.core.customer.PurchaseSummary;
import cip.server.samples.SampleTruth;

/**
 * What a customer did in the 12 months after the cut.
 *
 * @param purchases how often the customer purchased
 * @param spend net of refunds, in the currency, at least 0
 */
public record LaterPurchases(int purchases, double spend) {
    static LaterPurchases of(SampleTruth truth) {
        return new LaterPurchases(truth.purchases(), truth.spend());
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
