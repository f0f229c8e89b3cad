package cip.server.imports;

import cip.core.customer.CustomerId;
import cip.server.customers.CustomerTransaction;
import cip.server.customers.CustomerUpdateStore;
import cip.server.customers.TransactionStore;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Rows of transactions; a customer nobody knows yet is made, with nothing but the id. */
final class TransactionRowsStore implements RowsStore<TransactionRow> {
    private final CustomerUpdateStore customers;
    private final TransactionStore transactions;
    private final SeenKeys wouldBeCreated = new SeenKeys();

    TransactionRowsStore(CustomerUpdateStore customers, TransactionStore transactions) {
        this.customers = customers;
        this.transactions = transactions;
    }

    @Override
    public SavedBatch save(Handle handle, List<TransactionRow> batch, Instant at) {
        long created = customers.createUnknown(handle, ids(batch), at);
        return new SavedBatch(transactions.save(handle, rows(batch)), created);
    }

    @Override
    public SavedBatch compare(Handle handle, List<TransactionRow> batch) {
        long created = customers.missing(handle, ids(batch)).stream()
                .filter(id -> !wouldBeCreated.meet(id.value(), 0, 0))
                .count();
        return new SavedBatch(transactions.compare(handle, rows(batch)), created);
    }

    private static Set<CustomerId> ids(List<TransactionRow> batch) {
        Set<CustomerId> ids = new LinkedHashSet<>();
        batch.forEach(row -> ids.add(row.customer()));
        return ids;
    }

    private static List<CustomerTransaction> rows(List<TransactionRow> batch) {
        return batch.stream()
                .map(row -> new CustomerTransaction(row.customer(), row.transaction()))
                .toList();
    }
}
