package cip.server.decisions;

import cip.core.customer.CustomerId;
import cip.core.decide.CustomerBase;
import cip.server.customers.LatestDecisions;
import cip.server.http.Caller;
import cip.server.strategies.LiveStrategy;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The latest decisions as the base in memory has them. Thread-safe. */
final class DecidedCustomers implements LatestDecisions {
    private final LiveBase base;
    private final LiveStrategy strategy;
    private final Decisions decisions;
    private final String valueScore;
    private final String riskScore;
    private volatile @Nullable Orders orders;

    private record Orders(CustomerBase base, Map<String, ScoreOrder> byScore) {}

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
        return order(decided, score.equals("clv") ? valueScore : riskScore)
                .rows(descending)
                .filter(row -> segment == null || decided.segment(row).equals(segment))
                .skip(from)
                .limit(limit)
                .mapToObj(decided::id)
                .toList();
    }

    private ScoreOrder order(CustomerBase decided, String score) {
        Orders known = orders;
        if (known == null || known.base() != decided) {
            known = new Orders(decided, new ConcurrentHashMap<>());
            orders = known;
        }
        return known.byScore().computeIfAbsent(score, name -> ScoreOrder.of(decided, name));
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
