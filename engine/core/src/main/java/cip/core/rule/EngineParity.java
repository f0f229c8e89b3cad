package cip.core.rule;

import cip.spi.FeatureColumn;
import cip.spi.FeatureMatrix;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Proves that Drools and the columns give the same answers: both decide the same generated customers, random ones and
 * ones on the edge of every threshold. Run whenever rules are compiled; after a difference Drools must decide alone.
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
        return difference(compiled, columns, terms);
    }

    /** The first difference for given customers; empty = none. */
    private static Optional<Difference> difference(
            CompiledRules compiled, ColumnEngine columnEngine, FeatureMatrix terms) {
        List<Rule> rules = compiled.rules();
        List<BitSet> drools = compiled.match(terms);
        List<BitSet> columns = columnEngine.matching(compiled.conditions(), terms, compiled.guardrails());
        for (int i = 0; i < rules.size(); i++) {
            BitSet differing = (BitSet) drools.get(i).clone();
            differing.xor(columns.get(i));
            int row = differing.nextSetBit(0);
            if (row >= 0) {
                return Optional.of(
                        new Difference(rules.get(i).id(), drools.get(i).get(row), values(rules.get(i), terms, row)));
            }
        }
        return Optional.empty();
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
     * A generated customer on whom the two disagree.
     *
     * @param drools whether the rule holds for Drools; the columns say the opposite
     * @param customer the values of the terms of the rule, in words
     */
    public record Difference(String rule, boolean drools, String customer) {
        @Override
        public String toString() {
            return "Rule " + rule + (drools ? " holds" : " does not hold") + " for Drools, but by columns it "
                    + (drools ? "does not" : "does") + ", for a generated customer with " + customer + ".";
        }
    }
}
