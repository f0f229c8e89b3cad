package cip.server.customers;

import cip.core.customer.CustomerId;
import cip.server.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Finds customers by what a person types, and lists them in order; every query runs along an index. */
public final class CustomerSearchStore {
    private final Database database;

    public CustomerSearchStore(Database database) {
        this.database = database;
    }

    /**
     * Customers whose id, name or surname begins with the text, whatever its case and accents: first by id, then by name,
     * then by surname, each customer once.
     *
     * @param limit the most that are returned
     */
    public List<CustomerHit> search(String text, int limit) {
        return search(text, List.of(SearchHit.Place.values()), null, limit).stream()
                .map(SearchHit::customer)
                .toList();
    }

    /**
     * Customers whose text in one of the places begins so, one place after the other.
     *
     * @param after the last hit of the page before; {@code null} = from the first on
     */
    List<SearchHit> search(String text, List<SearchHit.Place> places, SearchHit.@Nullable After after, int limit) {
        String prefix = SearchText.of(text);
        if (prefix.isEmpty()) {
            return List.of();
        }
        return database.read(handle -> {
            List<SearchHit> found = new ArrayList<>();
            for (SearchHit.Place place : places) {
                if (found.size() < limit && (after == null || place.compareTo(after.place()) >= 0)) {
                    CustomerId behind = after != null && place == after.place() ? after.customer() : null;
                    found.addAll(begin(handle, place, prefix, behind, limit - found.size()));
                }
            }
            return found;
        });
    }

    private static List<SearchHit> begin(
            Handle handle, SearchHit.Place place, String prefix, @Nullable CustomerId behind, int limit) {
        StringBuilder where = new StringBuilder(place.column() + " >= :from and " + place.column() + " < :to");
        for (SearchHit.Place earlier : SearchHit.Place.values()) {
            if (earlier.compareTo(place) < 0) {
                where.append(" and not (" + earlier.column() + " >= :from and " + earlier.column() + " < :to)");
            }
        }
        Optional<String> last = behind == null
                ? Optional.empty()
                : handle.createQuery("select " + place.column() + " from customer where customer_id = :id")
                        .bind("id", behind.value())
                        .mapTo(String.class)
                        .findOne();
        if (last.isPresent()) {
            where.append(" and (" + place.column() + ", customer_id) > (:last, :behind)");
        }
        Query query = handle.createQuery("select customer_id, name from customer where " + where + " order by "
                        + place.column() + ", customer_id limit :limit")
                .bind("from", prefix)
                .bind("to", SearchText.after(prefix))
                .bind("limit", limit);
        if (behind != null && last.isPresent()) {
            query.bind("last", last.get()).bind("behind", behind.value());
        }
        return query.map((row, context) ->
                        new SearchHit(place, hit(row.getString("customer_id"), row.getString("name"))))
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
