package cip.server.reports;

import cip.core.customer.CustomerId;
import cip.core.decide.CustomerBase;
import cip.core.decide.Decider;
import cip.core.decide.SplitDecider;
import cip.core.rule.Condition;
import cip.core.rule.ConditionCheck;
import cip.core.simulate.Interest;
import cip.server.customers.CustomerHit;
import cip.server.customers.CustomerStore;
import cip.spi.FeatureColumn.NumberColumn;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Counts who meets a condition over the base in memory. Thread-safe. */
final class ConditionCounter {
    private static final int SAMPLE = 5;

    private final CustomerStore customers;
    private final OverviewConfiguration configuration;

    ConditionCounter(CustomerStore customers, OverviewConfiguration configuration) {
        this.customers = customers;
        this.configuration = configuration;
    }

    /**
     * @param named whether the sample says the customers' names
     * @throws cip.core.error.EngineException INVALID_CONDITION naming every problem of the condition; CONFLICT when the interest is
     *     gone
     */
    ConditionCount count(
            Condition condition, SplitDecider deciders, CustomerBase base, boolean named, Interest interest) {
        long start = System.nanoTime();
        Decider decider = deciders.champion();
        ConditionCheck.require(
                condition, decider.vocabulary(), decider.guardrails().names());
        BitSet rows = decider.matching(condition, base);
        interest.require();
        double[] values = ((NumberColumn) base.terms().column(configuration.valueScore())).values();
        double clv = 0;
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            clv += Double.isNaN(values[row]) ? 0 : values[row];
        }
        int count = rows.cardinality();
        return new ConditionCount(
                count,
                base.size(),
                base.size() == 0 ? 0 : (double) count / base.size(),
                clv,
                segmentCounts(rows, base, deciders),
                sample(rows, base, named),
                base.asOf(),
                (System.nanoTime() - start) / 1_000_000);
    }

    private List<ConditionCount.SampleCustomer> sample(BitSet rows, CustomerBase base, boolean named) {
        List<Integer> first = rows.stream().limit(SAMPLE).boxed().toList();
        List<CustomerId> ids = first.stream().map(base::id).toList();
        Map<CustomerId, CustomerHit> known = named ? customers.named(ids) : Map.of();
        return IntStream.range(0, ids.size())
                .mapToObj(i -> new ConditionCount.SampleCustomer(
                        ids.get(i).value(),
                        Optional.ofNullable(known.get(ids.get(i)))
                                .map(CustomerHit::name)
                                .orElse(null),
                        number(base, configuration.valueScore(), first.get(i)),
                        number(base, configuration.riskScore(), first.get(i))))
                .toList();
    }

    private static @Nullable Double number(CustomerBase base, String term, int row) {
        double value = base.number(term, row);
        return Double.isNaN(value) ? null : value;
    }

    /** In the order of the strategies; segments that they have no more come last. */
    private static List<ConditionCount.SegmentCount> segmentCounts(
            BitSet rows, CustomerBase base, SplitDecider deciders) {
        Map<String, String> labels = new LinkedHashMap<>();
        deciders.segments().forEach(segment -> labels.put(segment.id(), segment.label()));
        base.segmentRows().keySet().forEach(id -> labels.putIfAbsent(id, id));
        List<ConditionCount.SegmentCount> counts = new ArrayList<>();
        labels.forEach((id, label) -> {
            BitSet members =
                    (BitSet) base.segmentRows().getOrDefault(id, new BitSet()).clone();
            members.and(rows);
            if (!members.isEmpty()) {
                counts.add(new ConditionCount.SegmentCount(id, label, members.cardinality()));
            }
        });
        return counts;
    }
}
