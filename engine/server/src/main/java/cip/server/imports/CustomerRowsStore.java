package cip.server.imports;

import cip.server.customers.CustomerUpdate;
import cip.server.customers.CustomerUpdateStore;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Rows of customers go over what is known of them: columns a file does not have stay as they are. */
final class CustomerRowsStore implements RowsStore<CustomerRow> {
    private final CustomerUpdateStore customers;
    private final Set<String> told;

    /** @param told the attributes that the file has a column for */
    CustomerRowsStore(CustomerUpdateStore customers, Set<String> told) {
        this.customers = customers;
        this.told = Set.copyOf(told);
    }

    @Override
    public SavedBatch save(Handle handle, List<CustomerRow> batch, Instant at) {
        return new SavedBatch(customers.save(handle, updates(batch), at), 0);
    }

    @Override
    public SavedBatch compare(Handle handle, List<CustomerRow> batch) {
        return new SavedBatch(customers.compare(handle, updates(batch)), 0);
    }

    private List<CustomerUpdate> updates(List<CustomerRow> batch) {
        return batch.stream()
                .map(row -> new CustomerUpdate(row.id(), row.values(), told))
                .toList();
    }
}
