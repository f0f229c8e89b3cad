package cip.server.models;

import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.customer.PurchaseSummary;
import cip.server.samples.SampleCustomer;
import cip.server.samples.SampleRetailer;
import cip.server.samples.SampleTruth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The customers of a made-up retailer as of a cut, with what they then did, row by row.
 *
 * <p>Real files bring customers with a profile and no transactions, and guests with transactions and no profile. So every
 * third customer who has both is shown a second time with the profile only, and another third with the transactions only:
 * learned from, not measured.
 *
 * @param customers as many as there are, each once; what reference distributions are of
 * @param rows the customers, then those shown again
 */
record SampleHistory(Instant asOf, List<CustomerRecord> customers, List<Row> rows) {
    private static final int EVERY = 3;

    /**
     * A customer as a model would see them.
     *
     * @param customer number shared by all rows of one customer
     * @param whole with everything that is known
     */
    record Row(CustomerRecord record, SampleTruth truth, int customer, boolean whole) {}

    static SampleHistory of(SampleRetailer retailer, long count) {
        Instant asOf = retailer.asOf();
        List<SampleCustomer> all =
                Stream.concat(retailer.customers(count), retailer.guests(count)).toList();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            rows.add(new Row(all.get(i).recordAsOf(asOf), all.get(i).truth(), i, true));
        }
        List<CustomerRecord> customers = rows.stream().map(Row::record).toList();
        for (int i = 0; i < all.size(); i++) {
            CustomerRecord record = customers.get(i);
            if (record.attributes().isEmpty() || record.purchases().purchaseDays() == 0) {
                continue;
            }
            if (i % EVERY == 0) {
                rows.add(again(record.id(), record.attributes(), PurchaseSummary.none(), all.get(i), i));
            } else if (i % EVERY == 1) {
                rows.add(again(record.id(), Map.of(), record.purchases(), all.get(i), i));
            }
        }
        return new SampleHistory(asOf, customers, List.copyOf(rows));
    }

    /** Only the rows with everything that is known. */
    List<Row> wholeRows() {
        return rows.stream().filter(Row::whole).toList();
    }

    private static Row again(
            CustomerId id,
            Map<String, Object> attributes,
            PurchaseSummary purchases,
            SampleCustomer customer,
            int number) {
        return new Row(new CustomerRecord(id, attributes, purchases), customer.truth(), number, false);
    }
}
