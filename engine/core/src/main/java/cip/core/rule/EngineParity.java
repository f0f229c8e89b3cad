package cip.core.rule;

import cip.spi.FeatureColumn;
import cip.spi.FeatureMatrix;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Proves that Drools, the columns and the tests asked row by row give the same answers: all decide the same generated
 * customers, random ones and ones on the edge of every threshold. Run whenever rules are compiled; after a difference Drools
 * must decide alone.
 */
public final class EngineParity {
    private EngineParity() {}

    /** The first difference between Drools and the columns we ship; empty = none. */
    public static Optional<Difference> verify(CompiledRules compiled, long seed, int customers) {
        return verify(compiled, ConditionColumns::matching, seed, customers);
    }

    /**
     * The first difference; empty = none.
     *
     * @param customers how many at least; more are made when a term has more edge values than that
     */
    public static Optional<Difference> verify(CompiledRules compiled, ColumnEngine columns, long seed, int customers) {
        FeatureMatrix terms = BoundaryCustomers.generate(compiled.vocabulary(), compiled.rules(), seed, customers);
        return difference(
                compiled,
                columns,
                terms,
                (rule, row) ->
                        "a generated customer with " + values(compiled.rules().get(rule), terms, row));
    }

    /** How a customer is spoken of. */
    @FunctionalInterface
    interface Words {
        String of(int rule, int row);
    }

    /** The first difference for given customers; empty = none. */
    static Optional<Difference> difference(
            CompiledRules compiled, ColumnEngine columns, FeatureMatrix terms, Words customers) {
        List<BitSet> drools = compiled.match(terms);
        List<BitSet> byColumns = columns.matching(compiled.conditions(), terms, compiled.guardrails());
        List<BitSet> byRow = compiled.matchByRow(terms);
        for (int i = 0; i < drools.size(); i++) {
            int inColumns = firstDifference(drools.get(i), byColumns.get(i));
            int inRows = firstDifference(drools.get(i), byRow.get(i));
            if (inColumns >= 0 || inRows >= 0) {
                int row = inColumns >= 0 ? inColumns : inRows;
                return Optional.of(new Difference(
                        compiled.rules().get(i).id(),
                        drools.get(i).get(row),
                        inColumns >= 0 ? "columns" : "rows",
                        customers.of(i, row)));
            }
        }
        return Optional.empty();
    }

    private static int firstDifference(BitSet one, BitSet other) {
        BitSet differing = (BitSet) one.clone();
        differing.xor(other);
        return differing.nextSetBit(0);
    }

    private static String values(Rule rule, FeatureMatrix terms, int row) {
        return rule.condition().terms().stream()
                .map(term -> term + " = " + value(terms.column(term), row))
                .collect(Collectors.joining(", "));
    }

    private static String value(FeatureColumn column, int row) {
        if (column instanceof FeatureColumn.NumberColumn number) {
            return String.valueOf(number.values()[row]);
        }
        return String.valueOf(((FeatureColumn.TextColumn) column).values()[row]);
    }

    /**
     * A customer on whom they disagree.
     *
     * @param drools whether the rule holds for Drools
     * @param others who say the opposite: {@code columns}, or {@code rows} asked one by one
     * @param customer in words
     */
    public record Difference(String rule, boolean drools, String others, String customer) {
        @Override
        public String toString() {
            return "Rule " + rule + (drools ? " holds" : " does not hold") + " for Drools, but by " + others + " it "
                    + (drools ? "does not" : "does") + ", for " + customer + ".";
        }
    }
}
