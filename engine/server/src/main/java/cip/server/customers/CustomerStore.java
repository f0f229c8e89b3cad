package cip.server.customers;

import cip.core.contact.ContactLimit;
import cip.core.customer.Contact;
import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.customer.CustomerSchema;
import cip.core.customer.PurchaseSummary;
import cip.core.customer.Transaction;
import cip.server.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reads customers from the database; {@link CustomerUpdateStore} writes them. Thread-safe. */
public final class CustomerStore {
    private static final int LATEST = 20;

    private final Database database;
    private final TransactionStore transactions;
    private final ContactStore contacts = new ContactStore();
    private final AttributesJson json;

    public CustomerStore(Database database, CustomerSchema schema, TransactionStore transactions) {
        this.database = database;
        this.transactions = transactions;
        this.json = new AttributesJson(schema);
    }

    /**
     * The next customers in the order of their ids, with their purchases and the contacts with them up to an instant.
     *
     * @param after the last customer of the page before; empty = from the first
     */
    public List<CustomerRecord> page(Optional<CustomerId> after, int limit, Instant asOf) {
        return pages(after, limit, List.of(asOf)).get(0);
    }

    /** The same customers once for each instant, read once. */
    public List<List<CustomerRecord>> pages(Optional<CustomerId> after, int limit, List<Instant> instants) {
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
                return instants.stream().map(asOf -> List.<CustomerRecord>of()).toList();
            }
            Map<CustomerId, List<Transaction>> purchases =
                    transactions.between(handle, from, ids.get(ids.size() - 1).value());
            Instant first = instants.stream().min(Comparator.naturalOrder()).orElseThrow();
            Map<CustomerId, List<Contact>> contacted =
                    contacts.between(handle, from, ids.get(ids.size() - 1).value(), remembered(first));
            List<List<CustomerRecord>> pages = new ArrayList<>();
            for (Instant asOf : instants) {
                List<CustomerRecord> page = new ArrayList<>(ids.size());
                for (int i = 0; i < ids.size(); i++) {
                    List<Transaction> own = purchases.getOrDefault(ids.get(i), List.of());
                    page.add(new CustomerRecord(
                            ids.get(i),
                            attributes.get(i),
                            PurchaseSummary.of(own, asOf),
                            upTo(asOf, contacted.getOrDefault(ids.get(i), List.of()))));
                }
                pages.add(page);
            }
            return pages;
        });
    }

    /** Since when contacts still count at an instant under any limit. */
    private static Instant remembered(Instant asOf) {
        return asOf.minus(Duration.ofDays(ContactLimit.LONGEST_DAYS));
    }

    private static List<Contact> upTo(Instant asOf, List<Contact> contacts) {
        if (contacts.isEmpty()) {
            return contacts;
        }
        Instant since = remembered(asOf);
        return contacts.stream()
                .filter(contact -> !contact.at().isAfter(asOf) && !contact.at().isBefore(since))
                .toList();
    }

    /** When the first transaction happened; empty = there is none. */
    public Optional<Instant> firstTransaction() {
        return database.read(transactions::first);
    }

    /** When the last transaction happened; empty = there is none. */
    public Optional<Instant> lastTransaction() {
        return database.read(transactions::last);
    }

    /** How many customers have a transaction no later than an instant. */
    public long customersUntil(Instant instant) {
        return database.read(handle -> transactions.customersUntil(handle, instant));
    }

    public Optional<CustomerRecord> find(CustomerId id, Instant asOf) {
        return details(id, asOf).map(StoredCustomer::record);
    }

    public Optional<StoredCustomer> details(CustomerId id, Instant asOf) {
        return database.read(handle -> {
            List<Transaction> own = transactions.of(handle, id);
            List<Contact> contacted = upTo(asOf, contacts.of(handle, id, remembered(asOf)));
            return handle.createQuery("select name, attributes, imported_at from customer where customer_id = :id")
                    .bind("id", id.value())
                    .map((row, context) -> new StoredCustomer(
                            new CustomerRecord(
                                    id,
                                    json.read(id.value(), row.getString("attributes")),
                                    PurchaseSummary.of(own, asOf),
                                    contacted),
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

    /** The attributes as the table has them, by id; unknown ids are left out. */
    static Map<String, String> attributesOf(Handle handle, List<CustomerId> ids) {
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

    static List<Object> values(Collection<CustomerId> ids) {
        return ids.stream().<Object>map(CustomerId::value).toList();
    }
}
