package cip.core.simulate;

import cip.core.customer.CustomerId;
import cip.core.decide.CustomerBase;
import cip.core.decide.DecidedTables;
import cip.core.decide.Decider;
import cip.core.decide.Example;
import cip.core.decide.ExampleBase;
import cip.core.decide.Strategy;
import cip.core.rule.TableValues;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which customers of one base each rule of a strategy decides: whom a segment takes, who passes an action's engagement rule, and
 * what which row of a table gives. Consent, contact policy and holdouts are not asked. Immutable.
 */
public final class RuleRows {
    private final Strategy strategy;
    private final CustomerBase base;
    private final String valueScore;
    private final Map<String, BitSet> segments;
    private final List<BitSet> suitable;
    private final DecidedTables tables;

    /**
     * @param segments members by id, in the strategy's order
     * @param suitable by engagement rule
     */
    RuleRows(
            Strategy strategy,
            CustomerBase base,
            String valueScore,
            Map<String, BitSet> segments,
            List<BitSet> suitable,
            DecidedTables tables) {
        this.strategy = strategy;
        this.base = base;
        this.valueScore = valueScore;
        this.segments = segments;
        this.suitable = suitable;
        this.tables = tables;
    }

    /**
     * Which examples stand for each rule, in their order, those left out that cannot be read; empty = none is left. For a row of
     * a table those whose customer it decides; for a segment or an action those that also expect it, as the others would not
     * notice if it took nobody any more.
     *
     * @param decider has the features and models
     */
    public Optional<RuleRows> ofExamples(List<Example> examples, Decider decider) {
        List<Example> readable = ExampleBase.readable(examples, decider.schema());
        return ExampleBase.of(readable, decider)
                .map(others -> new ReachCounter(others, decider.baseConditions(), valueScore, 0)
                        .rules(strategy, Interest.lasting())
                        .expectedBy(readable));
    }

    private RuleRows expectedBy(List<Example> examples) {
        Map<String, BitSet> expectedSegments = new LinkedHashMap<>();
        segments.forEach((id, rows) -> expectedSegments.put(
                id, those(rows, row -> examples.get(row).expected().segment().equals(id))));
        List<BitSet> expectedActions = IntStream.range(0, suitable.size())
                .mapToObj(rule -> those(suitable.get(rule), row -> examples.get(row)
                        .expected()
                        .actions()
                        .contains(strategy.engagement().get(rule).action())))
                .toList();
        return new RuleRows(strategy, base, valueScore, expectedSegments, expectedActions, tables);
    }

    private static BitSet those(BitSet rows, IntPredicate kept) {
        BitSet some = new BitSet();
        rows.stream().filter(kept).forEach(some::set);
        return some;
    }

    public Strategy strategy() {
        return strategy;
    }

    /** Customers in the base. */
    public int customers() {
        return base.size();
    }

    /** In the strategy's order. */
    public List<TableValues> tables() {
        return tables.tables();
    }

    /** The customers whom a rule decides; empty = the strategy has no such rule. Not to be changed. */
    public Optional<BitSet> at(DecidingPlace place) {
        return switch (place.part()) {
            case "segments" -> Optional.ofNullable(segments.get(place.id()));
            case "engagement" ->
                IntStream.range(0, suitable.size())
                        .filter(rule -> strategy.engagement().get(rule).action().equals(place.id()))
                        .mapToObj(suitable::get)
                        .findFirst();
            default ->
                tables().stream()
                        .filter(table -> table.table().name().equals(place.id()))
                        .findFirst()
                        .flatMap(table -> rows(table, place.row()));
        };
    }

    private static Optional<BitSet> rows(TableValues table, int row) {
        if (row == DecidingPlace.OTHERWISE) {
            return Optional.of(table.none());
        }
        return row < table.counting().size() ? Optional.of(table.counting().get(row)) : Optional.empty();
    }

    /** Sum of the value score over some of the customers, in its unit; whoever has none is left out. */
    public double value(BitSet customers) {
        return value(customers, base, valueScore);
    }

    static double value(BitSet customers, CustomerBase base, String valueScore) {
        double sum = 0;
        for (int row = customers.nextSetBit(0); row >= 0; row = customers.nextSetBit(row + 1)) {
            double value = base.number(valueScore, row);
            sum += Double.isNaN(value) ? 0 : value;
        }
        return sum;
    }

    /**
     * Customers whom a rule decides and who are like most of those it decides, the most typical first.
     *
     * @param names what they are compared by; terms that the base does not have are left out
     */
    public List<CustomerId> typical(DecidingPlace place, Set<String> names, int most) {
        return at(place).map(rows -> TypicalCustomers.of(rows, tables.terms(), names, most)).orElse(List.of()).stream()
                .map(base::id)
                .toList();
    }
}
