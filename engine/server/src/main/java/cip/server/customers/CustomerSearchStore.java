package cip.server.customers;

import cip.core.customer.CustomerId;
import cip.server.store.Database;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Finds customers by what a person types, and lists them in order; every query runs along an index. */
public final class CustomerSearchStore {
    private final Database database;

    public CustomerSearchStore(Database database) {
        this.database = database;
    }

    /**
     * Customers whose id, name or surname begins with the text, whatever its case and accents: first by id, then by name,
     * then by surname.
     *
     * @param limit the most that are returned
     */
    public List<CustomerHit> search(String text, int limit) {
        String prefix = SearchText.of(text);
        if (prefix.isEmpty()) {
            return List.of();
        }
        return database.read(handle -> {
            Set<CustomerHit> found = new LinkedHashSet<>(begin(handle, "search_id", prefix, limit));
            found.addAll(begin(handle, "search_name", prefix, limit));
            found.addAll(begin(handle, "search_surname", prefix, limit));
            return found.stream().limit(limit).toList();
        });
    }

    /** Customers whose id begins with the text, whatever its case and accents. */
    List<CustomerHit> searchIds(String text, int limit) {
        String prefix = SearchText.of(text);
        return prefix.isEmpty() ? List.of() : database.read(handle -> begin(handle, "search_id", prefix, limit));
    }

    private static List<CustomerHit> begin(Handle handle, String column, String prefix, int limit) {
        return handle.createQuery("select customer_id, name from customer where " + column + " >= :from and " + column
                        + " < :to order by " + column + " limit :limit")
                .bind("from", prefix)
                .bind("to", SearchText.after(prefix))
                .bind("limit", limit)
                .map((row, context) -> hit(row.getString("customer_id"), row.getString("name")))
                .list();
    }

    /** Customers by id. */
    public List<CustomerHit> byId(Optional<CustomerId> after, boolean descending, int limit) {
        String compared = descending ? "<" : ">";
        String order = descending ? "desc" : "asc";
        String where = after.isPresent() ? " where customer_id " + compared + " :after" : "";
        return database.read(handle -> {
            var query = handle.createQuery("select customer_id, name from customer" + where + " order by customer_id "
                    + order + " limit :limit");
            after.ifPresent(id -> query.bind("after", id.value()));
            return query.bind("limit", limit)
                    .map((row, context) -> hit(row.getString("customer_id"), row.getString("name")))
                    .list();
        });
    }

    /** Customers by name, those without one first; {@code after} must exist. */
    public List<CustomerHit> byName(Optional<CustomerId> after, boolean descending, int limit) {
        String compared = descending ? "<" : ">";
        String order = descending ? "desc" : "asc";
        return database.read(handle -> {
            Optional<String> name =
                    after.flatMap(id -> handle.createQuery("select search_name from customer where customer_id = :id")
                            .bind("id", id.value())
                            .mapTo(String.class)
                            .findOne());
            String where = name.isPresent() ? " where (search_name, customer_id) " + compared + " (:name, :after)" : "";
            var query = handle.createQuery("select customer_id, name from customer" + where + " order by search_name "
                    + order + ", customer_id " + order + " limit :limit");
            name.ifPresent(found ->
                    query.bind("name", found).bind("after", after.orElseThrow().value()));
            return query.bind("limit", limit)
                    .map((row, context) -> hit(row.getString("customer_id"), row.getString("name")))
                    .list();
        });
    }

    static CustomerHit hit(String id, @Nullable String name) {
        return new CustomerHit(new CustomerId(id), name == null ? "" : name);
    }
}
