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
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Transactions in the database, each within its caller's transaction. */
public final class TransactionStore {
    private static final Comparator<Transaction> BY_TIME =
            Comparator.comparing(Transaction::occurredAt).thenComparing(Transaction::reference);
    private static final int FETCH = 5_000;

    /** Inserts and updates; customer and reference must not occur twice in one batch, and the customers must exist. */
    public SavedRows save(Handle handle, List<CustomerTransaction> batch) {
        Map<String, Transaction> known = known(handle, batch);
        PreparedBatch inserts = handle.prepareBatch("insert into customer_transaction (customer_id, reference,"
                + " occurred_at, amount, channel) values (:customer, :reference, :at, :amount, :channel)");
        PreparedBatch updates = handle.prepareBatch("update customer_transaction set occurred_at = :at,"
                + " amount = :amount, channel = :channel where customer_id = :customer and reference = :reference");
        for (CustomerTransaction row : batch) {
            Transaction before = known.get(key(row));
            if (before == null) {
                bind(inserts, row).add();
            } else if (!before.equals(row.transaction())) {
                bind(updates, row).add();
            }
        }
        int created = execute(inserts);
        int updated = execute(updates);
        return new SavedRows(created, updated, batch.size() - created - updated);
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
        handle.createQuery("select t.customer_id, t.reference, t.occurred_at, t.amount, t.channel"
                        + " from unnest(cast(:customers as varchar array), cast(:references as varchar array))"
                        + " as k(customer_id, reference)"
                        + " join customer_transaction t on t.customer_id = k.customer_id and t.reference = k.reference")
                .bindArray(
                        "customers",
                        String.class,
                        batch.stream()
                                .<Object>map(row -> row.customer().value())
                                .toList())
                .bindArray(
                        "references",
                        String.class,
                        batch.stream()
                                .<Object>map(row -> row.transaction().reference())
                                .toList())
                .scanResultSet((rows, context) -> {
                    for (ResultSet row = rows.get(); row.next(); ) {
                        Transaction transaction = transaction(row, 2);
                        known.put(key(row.getString(1), transaction.reference()), transaction);
                    }
                    return known;
                });
        return known;
    }

    private static PreparedBatch bind(PreparedBatch batch, CustomerTransaction row) {
        Transaction transaction = row.transaction();
        return batch.bind("customer", row.customer().value())
                .bind("reference", transaction.reference())
                .bind("at", transaction.occurredAt().atOffset(ZoneOffset.UTC))
                .bind("amount", transaction.amount())
                .bind("channel", transaction.channel());
    }

    private static int execute(PreparedBatch batch) {
        int size = batch.size();
        if (size > 0) {
            batch.execute();
        }
        return size;
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
