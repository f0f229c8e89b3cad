package cip.server.customers;

import cip.core.customer.Attribute;
import cip.core.customer.CustomerId;
import cip.core.customer.CustomerSchema;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * Writes customers to the database, each batch within its caller's transaction; when something changed, the transaction
 * ends with {@link CustomersRevisionStore#advance}. Thread-safe.
 */
public final class CustomerUpdateStore {
    private final AttributesJson json;
    private final Optional<String> nameAttribute;

    public CustomerUpdateStore(CustomerSchema schema) {
        this.json = new AttributesJson(schema);
        this.nameAttribute = schema.withRole(Attribute.Role.NAME).stream()
                .map(Attribute::name)
                .findFirst();
    }

    /** Inserts and updates in the caller's transaction; an id must not occur twice in one batch. */
    public SavedRows save(Handle handle, List<CustomerUpdate> batch, Instant at) {
        Map<String, String> known = CustomerStore.attributesOf(
                handle, batch.stream().map(CustomerUpdate::id).toList());
        List<Row> created = new ArrayList<>();
        List<Row> updated = new ArrayList<>();
        for (CustomerUpdate update : batch) {
            String before = known.get(update.id().value());
            Map<String, Object> merged = update.over(
                    before == null ? Map.of() : json.read(update.id().value(), before));
            String after = json.write(merged);
            if (before == null) {
                created.add(row(update.id(), merged, after));
            } else if (!before.equals(after)) {
                updated.add(row(update.id(), merged, after));
            }
        }
        insert(handle, created, at);
        update(handle, updated, at);
        return new SavedRows(created.size(), updated.size(), batch.size() - created.size() - updated.size());
    }

    /** What {@link #save} would come to. */
    public SavedRows compare(Handle handle, List<CustomerUpdate> batch) {
        Map<String, String> known = CustomerStore.attributesOf(
                handle, batch.stream().map(CustomerUpdate::id).toList());
        long created = 0;
        long updated = 0;
        for (CustomerUpdate update : batch) {
            String id = update.id().value();
            String before = known.get(id);
            if (before == null) {
                created++;
            } else if (!before.equals(json.write(update.over(json.read(id, before))))) {
                updated++;
            }
        }
        return new SavedRows(created, updated, batch.size() - created - updated);
    }

    /** Makes customers of whom nothing but the id is known; returns how many were new. */
    public long createUnknown(Handle handle, Set<CustomerId> ids, Instant at) {
        List<CustomerId> missing = missing(handle, ids);
        save(
                handle,
                missing.stream()
                        .map(id -> new CustomerUpdate(id, Map.of(), Set.of()))
                        .toList(),
                at);
        return missing.size();
    }

    /** Those of the ids that no customer has. */
    public List<CustomerId> missing(Handle handle, Set<CustomerId> ids) {
        Set<String> known =
                Set.copyOf(handle.createQuery("select customer_id from customer where customer_id = any(:ids)")
                        .bindArray("ids", String.class, CustomerStore.values(ids))
                        .mapTo(String.class)
                        .list());
        return ids.stream().filter(id -> !known.contains(id.value())).toList();
    }

    /**
     * A customer as the table has it.
     *
     * @param name {@code null} = unknown
     */
    private record Row(String id, @Nullable String name, String searchName, String attributes) {}

    private Row row(CustomerId id, Map<String, Object> attributes, String text) {
        String name = nameAttribute.map(attributes::get).map(Object::toString).orElse(null);
        return new Row(id.value(), name, name == null ? "" : SearchText.of(name), text);
    }

    /** One statement for all rows, in the order of the primary key: rows side by side share pages of the index. */
    private static void insert(Handle handle, List<Row> rows, Instant at) {
        if (rows.isEmpty()) {
            return;
        }
        List<Row> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(Row::id));
        Update insert = handle.createUpdate(
                "insert into customer (customer_id, name, search_id, search_name, search_surname, attributes, imported_at)"
                        + " select customer_id, name, search_id, search_name, search_surname, attributes,"
                        + " cast(:at as timestamp with time zone)"
                        + " from unnest(cast(:ids as varchar array), cast(:names as varchar array),"
                        + " cast(:searchIds as varchar array), cast(:searchNames as varchar array),"
                        + " cast(:searchSurnames as varchar array), cast(:attributes as varchar array))"
                        + " as r(customer_id, name, search_id, search_name, search_surname, attributes)");
        bind(insert, "ids", sorted, Row::id);
        bind(insert, "names", sorted, Row::name);
        bind(insert, "searchIds", sorted, row -> SearchText.of(row.id()));
        bind(insert, "searchNames", sorted, Row::searchName);
        bind(insert, "searchSurnames", sorted, row -> SearchText.surname(row.searchName()));
        bind(insert, "attributes", sorted, Row::attributes);
        insert.bind("at", at.atOffset(ZoneOffset.UTC)).execute();
    }

    private static void bind(Update insert, String name, List<Row> rows, Function<Row, @Nullable String> cell) {
        insert.bindArray(name, String.class, rows.stream().map(cell).toArray());
    }

    private static void update(Handle handle, List<Row> rows, Instant at) {
        if (rows.isEmpty()) {
            return;
        }
        PreparedBatch updates = handle.prepareBatch("update customer set name = :name, search_name = :searchName,"
                + " search_surname = :searchSurname, attributes = :attributes, imported_at = :at"
                + " where customer_id = :id");
        for (Row row : rows) {
            updates.bind("id", row.id())
                    .bind("name", row.name())
                    .bind("searchName", row.searchName())
                    .bind("searchSurname", SearchText.surname(row.searchName()))
                    .bind("attributes", row.attributes())
                    .bind("at", at.atOffset(ZoneOffset.UTC))
                    .add();
        }
        updates.execute();
    }
}
