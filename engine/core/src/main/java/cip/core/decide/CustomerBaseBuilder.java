package cip.core.decide;

import cip.core.contact.ContactColumns;
import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.spi.FeatureColumn;
import cip.spi.FeatureMatrix;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers a base batch by batch, in the order of the customer ids. Not safe to share between threads. */
public final class CustomerBaseBuilder {
    final StrategySplit split;
    final Instant asOf;
    final List<CustomerId> ids = new ArrayList<>();
    final BitSet challenged = new BitSet();
    final Map<String, GrowingColumn> columns = new LinkedHashMap<>();
    final List<String> topActions = new ArrayList<>();
    final BitSet heldOut = new BitSet();
    final ContactColumns.Builder contacts;
    double[] expectedValues = new double[1024];

    @Nullable
    Holdout holdout;

    CustomerBaseBuilder(StrategySplit split, Instant asOf) {
        this.split = split;
        this.asOf = asOf;
        this.contacts = ContactColumns.builder(asOf);
    }

    /**
     * @param batchTerms one row per customer; what only other batches have is missing here
     * @param held the same in every batch
     * @throws IllegalArgumentException when the ids do not follow those already added
     */
    public void add(
            List<CustomerId> customers, FeatureMatrix batchTerms, List<CustomerBase.TopAction> tops, Holdout held) {
        add(
                customers,
                batchTerms,
                tops,
                split.strategies().stream().collect(Collectors.toMap(strategy -> strategy, strategy -> held)));
    }

    /**
     * The same for customers who are decided by two strategies.
     *
     * @param holdouts of each strategy, the same in every batch
     */
    public void add(
            List<CustomerId> customers,
            FeatureMatrix batchTerms,
            List<CustomerBase.TopAction> tops,
            Map<StrategyHash, Holdout> holdouts) {
        int before = ids.size();
        Holdout first = Objects.requireNonNull(holdouts.get(split.champion()));
        holdout = holdouts.values().stream().allMatch(first::equals) ? first : null;
        for (int row = 0; row < customers.size(); row++) {
            CustomerId customer = customers.get(row);
            if (!ids.isEmpty() && ids.get(ids.size() - 1).compareTo(customer) >= 0) {
                throw new IllegalArgumentException("Customer " + customer + " does not follow "
                        + ids.get(ids.size() - 1) + " in the order of ids.");
            }
            StrategyHash strategy = split.strategyOf(customer);
            challenged.set(ids.size(), !strategy.equals(split.champion()));
            Holdout held = Objects.requireNonNull(holdouts.get(strategy));
            heldOut.set(ids.size(), held.holds(customer));
            if (expectedValues.length == ids.size()) {
                expectedValues = Arrays.copyOf(expectedValues, 2 * ids.size());
            }
            expectedValues[ids.size()] = tops.get(row).expectedValue();
            topActions.add(tops.get(row).action());
            ids.add(customer);
        }
        for (FeatureColumn column : batchTerms.columns()) {
            columns.computeIfAbsent(column.name(), name -> GrowingColumn.like(column))
                    .append(column, before);
        }
    }

    /** Tells when the customers were contacted who were added last; whoever is not told of was never. */
    public void contacted(List<CustomerRecord> customers) {
        contacts.upTo(ids.size() - customers.size());
        customers.forEach(customer -> contacts.add(customer.contacts()));
    }

    public CustomerBase build() {
        return new CustomerBase(this);
    }
}
