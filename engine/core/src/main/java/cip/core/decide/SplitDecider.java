package cip.core.decide;

import cip.core.action.Action;
import cip.core.action.ActionCatalogue;
import cip.core.action.Channel;
import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.rule.EngineParity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides for every customer under the strategy that a split gives them. Immutable; safe to share between threads. */
public final class SplitDecider {
    private final StrategySplit split;
    private final Decider champion;
    private final @Nullable Decider challenger;

    /** @param challenger of the split's challenger; {@code null} when it has none */
    public SplitDecider(StrategySplit split, Decider champion, @Nullable Decider challenger) {
        List<StrategyHash> given =
                challenger == null ? List.of(champion.hash()) : List.of(champion.hash(), challenger.hash());
        if (!given.equals(split.strategies())) {
            throw new IllegalArgumentException(
                    "The strategies are " + given + ", expected " + split.strategies() + ".");
        }
        this.split = split;
        this.champion = champion;
        this.challenger = challenger;
    }

    /** Some of a batch of customers, who are decided by one decider. @param rows their places in the batch, ascending */
    public record Part(Decider decider, int[] rows) {
        /** Those of a batch who are in the part. */
        public <T> List<T> of(List<T> batch) {
            return Arrays.stream(rows).mapToObj(batch::get).toList();
        }
    }

    public StrategySplit split() {
        return split;
    }

    public Decider champion() {
        return champion;
    }

    /** Empty when the champion decides for everybody. */
    public Optional<Decider> challenger() {
        return Optional.ofNullable(challenger);
    }

    /** The champion's first. */
    public List<Decider> deciders() {
        return challenger == null ? List.of(champion) : List.of(champion, challenger);
    }

    /** The one of a strategy that takes part; empty = it does not. */
    public Optional<Decider> of(StrategyHash strategy) {
        return deciders().stream()
                .filter(decider -> decider.hash().equals(strategy))
                .findFirst();
    }

    public Decider of(CustomerId customer) {
        return challenger != null && split.strategyOf(customer).equals(challenger.hash()) ? challenger : champion;
    }

    /** A batch by who decides; parts without customers are left out. */
    @SuppressWarnings("ReferenceEquality")
    public List<Part> parts(List<CustomerId> customers) {
        List<Part> parts = new ArrayList<>();
        Decider[] decidedBy = customers.stream().map(this::of).toArray(Decider[]::new);
        for (Decider decider : deciders()) {
            int[] rows = new int[customers.size()];
            int count = 0;
            for (int row = 0; row < rows.length; row++) {
                if (decidedBy[row] == decider) {
                    rows[count++] = row;
                }
            }
            if (count > 0) {
                parts.add(new Part(decider, Arrays.copyOf(rows, count)));
            }
        }
        return parts;
    }

    /** The segments of the strategies: the champion's in its order, then those that only the challenger has. */
    public List<Segment> segments() {
        Map<String, Segment> segments = new LinkedHashMap<>();
        for (Decider decider : deciders()) {
            decider.strategy().segments().segments().forEach(segment -> segments.putIfAbsent(segment.id(), segment));
        }
        return List.copyOf(segments.values());
    }

    /** The actions and channels of the strategies: the champion's, then those that only the challenger has. */
    public ActionCatalogue actions() {
        Map<String, Channel> channels = new LinkedHashMap<>();
        Map<String, Action> actions = new LinkedHashMap<>();
        for (Decider decider : deciders()) {
            ActionCatalogue own = decider.strategy().actions();
            own.channels().forEach(channel -> channels.putIfAbsent(channel.id(), channel));
            own.actions().forEach(action -> actions.putIfAbsent(action.id(), action));
        }
        return new ActionCatalogue(
                List.copyOf(channels.values()),
                List.copyOf(actions.values()),
                champion.strategy().actions().fallback());
    }

    /** One decision per customer, in their order, without reasons. */
    public List<Decision> decide(List<CustomerRecord> customers, DecisionContext context) {
        if (challenger == null) {
            return champion.decide(customers, context);
        }
        Decision[] decisions = new Decision[customers.size()];
        for (Part part : parts(customers.stream().map(CustomerRecord::id).toList())) {
            List<Decision> decided = part.decider().decide(part.of(customers), context);
            for (int i = 0; i < decided.size(); i++) {
                decisions[part.rows()[i]] = decided.get(i);
            }
        }
        return List.of(decisions);
    }

    /** The same with every rule of one strategy decided by Drools. */
    public SplitDecider byDrools(StrategyHash strategy, EngineParity.Difference because) {
        return new SplitDecider(
                split,
                champion.hash().equals(strategy) ? champion.byDrools(because) : champion,
                challenger != null && challenger.hash().equals(strategy) ? challenger.byDrools(because) : challenger);
    }
}
