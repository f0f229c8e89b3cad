package cip.server.customers;

import cip.core.customer.CustomerId;
import cip.core.customer.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

/** Transactions in the database, each within its caller's transaction. */
public final class TransactionStore {
    private static final Comparator<Transaction> BY_TIME =
            Comparator.comparing(Transaction::occurredAt).thenComparing(Transaction::reference);
    private static final Comparator<CustomerTransaction> BY_KEY = Comparator.comparing(
                    (CustomerTransaction row) -> row.customer().value())
            .thenComparing(row -> row.transaction().reference());
    private static final int FETCH = 5_000;

    /** Inserts and updates; customer and reference must not occur twice in one batch, and the customers must exist. */
    public SavedRows save(Handle handle, List<CustomerTransaction> batch) {
        Map<String, Transaction> known = known(handle, batch);
        List<CustomerTransaction> created = new ArrayList<>();
        List<CustomerTransaction> updated = new ArrayList<>();
        for (CustomerTransaction row : batch) {
            Transaction before = known.get(key(row));
            if (before == null) {
                created.add(row);
            } else if (!before.equals(row.transaction())) {
                updated.add(row);
            }
        }
        insert(handle, created);
        update(handle, updated);
        return new SavedRows(created.size(), updated.size(), batch.size() - created.size() - updated.size());
    }

    /** What {@link #save} would come to. */
    public SavedRows compare(Handle handle, List<CustomerTransaction> batch) {
        Map<String, Transaction> known = known(handle, batch);
        long created =
                batch.stream().filter(row -> !known.containsKey(key(row))).count();
        long unchanged = batch.stream()
                .filter(row -> row.transaction().equals(known.get(key(row))))
                .count();
        return new SavedRows(created, batch.size() - created - unchanged, unchanged);
    }

    /** When the last one happened. */
    Optional<Instant> last(Handle handle) {
        return handle.createQuery("select max(occurred_at) from customer_transaction")
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(OffsetDateTime::toInstant);
    }

    /** Of how many customers one happened no later than an instant. */
    long customersUntil(Handle handle, Instant instant) {
        return handle.createQuery(
                        "select count(distinct customer_id) from customer_transaction where occurred_at <= :instant")
                .bind("instant", instant.atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .one();
    }

    /** When the first one happened. */
    Optional<Instant> first(Handle handle) {
        return handle.createQuery("select min(occurred_at) from customer_transaction")
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(OffsetDateTime::toInstant);
    }

    /** One customer's transactions, by time. */
    List<Transaction> of(Handle handle, CustomerId customer) {
        List<Transaction> own = handle.createQuery("select reference, occurred_at, amount, channel"
                        + " from customer_transaction where customer_id = :id")
                .bind("id", customer.value())
                .map((row, context) -> transaction(row, 1))
                .list();
        own.sort(BY_TIME);
        return own;
    }

    /** The transactions of all customers after one id up to another, each customer's by time. */
    Map<CustomerId, List<Transaction>> between(Handle handle, String after, String upTo) {
        Map<CustomerId, List<Transaction>> all = new HashMap<>();
        handle.createQuery("select customer_id, reference, occurred_at, amount, channel from customer_transaction"
                        + " where customer_id > :after and customer_id <= :upTo")
                .bind("after", after)
                .bind("upTo", upTo)
                .setFetchSize(FETCH)
                .scanResultSet((rows, context) -> {
                    for (ResultSet row = rows.get(); row.next(); ) {
                        all.computeIfAbsent(new CustomerId(row.getString(1)), id -> new ArrayList<>())
                                .add(transaction(row, 2));
                    }
                    return all;
                });
        all.values().forEach(own -> own.sort(BY_TIME));
        return all;
    }

    private static Map<String, Transaction> known(Handle handle, List<CustomerTransaction> batch) {
        Map<String, Transaction> known = new HashMap<>();
        Query query = handle.createQuery(
                "select t.customer_id, t.reference, t.occurred_at, t.amount, t.channel"
                        + " from unnest(cast(:customers as varchar array), cast(:references as varchar array))"
                        + " as k(customer_id, reference)"
                        + " join customer_transaction t on t.customer_id = cast(k.customer_id as customer_key) and t.reference = k.reference");
        bind(query, "customers", batch, row -> row.customer().value());
        bind(query, "references", batch, row -> row.transaction().reference());
        query.scanResultSet((rows, context) -> {
            for (ResultSet row = rows.get(); row.next(); ) {
                Transaction transaction = transaction(row, 2);
                known.put(key(row.getString(1), transaction.reference()), transaction);
            }
            return known;
        });
        return known;
    }

    /** One statement for all rows, in the order of the primary key: rows side by side share pages of the index. */
    private static void insert(Handle handle, List<CustomerTransaction> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<CustomerTransaction> sorted = new ArrayList<>(rows);
        sorted.sort(BY_KEY);
        Update insert = handle.createUpdate(
                "insert into customer_transaction (customer_id, reference, occurred_at, amount, channel)"
                        + " select customer_id, reference, cast(occurred_at as timestamp with time zone),"
                        + " cast(amount as double precision), channel"
                        + " from unnest(cast(:customers as varchar array), cast(:references as varchar array),"
                        + " cast(:times as varchar array), cast(:amounts as varchar array),"
                        + " cast(:channels as varchar array))"
                        + " as r(customer_id, reference, occurred_at, amount, channel)");
        bind(insert, "customers", sorted, row -> row.customer().value());
        bind(insert, "references", sorted, row -> row.transaction().reference());
        bind(insert, "times", sorted, row -> row.transaction().occurredAt());
        bind(insert, "amounts", sorted, row -> row.transaction().amount());
        bind(insert, "channels", sorted, row -> row.transaction().channel());
        insert.execute();
    }

    private static <S extends SqlStatement<S>> void bind(
            S statement, String name, List<CustomerTransaction> rows, Function<CustomerTransaction, Object> cell) {
        statement.bindArray(
                name,
                String.class,
                rows.stream().<Object>map(row -> cell.apply(row).toString()).toList());
    }

    private static void update(Handle handle, List<CustomerTransaction> rows) {
        if (rows.isEmpty()) {
            return;
        }
        PreparedBatch updates = handle.prepareBatch("update customer_transaction set occurred_at = :at,"
                + " amount = :amount, channel = :channel where customer_id = :customer and reference = :reference");
        for (CustomerTransaction row : rows) {
            Transaction transaction = row.transaction();
            updates.bind("customer", row.customer().value())
                    .bind("reference", transaction.reference())
                    .bind("at", transaction.occurredAt().atOffset(ZoneOffset.UTC))
                    .bind("amount", transaction.amount())
                    .bind("channel", transaction.channel())
                    .add();
        }
        updates.execute();
    }

    private static Transaction transaction(ResultSet row, int first) throws SQLException {
        return new Transaction(
                row.getString(first),
                row.getObject(first + 1, OffsetDateTime.class).toInstant(),
                row.getDouble(first + 2),
                row.getString(first + 3));
    }

    private static String key(CustomerTransaction row) {
        return key(row.customer().value(), row.transaction().reference());
    }

    private static String key(String customer, String reference) {
        return customer + '\n' + reference;
    }
}
