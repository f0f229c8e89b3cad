package cip.core.decide;

import cip.core.rule.Condition;
import cip.core.rule.DecisionTable;
import cip.core.rule.TableValues;
import cip.spi.FeatureColumn;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What the tables of a strategy give to the customers of one matrix.
 *
 * @param terms the matrix with a column for each output of the tables
 * @param tables in the strategy's order
 */
public record DecidedTables(FeatureMatrix terms, List<TableValues> tables) {
    public DecidedTables {
        tables = List.copyOf(tables);
    }

    /**
     * @param facts a column for each term that the tables read; columns with the name of an output are replaced
     * @param matching decides conditions for the customers of the matrix
     */
    public static DecidedTables of(
            List<DecisionTable> tables, FeatureMatrix facts, Function<List<Condition>, List<BitSet>> matching) {
        return tables.isEmpty()
                ? new DecidedTables(facts, List.of())
                : decided(tables, facts, matching.apply(conditions(tables)));
    }

    /** The conditions of all rows of all tables, in their order. */
    static List<Condition> conditions(List<DecisionTable> tables) {
        return tables.stream().flatMap(table -> table.conditions().stream()).toList();
    }

    /** @param rows for each of the {@link #conditions} the customers for whom it holds */
    static DecidedTables decided(List<DecisionTable> tables, FeatureMatrix facts, List<BitSet> rows) {
        List<TableValues> values = new ArrayList<>();
        List<FeatureColumn> outputs = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int from = 0;
        for (DecisionTable table : tables) {
            int to = from + table.rows().size();
            TableValues given = TableValues.of(table, rows.subList(from, to), facts.rows());
            values.add(given);
            outputs.addAll(given.columns());
            table.outputs().forEach(output -> names.add(output.name()));
            from = to;
        }
        List<FeatureColumn> columns = new ArrayList<>(facts.columns());
        columns.removeIf(column -> names.contains(column.name()));
        columns.addAll(outputs);
        return new DecidedTables(new FeatureMatrix(facts.rows(), columns), values);
    }
}
