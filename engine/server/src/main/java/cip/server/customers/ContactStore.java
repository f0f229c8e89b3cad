package cip.server.customers;

import cip.core.customer.Contact;
import cip.core.customer.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

/** Contacts with customers in the database, which only grow, each within its caller's transaction. */
public final class ContactStore {
    private static final Comparator<CustomerContact> BY_KEY = Comparator.comparing(
                    (CustomerContact row) -> row.customer().value())
            .thenComparing(CustomerContact::id);
    private static final Comparator<Contact> LATEST_FIRST = Comparator.comparing(Contact::at)
            .reversed()
            .thenComparing(Contact::action)
            .thenComparing(Contact::channel);
    private static final int FETCH = 5_000;

    /**
     * Adds those that are not there yet. Customer and id must not occur twice in one batch, and the customers must exist.
     *
     * @return how many were added
     */
    public long add(Handle handle, List<CustomerContact> batch, ContactSource source, Instant recordedAt) {
        List<CustomerContact> added = missing(handle, batch);
        insert(handle, added, source, recordedAt);
        return added.size();
    }

    /** Those of a batch that are not there yet. */
    public List<CustomerContact> missing(Handle handle, List<CustomerContact> batch) {
        Set<String> known = known(handle, batch);
        return batch.stream()
                .filter(row -> !known.contains(key(row.customer().value(), row.id())))
                .toList();
    }

    /**
     * A contact as it was recorded.
     *
     * @param action id; empty = none of ours
     */
    public record Recorded(String id, String action, String channel, Instant at, ContactSource source) {}

    /** The last contacts with a customer, latest first. */
    List<Recorded> latest(Handle handle, CustomerId customer, int most) {
        return handle.createQuery("select contact_id, action, channel, contacted_at, source from customer_contact"
                        + " where customer_id = :id order by contacted_at desc, contact_id limit :most")
                .bind("id", customer.value())
                .bind("most", most)
                .map((row, context) -> new Recorded(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        ContactSource.valueOf(row.getString(5))))
                .list();
    }

    /** One customer's contacts since an instant, latest first. */
    List<Contact> of(Handle handle, CustomerId customer, Instant since) {
        List<Contact> own = handle.createQuery("select action, channel, contacted_at from customer_contact"
                        + " where customer_id = :id and contacted_at >= :since")
                .bind("id", customer.value())
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .map((row, context) -> contact(row, 1))
                .list();
        own.sort(LATEST_FIRST);
        return own;
    }

    /** Those of all customers after one id up to another since an instant, each customer's latest first. */
    Map<CustomerId, List<Contact>> between(Handle handle, String after, String upTo, Instant since) {
        Map<CustomerId, List<Contact>> all = new HashMap<>();
        handle.createQuery("select customer_id, action, channel, contacted_at from customer_contact"
                        + " where customer_id > :after and customer_id <= :upTo and contacted_at >= :since")
                .bind("after", after)
                .bind("upTo", upTo)
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .setFetchSize(FETCH)
                .scanResultSet((rows, context) -> {
                    for (ResultSet row = rows.get(); row.next(); ) {
                        all.computeIfAbsent(new CustomerId(row.getString(1)), id -> new ArrayList<>())
                                .add(contact(row, 2));
                    }
                    return all;
                });
        all.values().forEach(own -> own.sort(LATEST_FIRST));
        return all;
    }

    private static Set<String> known(Handle handle, List<CustomerContact> batch) {
        Set<String> known = new HashSet<>();
        Query query = handle.createQuery("select c.customer_id, c.contact_id"
                + " from unnest(cast(:customers as varchar array), cast(:ids as varchar array))"
                + " as k(customer_id, contact_id)"
                + " join customer_contact c on c.customer_id = cast(k.customer_id as customer_key)"
                + " and c.contact_id = k.contact_id");
        bind(query, "customers", batch, row -> row.customer().value());
        bind(query, "ids", batch, CustomerContact::id);
        query.scanResultSet((rows, context) -> {
            for (ResultSet row = rows.get(); row.next(); ) {
                known.add(key(row.getString(1), row.getString(2)));
            }
            return known;
        });
        return known;
    }

    /** One statement for all rows, in the order of the primary key: rows side by side share pages of the index. */
    private static void insert(Handle handle, List<CustomerContact> rows, ContactSource source, Instant recordedAt) {
        if (rows.isEmpty()) {
            return;
        }
        List<CustomerContact> sorted = new ArrayList<>(rows);
        sorted.sort(BY_KEY);
        Update insert = handle.createUpdate("insert into customer_contact"
                + " (customer_id, contact_id, action, channel, contacted_at, source, recorded_at)"
                + " select customer_id, contact_id, action, channel, cast(contacted_at as timestamp with time zone),"
                + " cast(:source as varchar), cast(:recordedAt as timestamp with time zone)"
                + " from unnest(cast(:customers as varchar array), cast(:ids as varchar array),"
                + " cast(:actions as varchar array), cast(:channels as varchar array), cast(:times as varchar array))"
                + " as r(customer_id, contact_id, action, channel, contacted_at)");
        bind(insert, "customers", sorted, row -> row.customer().value());
        bind(insert, "ids", sorted, CustomerContact::id);
        bind(insert, "actions", sorted, row -> row.contact().action());
        bind(insert, "channels", sorted, row -> row.contact().channel());
        bind(insert, "times", sorted, row -> row.contact().at());
        insert.bind("source", source.name())
                .bind("recordedAt", recordedAt.atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static <S extends SqlStatement<S>> void bind(
            S statement, String name, List<CustomerContact> rows, Function<CustomerContact, Object> cell) {
        statement.bindArray(
                name,
                String.class,
                rows.stream().<Object>map(row -> cell.apply(row).toString()).toList());
    }

    private static Contact contact(ResultSet row, int first) throws SQLException {
        return new Contact(
                row.getString(first),
                row.getString(first + 1),
                row.getObject(first + 2, OffsetDateTime.class).toInstant());
    }

    private static String key(String customer, String id) {
        return customer + '\n' + id;
    }
}
