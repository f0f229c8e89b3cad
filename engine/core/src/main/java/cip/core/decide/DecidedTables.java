package cip.core.decide;

import cip.core.rule.DecisionTable;
import cip.core.rule.TableValues;
import cip.spi.FeatureColumn;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the tables of a strategy give to the customers of one matrix.
 *
 * @param terms the matrix with a column for each output of the tables
 * @param byPosition those decided so far, by their position in the strategy
 */
public record DecidedTables(FeatureMatrix terms, Map<Integer, TableValues> byPosition) {
    public DecidedTables {
        byPosition = new TreeMap<>(byPosition);
    }

    /** Decides the rows of a wave of tables. */
    @FunctionalInterface
    public interface Matching {
        /** For each of the wave's conditions the customers for whom it holds. @param terms everything known before the wave */
        List<BitSet> rows(TableOrder.Wave wave, FeatureMatrix terms);
    }

    /** Nothing is decided yet. */
    public static DecidedTables none(FeatureMatrix facts) {
        return new DecidedTables(facts, Map.of());
    }

    /** Those decided so far, in the strategy's order. */
    public List<TableValues> tables() {
        return List.copyOf(byPosition.values());
    }

    /** The same with another matrix of the same customers, such as one with their segments. */
    public DecidedTables with(FeatureMatrix others) {
        return new DecidedTables(others, byPosition);
    }

    /** Decides waves one after the other; columns with the name of an output are replaced. */
    public DecidedTables then(List<TableOrder.Wave> waves, Matching matching) {
        DecidedTables decided = this;
        for (TableOrder.Wave wave : waves) {
            decided = decided.then(wave, matching.rows(wave, decided.terms));
        }
        return decided;
    }

    /** @param rows for each of the wave's conditions the customers for whom it holds */
    private DecidedTables then(TableOrder.Wave wave, List<BitSet> rows) {
        Map<Integer, TableValues> values = new TreeMap<>(byPosition);
        List<FeatureColumn> outputs = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int from = 0;
        for (int i = 0; i < wave.tables().size(); i++) {
            DecisionTable table = wave.tables().get(i);
            int to = from + table.rows().size();
            TableValues given = TableValues.of(table, rows.subList(from, to), terms.rows());
            values.put(wave.positions().get(i), given);
            outputs.addAll(given.columns());
            table.outputs().forEach(output -> names.add(output.name()));
            from = to;
        }
        List<FeatureColumn> columns = new ArrayList<>(terms.columns());
        columns.removeIf(column -> names.contains(column.name()));
        columns.addAll(outputs);
        return new DecidedTables(new FeatureMatrix(terms.rows(), columns), values);
    }
}
