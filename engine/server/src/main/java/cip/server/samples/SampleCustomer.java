package cip.server.samples;

import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.customer.PurchaseSummary;
import cip.core.customer.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One customer of the sample.
 *
 * @param guest bought without leaving a profile: in the transactions but not among the customers
 * @param attributes as recorded at the cut, by declared name, missing ones without an entry; empty for a guest
 * @param transactions of the two years before the cut, oldest first
 */
public record SampleCustomer(
        CustomerId id,
        boolean guest,
        Map<String, Object> attributes,
        List<Transaction> transactions,
        SampleTruth truth) {
    /** The record that features are computed from; {@code asOf} is the retailer's cut, or before it for a back-test. */
    public CustomerRecord recordAsOf(Instant asOf) {
        return new CustomerRecord(id, attributes, PurchaseSummary.of(transactions, asOf));
    }
}
