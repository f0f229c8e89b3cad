package cip.server.customers;

import cip.core.customer.CustomerId;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.http.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pages of customers: found by a text, or in the order of id, name or a score, all of them or those of one segment. */
public final class CustomerList {
    private static final int BLOCK = 500;

    private final CustomerStore customers;
    private final CustomerSearchStore search;
    private final LatestDecisions decisions;

    CustomerList(CustomerStore customers, CustomerSearchStore search, LatestDecisions decisions) {
        this.customers = customers;
        this.search = search;
        this.decisions = decisions;
    }

    /**
     * A customer in a list.
     *
     * @param name {@code null} = unknown, or not for the caller
     * @param segment {@code null} = not decided yet, as are the members after it
     */
    public record Row(
            String id,
            @Nullable String name,
            @Nullable String segment,
            @Nullable Double clv,
            @Nullable Double churnRisk,
            @Nullable String topAction) {
        static Row of(CustomerHit hit, LatestDecisions.@Nullable Short decision, boolean named) {
            String name = hit.name().isEmpty() || !named ? null : hit.name();
            return decision == null
                    ? new Row(hit.id().value(), name, null, null, null, null)
                    : new Row(
                            hit.id().value(),
                            name,
                            decision.segment(),
                            decision.clv(),
                            decision.churnRisk(),
                            decision.topAction());
        }
    }

    /** @param named whether names are searched and shown */
    Page<Row> found(String text, @Nullable String segment, @Nullable String cursor, int limit, boolean named) {
        List<SearchHit.Place> places = named ? List.of(SearchHit.Place.values()) : List.of(SearchHit.Place.ID);
        int block = segment == null ? limit + 1 : BLOCK;
        SearchHit.After after = cursor == null ? null : SearchHit.After.of(cursor);
        List<SearchHit> kept = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        boolean more = true;
        while (more && kept.size() <= limit) {
            List<SearchHit> hits = search.search(text, places, after, block);
            List<Row> shown = rows(hits.stream().map(SearchHit::customer).toList(), named);
            for (int i = 0; i < hits.size() && kept.size() <= limit; i++) {
                if (segment == null || segment.equals(shown.get(i).segment())) {
                    kept.add(hits.get(i));
                    rows.add(shown.get(i));
                }
            }
            more = hits.size() == block;
            after = more ? hits.get(block - 1).after() : after;
        }
        String next = kept.size() > limit ? kept.get(limit - 1).cursor() : null;
        return new Page<>(rows.subList(0, Math.min(limit, rows.size())), next, null);
    }

    /**
     * @param sort {@code id}, {@code name}, {@code clv} or {@code churn_risk}, after a minus sign in descending order
     * @param named whether names are shown and may be sorted by
     */
    Page<Row> ordered(String sort, @Nullable String segment, @Nullable String cursor, int limit, boolean named) {
        boolean descending = sort.startsWith("-");
        String key = descending ? sort.substring(1) : sort;
        if (key.equals("name") && !named) {
            throw new EngineException(
                    ErrorCode.NOT_ALLOWED, "Your roles do not see names, so customers cannot be sorted by them.");
        }
        return switch (key) {
            case "clv", "churn_risk" -> byScore(key, descending, segment, cursor, limit, named);
            case "id", "name" -> byText(key, descending, segment, cursor, limit, named);
            default ->
                throw new EngineException(
                                ErrorCode.INVALID_VALUE,
                                "Customers can be sorted by id, name, clv and churn_risk, and by nothing else.")
                        .about("sort");
        };
    }

    private static int place(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        if (!cursor.matches("\\d{1,9}")) {
            throw new EngineException(
                            ErrorCode.INVALID_VALUE,
                            "This cursor was not given by this list.\nMaybe ask without one, or sort as before.")
                    .about("cursor");
        }
        return Integer.parseInt(cursor);
    }

    private Page<Row> byScore(
            String score,
            boolean descending,
            @Nullable String segment,
            @Nullable String cursor,
            int limit,
            boolean named) {
        int from = place(cursor);
        List<CustomerId> ids = decisions.byScore(score, descending, segment, from, limit + 1);
        Map<CustomerId, CustomerHit> known = customers.named(ids);
        List<CustomerHit> hits = ids.stream()
                .filter(known::containsKey)
                .map(id -> known.getOrDefault(id, new CustomerHit(id, "")))
                .limit(limit)
                .toList();
        List<Row> rows = rows(hits, named);
        String next = ids.size() > limit ? String.valueOf(from + limit) : null;
        return new Page<>(rows, next, total(segment));
    }

    private Page<Row> byText(
            String key,
            boolean descending,
            @Nullable String segment,
            @Nullable String cursor,
            int limit,
            boolean named) {
        List<Row> kept = new ArrayList<>();
        Optional<CustomerId> after = Optional.ofNullable(cursor).map(CustomerId::new);
        while (kept.size() <= limit) {
            List<CustomerHit> block = key.equals("id")
                    ? search.byId(after, descending, segment == null ? limit + 1 : BLOCK)
                    : search.byName(after, descending, segment == null ? limit + 1 : BLOCK);
            if (block.isEmpty()) {
                break;
            }
            rows(block, named).stream()
                    .filter(row -> segment == null || segment.equals(row.segment()))
                    .forEach(kept::add);
            after = Optional.of(block.get(block.size() - 1).id());
        }
        return Page.of(kept.subList(0, Math.min(kept.size(), limit + 1)), limit, Row::id, total(segment));
    }

    private List<Row> rows(List<CustomerHit> hits, boolean named) {
        Map<CustomerId, LatestDecisions.Short> decided =
                decisions.of(hits.stream().map(CustomerHit::id).toList());
        return hits.stream()
                .map(hit -> Row.of(hit, decided.get(hit.id()), named))
                .toList();
    }

    private Long total(@Nullable String segment) {
        return segment == null ? customers.count() : (long) decisions.count(segment);
    }
}
