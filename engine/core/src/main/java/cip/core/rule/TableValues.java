package cip.core.rule;

import cip.spi.FeatureColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a decision table gives to the customers of one matrix, column by column: the same as {@link CompiledTable} gives to
 * each, for tables that give one value, at the cost of a few passes over bits instead of a list for every customer.
 */
public final class TableValues {
    private final DecisionTable table;
    private final int customers;
    private final List<BitSet> holding;
    private final List<BitSet> counting = new ArrayList<>();
    private final BitSet none;

    private TableValues(DecisionTable table, List<BitSet> holding, int customers) {
        this.table = table;
        this.customers = customers;
        this.holding = List.copyOf(holding);
        this.none = new BitSet(customers);
        none.set(0, customers);
        if (table.hitPolicy() == HitPolicy.COLLECT) {
            counting.addAll(holding);
            holding.forEach(none::andNot);
            return;
        }
        holding.forEach(rows -> counting.add(rows));
        for (int row : table.order()) {
            BitSet counted = (BitSet) holding.get(row).clone();
            counted.and(none);
            none.andNot(counted);
            counting.set(row, counted);
        }
    }

    /**
     * @param table one that gives one value, see {@link TableCheck#inStrategy}
     * @param holding for each row of the table the customers for whom it holds
     */
    public static TableValues of(DecisionTable table, List<BitSet> holding, int customers) {
        return new TableValues(table, holding, customers);
    }

    public DecisionTable table() {
        return table;
    }

    /** For each row the customers for whom it holds. Not to be changed. */
    public List<BitSet> holding() {
        return holding;
    }

    /** For each row the customers who have what it says; several rows for one customer only when they are collected. */
    public List<BitSet> counting() {
        return counting;
    }

    /** The customers for whom no row holds. */
    public BitSet none() {
        return none;
    }

    /** The rows, by position, that make what the customer has; empty = none holds. */
    public List<Integer> counting(int customer) {
        return IntStream.range(0, counting.size())
                .filter(row -> counting.get(row).get(customer))
                .boxed()
                .toList();
    }

    /** A column for each output. */
    public List<FeatureColumn> columns() {
        List<FeatureColumn> columns = new ArrayList<>();
        for (int output = 0; output < table.outputs().size(); output++) {
            columns.add(
                    TableTerms.type(table, output) == Term.Type.TEXT
                            ? new FeatureColumn.TextColumn(
                                    table.outputs().get(output).name(), texts(output))
                            : new FeatureColumn.NumberColumn(
                                    table.outputs().get(output).name(), numbers(output)));
        }
        return columns;
    }

    private @Nullable String[] texts(int output) {
        @Nullable String[] texts = new String[customers];
        for (int row = 0; row < counting.size(); row++) {
            String value = text(table.rows().get(row).then().get(output));
            set(texts, counting.get(row), value);
        }
        table.defaults().ifPresent(values -> set(texts, none, text(values.get(output))));
        return texts;
    }

    private static void set(@Nullable String[] texts, BitSet customers, @Nullable String value) {
        for (int customer = customers.nextSetBit(0); customer >= 0; customer = customers.nextSetBit(customer + 1)) {
            texts[customer] = value;
        }
    }

    private double[] numbers(int output) {
        double[] numbers = new double[customers];
        Arrays.fill(numbers, Double.NaN);
        for (int row = 0; row < counting.size(); row++) {
            Literal value = table.rows().get(row).then().get(output);
            double number = table.aggregation() == Aggregation.COUNT ? 1 : number(value);
            BitSet rows = counting.get(row);
            for (int customer = rows.nextSetBit(0); customer >= 0; customer = rows.nextSetBit(customer + 1)) {
                numbers[customer] = Double.isNaN(numbers[customer]) ? number : collected(numbers[customer], number);
            }
        }
        double otherwise = table.aggregation() == Aggregation.COUNT
                ? 0
                : table.defaults().map(values -> number(values.get(output))).orElse(Double.NaN);
        for (int customer = none.nextSetBit(0); customer >= 0; customer = none.nextSetBit(customer + 1)) {
            numbers[customer] = otherwise;
        }
        return numbers;
    }

    private double collected(double soFar, double more) {
        return table.aggregation() == Aggregation.MIN
                ? Math.min(soFar, more)
                : table.aggregation() == Aggregation.MAX ? Math.max(soFar, more) : soFar + more;
    }

    private static @Nullable String text(Literal literal) {
        return literal instanceof Literal.OfText text ? text.value() : null;
    }

    private static double number(Literal literal) {
        if (literal instanceof Literal.OfYesNo yesNo) {
            return yesNo.value() ? 1 : 0;
        }
        return literal instanceof Literal.OfNumber number ? number.value() : Double.NaN;
    }
}
