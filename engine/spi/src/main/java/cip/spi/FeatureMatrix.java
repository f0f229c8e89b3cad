package cip.spi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Many customers × named features, held column by column. Immutable; safe to share between threads. */
public final class FeatureMatrix {
    private final int rows;
    private final List<FeatureColumn> columns;
    private final Layout layout;

    /** @throws IllegalArgumentException when a column is not {@code rows} long or a name occurs twice */
    public FeatureMatrix(int rows, List<FeatureColumn> columns) {
        this(rows, List.copyOf(columns), new Layout(List.of(), columns));
    }

    private FeatureMatrix(int rows, List<FeatureColumn> columns, Layout layout) {
        this.rows = rows;
        this.columns = columns;
        this.layout = layout;
        for (FeatureColumn column : columns) {
            if (column.rows() != rows) {
                throw new IllegalArgumentException(
                        "Column " + column.name() + " has " + column.rows() + " rows, expected " + rows + ".");
            }
        }
    }

    /** Which name stands where: the same for all matrices that are made alike, so that it is worked out once. */
    private static final class Layout {
        private final List<String> names;
        private final Map<String, Integer> positions = new HashMap<>();
        private volatile @Nullable Layout extended;

        Layout(List<String> first, List<FeatureColumn> more) {
            List<String> all = new ArrayList<>(first);
            more.forEach(column -> all.add(column.name()));
            this.names = List.copyOf(all);
            for (String name : names) {
                if (positions.put(name, positions.size()) != null) {
                    throw new IllegalArgumentException("Column " + name + " occurs twice.");
                }
            }
        }

        /** Whether the columns bear the names from a position on. */
        boolean has(List<FeatureColumn> columns, int from) {
            if (names.size() != from + columns.size()) {
                return false;
            }
            for (int i = 0; i < columns.size(); i++) {
                if (!columns.get(i).name().equals(names.get(from + i))) {
                    return false;
                }
            }
            return true;
        }

        Layout with(List<FeatureColumn> more) {
            Layout last = extended;
            if (last != null && last.has(more, names.size())) {
                return last;
            }
            Layout made = new Layout(names, more);
            extended = made;
            return made;
        }
    }

    /** Other rows of the same kind. @throws IllegalArgumentException when the columns do not bear the names of this matrix's */
    public FeatureMatrix like(int rows, List<FeatureColumn> columns) {
        if (!layout.has(columns, 0)) {
            throw new IllegalArgumentException("The columns are not " + names() + ".");
        }
        return new FeatureMatrix(rows, List.copyOf(columns), layout);
    }

    /** The same rows with more columns. @throws IllegalArgumentException when a name occurs twice */
    public FeatureMatrix with(List<FeatureColumn> more) {
        List<FeatureColumn> all = new ArrayList<>(columns.size() + more.size());
        all.addAll(columns);
        all.addAll(more);
        return new FeatureMatrix(rows, List.copyOf(all), layout.with(more));
    }

    public int rows() {
        return rows;
    }

    public List<FeatureColumn> columns() {
        return columns;
    }

    /** In the order of the columns; the same list for matrices made {@linkplain #like alike}. */
    public List<String> names() {
        return layout.names;
    }

    public boolean has(String name) {
        return layout.positions.containsKey(name);
    }

    /** Where a column stands among {@link #columns}; empty = there is no such column. */
    public OptionalInt position(String name) {
        Integer position = layout.positions.get(name);
        return position == null ? OptionalInt.empty() : OptionalInt.of(position);
    }

    /** @throws IllegalArgumentException when there is no such column */
    public FeatureColumn column(String name) {
        Integer position = layout.positions.get(name);
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
