package cip.spi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Many customers × named features, held column by column. Immutable; safe to share between threads. */
public final class FeatureMatrix {
    private final int rows;
    private final List<FeatureColumn> columns;
    private final Map<String, Integer> positions = new HashMap<>();

    /** @throws IllegalArgumentException when a column is not {@code rows} long or a name occurs twice */
    public FeatureMatrix(int rows, List<FeatureColumn> columns) {
        this.rows = rows;
        this.columns = List.copyOf(columns);
        for (FeatureColumn column : this.columns) {
            if (column.rows() != rows) {
                throw new IllegalArgumentException(
                        "Column " + column.name() + " has " + column.rows() + " rows, expected " + rows + ".");
            }
            if (positions.put(column.name(), positions.size()) != null) {
                throw new IllegalArgumentException("Column " + column.name() + " occurs twice.");
            }
        }
    }

    public int rows() {
        return rows;
    }

    public List<FeatureColumn> columns() {
        return columns;
    }

    public List<String> names() {
        return columns.stream().map(FeatureColumn::name).toList();
    }

    public boolean has(String name) {
        return positions.containsKey(name);
    }

    /** @throws IllegalArgumentException when there is no such column */
    public FeatureColumn column(String name) {
        Integer position = positions.get(name);
        if (position == null) {
            throw new IllegalArgumentException("There is no column " + name + " among " + names() + ".");
        }
        return columns.get(position);
    }

    /** The named columns in the given order, sharing their arrays with this matrix. */
    public FeatureMatrix select(List<String> names) {
        return new FeatureMatrix(rows, names.stream().map(this::column).toList());
    }
}
