package cip.server.imports;

import cip.core.customer.CustomerId;
import cip.server.customers.ContactSource;
import cip.server.customers.ContactStore;
import cip.server.customers.CustomerContact;
import cip.server.customers.CustomerUpdateStore;
import cip.server.customers.SavedRows;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Rows of contacts, which are added and never changed; a customer nobody knows yet is made, with nothing but the id. */
final class ContactRowsStore implements RowsStore<ContactRow> {
    private final CustomerUpdateStore customers;
    private final ContactStore contacts = new ContactStore();
    private final SeenKeys wouldBeCreated = new SeenKeys();

    ContactRowsStore(CustomerUpdateStore customers) {
        this.customers = customers;
    }

    @Override
    public SavedBatch save(Handle handle, List<ContactRow> batch, Instant at) {
        long created = customers.createUnknown(handle, ids(batch), at);
        return saved(batch, contacts.add(handle, rows(batch), ContactSource.IMPORT, at), created);
    }

    @Override
    public SavedBatch compare(Handle handle, List<ContactRow> batch) {
        long created = customers.missing(handle, ids(batch)).stream()
                .filter(id -> !wouldBeCreated.meet(id.value(), 0, 0))
                .count();
        return saved(batch, contacts.missing(handle, rows(batch)).size(), created);
    }

    private static SavedBatch saved(List<ContactRow> batch, long added, long customersCreated) {
        return new SavedBatch(new SavedRows(added, 0, batch.size() - added), customersCreated);
    }

    private static Set<CustomerId> ids(List<ContactRow> batch) {
        Set<CustomerId> ids = new LinkedHashSet<>();
        batch.forEach(row -> ids.add(row.contact().customer()));
        return ids;
    }

    private static List<CustomerContact> rows(List<ContactRow> batch) {
        return batch.stream().map(ContactRow::contact).toList();
    }
}
