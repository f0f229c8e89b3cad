package cip.server.decisions;

import cip.core.customer.CustomerId;
import cip.core.decide.CustomerBase;
import cip.server.customers.LatestDecisions;
import cip.server.http.Caller;
import cip.server.strategies.LiveStrategy;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The latest decisions as the base in memory has them. Thread-safe. */
final class DecidedCustomers implements LatestDecisions {
    private final LiveBase base;
    private final LiveStrategy strategy;
    private final Decisions decisions;
    private final String valueScore;
    private final String riskScore;
    private volatile @Nullable Ordered ordered;

    /** Rows of one base in the ascending order of one score, those without one left out. */
    private record Ordered(CustomerBase base, String score, int[] rows) {}

    DecidedCustomers(LiveBase base, LiveStrategy strategy, Decisions decisions, String valueScore, String riskScore) {
        this.base = base;
        this.strategy = strategy;
        this.decisions = decisions;
        this.valueScore = valueScore;
        this.riskScore = riskScore;
    }

    @Override
    public Map<CustomerId, Short> of(Collection<CustomerId> customers) {
        Map<CustomerId, Short> found = new HashMap<>();
        base.current()
                .ifPresent(decided -> customers.forEach(customer ->
                        decided.row(customer).ifPresent(row -> found.put(customer, shortened(decided, row)))));
        return found;
    }

    private Short shortened(CustomerBase decided, int row) {
        String action = decided.topAction(row);
        String name = strategy.decider(decided.strategyOf(row))
                .strategy()
                .actions()
                .action(action)
                .map(a -> a.name())
                .orElse(action);
        return new Short(decided.segment(row), number(decided, valueScore, row), number(decided, riskScore, row), name);
    }

    private static @Nullable Double number(CustomerBase decided, String score, int row) {
        double value = decided.number(score, row);
        return Double.isNaN(value) ? null : value;
    }

    @Override
    public List<CustomerId> byScore(String score, boolean descending, @Nullable String segment, int from, int limit) {
        Optional<CustomerBase> current = base.current();
        if (current.isEmpty()) {
            return List.of();
        }
        CustomerBase decided = current.get();
        int[] rows =
                ordered(decided, score.equals("clv") ? valueScore : riskScore).rows();
        return IntStream.range(0, rows.length)
                .map(i -> rows[descending ? rows.length - 1 - i : i])
                .filter(row -> segment == null || decided.segment(row).equals(segment))
                .skip(from)
                .limit(limit)
                .mapToObj(decided::id)
                .toList();
    }

    private Ordered ordered(CustomerBase decided, String score) {
        Ordered known = ordered;
        if (known != null && known.base() == decided && known.score().equals(score)) {
            return known;
        }
        int[] rows = IntStream.range(0, decided.size())
                .boxed()
                .sorted(Comparator.comparingDouble(row -> {
                    double value = decided.number(score, row);
                    return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
                }))
                .mapToInt(Integer::intValue)
                .toArray();
        Ordered made = new Ordered(decided, score, rows);
        ordered = made;
        return made;
    }

    @Override
    public int count(String segment) {
        return base.current()
                .map(decided -> (int) IntStream.range(0, decided.size())
                        .filter(row -> decided.segment(row).equals(segment))
                        .count())
                .orElse(0);
    }

    @Override
    public Optional<ObjectNode> latest(CustomerId customer, Caller caller) {
        return decisions.latest(customer, caller);
    }
}
