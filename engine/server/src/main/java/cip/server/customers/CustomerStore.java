package cip.server.customers;

import cip.core.customer.Attribute;
import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.customer.CustomerSchema;
import cip.core.customer.PurchaseSummary;
import cip.core.customer.Transaction;
import cip.server.store.Database;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Customers in the database. Thread-safe. */
public final class CustomerStore {
    private static final int LATEST = 20;

    private final Database database;
    private final TransactionStore transactions;
    private final AttributesJson json;
    private final Optional<String> nameAttribute;

    public CustomerStore(Database database, CustomerSchema schema, TransactionStore transactions) {
        this.database = database;
        this.transactions = transactions;
        this.json = new AttributesJson(schema);
        this.nameAttribute = schema.withRole(Attribute.Role.NAME).stream()
                .map(Attribute::name)
                .findFirst();
    }

    /**
     * The next customers in the order of their ids, with their purchases up to an instant.
     *
     * @param after the last customer of the page before; empty = from the first
     */
    public List<CustomerRecord> page(Optional<CustomerId> after, int limit, Instant asOf) {
        return database.read(handle -> {
            String from = after.map(CustomerId::value).orElse("");
            List<CustomerId> ids = new ArrayList<>();
            List<Map<String, Object>> attributes = new ArrayList<>();
            handle.createQuery("select customer_id, attributes from customer where customer_id > :after"
                            + " order by customer_id limit :limit")
                    .bind("after", from)
                    .bind("limit", limit)
                    .setFetchSize(limit)
                    .scanResultSet((rows, context) -> {
                        for (var row = rows.get(); row.next(); ) {
                            ids.add(new CustomerId(row.getString(1)));
                            attributes.add(json.read(row.getString(1), row.getString(2)));
                        }
                        return ids;
                    });
            if (ids.isEmpty()) {
                return List.of();
            }
            Map<CustomerId, List<Transaction>> purchases =
                    transactions.between(handle, from, ids.get(ids.size() - 1).value());
            List<CustomerRecord> page = new ArrayList<>(ids.size());
            for (int i = 0; i < ids.size(); i++) {
                List<Transaction> own = purchases.getOrDefault(ids.get(i), List.of());
                page.add(new CustomerRecord(ids.get(i), attributes.get(i), PurchaseSummary.of(own, asOf)));
            }
            return page;
        });
    }

    /** When the last transaction happened; empty = there is none. */
    public Optional<Instant> lastTransaction() {
        return database.read(transactions::last);
    }

    public Optional<CustomerRecord> find(CustomerId id, Instant asOf) {
        return details(id, asOf).map(StoredCustomer::record);
    }

    public Optional<StoredCustomer> details(CustomerId id, Instant asOf) {
        return database.read(handle -> {
            List<Transaction> own = transactions.of(handle, id);
            return handle.createQuery("select name, attributes, imported_at from customer where customer_id = :id")
                    .bind("id", id.value())
                    .map((row, context) -> new StoredCustomer(
                            new CustomerRecord(
                                    id,
                                    json.read(id.value(), row.getString("attributes")),
                                    PurchaseSummary.of(own, asOf)),
                            Optional.ofNullable(row.getString("name")).orElse(""),
                            latest(own),
                            row.getObject("imported_at", OffsetDateTime.class).toInstant()))
                    .findOne();
        });
    }

    private static List<Transaction> latest(List<Transaction> byTime) {
        List<Transaction> latest = new ArrayList<>();
        for (int i = byTime.size() - 1; i >= 0 && latest.size() < LATEST; i--) {
            latest.add(byTime.get(i));
        }
        return latest;
    }

    public long count() {
        return database.read(handle -> handle.createQuery("select count(*) from customer")
                .mapTo(Long.class)
                .one());
    }

    /** The attributes of customers by id and name; unknown ids are left out. */
    public Map<CustomerId, Map<String, Object>> attributes(Collection<CustomerId> ids) {
        Map<String, String> texts = database.read(handle -> attributesOf(handle, List.copyOf(ids)));
        Map<CustomerId, Map<String, Object>> attributes = new HashMap<>();
        texts.forEach((id, text) -> attributes.put(new CustomerId(id), json.read(id, text)));
        return attributes;
    }

    /** Customers by id, names only; unknown ids are left out. */
    public Map<CustomerId, CustomerHit> named(Collection<CustomerId> ids) {
        return database.read(handle -> handle
                .createQuery("select customer_id, name from customer where customer_id = any(:ids)")
                .bindArray("ids", String.class, values(ids))
                .map((row, context) -> CustomerSearchStore.hit(row.getString("customer_id"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(CustomerHit::id, hit -> hit)));
    }

    /** Inserts and updates in the caller's transaction; an id must not occur twice in one batch. */
    public SavedRows save(Handle handle, List<CustomerUpdate> batch, Instant at) {
        Map<String, String> known =
                attributesOf(handle, batch.stream().map(CustomerUpdate::id).toList());
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
        Map<String, String> known =
                attributesOf(handle, batch.stream().map(CustomerUpdate::id).toList());
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
                        .bindArray("ids", String.class, values(ids))
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

    private static Map<String, String> attributesOf(Handle handle, List<CustomerId> ids) {
        Map<String, String> attributes = new HashMap<>();
        handle.createQuery("select customer_id, attributes from customer where customer_id = any(:ids)")
                .bindArray("ids", String.class, values(ids))
                .scanResultSet((rows, context) -> {
                    for (var row = rows.get(); row.next(); ) {
                        attributes.put(row.getString(1), row.getString(2));
                    }
                    return attributes;
                });
        return attributes;
    }

    private static List<Object> values(Collection<CustomerId> ids) {
        return ids.stream().<Object>map(CustomerId::value).toList();
    }
}
