package cip.server.models;

import cip.core.customer.CustomerRecord;
import cip.core.customer.PurchaseSummary;
import cip.core.feature.FittedFeatures;
import cip.server.samples.SampleCustomer;
import cip.server.samples.SampleRetailer;
import cip.spi.Evidence.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Customers as they were known at a cut, with what they then did, row by row.
 *
 * <p>Real files bring customers with a profile and no transactions, and guests with transactions and no profile. So every
 * third customer who has both is shown a second time with the profile only, and another third with the transactions only:
 * learned from, not measured.
 *
 * @param source where the customers came from
 * @param customers how many there are, each once
 * @param rows the customers, then those shown again
 * @param findings what weakens trust in any model made from this
 */
record TrainingHistory(HistorySource source, Instant asOf, int customers, List<Row> rows, List<Finding> findings) {
    private static final int EVERY = 3;

    TrainingHistory {
        rows = List.copyOf(rows);
        findings = List.copyOf(findings);
    }

    /**
     * A customer as a model would see them.
     *
     * @param customer number shared by all rows of one customer
     * @param whole with everything that is known
     */
    record Row(CustomerRecord record, LaterPurchases later, int customer, boolean whole) {}

    /** @param known each customer once, whole, numbered from 0 in this order */
    static TrainingHistory of(HistorySource source, Instant asOf, List<Row> known, List<Finding> findings) {
        List<Row> rows = new ArrayList<>(known);
        for (Row row : known) {
            CustomerRecord record = row.record();
            if (record.attributes().isEmpty() || record.purchases().purchaseDays() == 0) {
                continue;
            }
            if (row.customer() % EVERY == 0) {
                rows.add(again(row, record.attributes(), PurchaseSummary.none()));
            } else if (row.customer() % EVERY == 1) {
                rows.add(again(row, Map.of(), record.purchases()));
            }
        }
        return new TrainingHistory(source, asOf, known.size(), rows, findings);
    }

    /** The customers of a made-up retailer. */
    static TrainingHistory of(SampleRetailer retailer, long count, String source) {
        Instant asOf = retailer.asOf();
        List<SampleCustomer> all =
                Stream.concat(retailer.customers(count), retailer.guests(count)).toList();
        List<Row> known = new ArrayList<>();
        for (SampleCustomer customer : all) {
            known.add(new Row(customer.recordAsOf(asOf), LaterPurchases.of(customer.truth()), known.size(), true));
        }
        return of(HistorySource.synthetic(source), asOf, known, List.of());
    }

    /** What a recipe's model is trained on. */
    ShownRows shownTo(ModelRecipe recipe, FittedFeatures features) {
        TodaysTarget today = recipe.today();
        if (today != null) {
            return ShownRows.ofToday(wholeRows(), today, features, asOf);
        }
        return recipe.target().comesTrue()
                ? new ShownRows(
                        rows,
                        rows.stream()
                                .mapToDouble(row -> recipe.target().of(row.later()))
                                .toArray(),
                        asOf)
                : new ShownRows(wholeRows(), new double[0], asOf);
    }

    /** Attributes that are known as of today only, though the rows are of a cut. */
    Set<String> todaysAttributes() {
        return findings.stream()
                .filter(finding -> finding.kind() == Finding.Kind.TIME_LEAK)
                .flatMap(finding -> finding.features().stream())
                .collect(Collectors.toSet());
    }

    /** Only the rows with everything that is known. */
    List<Row> wholeRows() {
        return rows.stream().filter(Row::whole).toList();
    }

    private static Row again(Row row, Map<String, Object> attributes, PurchaseSummary purchases) {
        return new Row(
                new CustomerRecord(row.record().id(), attributes, purchases), row.later(), row.customer(), false);
    }
}
