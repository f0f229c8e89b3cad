package cip.core.decide;

import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A column that grows by batches; equal texts are held once. */
sealed interface GrowingColumn {
    /** @param from rows before that are left out are missing */
    void append(FeatureColumn batch, int from);

    /** @param rows in all; those left out at the end are missing */
    FeatureColumn finished(int rows);

    static GrowingColumn like(FeatureColumn column) {
        return column instanceof NumberColumn ? new Numbers(column.name()) : new Texts(column.name());
    }

    final class Numbers implements GrowingColumn {
        private final String name;
        private double[] values = new double[1024];
        private int size;

        Numbers(String name) {
            this.name = name;
        }

        @Override
        public void append(FeatureColumn batch, int from) {
            double[] more = ((NumberColumn) batch).values();
            fill(from);
            if (size + more.length > values.length) {
                values = Arrays.copyOf(values, Math.max(2 * values.length, size + more.length));
            }
            System.arraycopy(more, 0, values, size, more.length);
            size += more.length;
        }

        private void fill(int rows) {
            if (size < rows) {
                values = Arrays.copyOf(values, Math.max(values.length, rows));
                Arrays.fill(values, size, rows, Double.NaN);
                size = rows;
            }
        }

        @Override
        public FeatureColumn finished(int rows) {
            fill(rows);
            return new NumberColumn(name, Arrays.copyOf(values, size));
        }
    }

    final class Texts implements GrowingColumn {
        private final String name;
        private final Map<String, String> dictionary = new HashMap<>();
        private @Nullable String[] values = new String[1024];
        private int size;

        Texts(String name) {
            this.name = name;
        }

        @Override
        public void append(FeatureColumn batch, int from) {
            @Nullable String[] more = ((TextColumn) batch).values();
            fill(from);
            if (size + more.length > values.length) {
                values = Arrays.copyOf(values, Math.max(2 * values.length, size + more.length));
            }
            for (String text : more) {
                values[size++] = text == null ? null : dictionary.computeIfAbsent(text, t -> t);
            }
        }

        private void fill(int rows) {
            if (size < rows) {
                values = Arrays.copyOf(values, Math.max(values.length, rows));
                size = rows;
            }
        }

        @Override
        public FeatureColumn finished(int rows) {
            fill(rows);
            return new TextColumn(name, Arrays.copyOf(values, size));
        }
    }
}
