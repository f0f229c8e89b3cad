package cip.core.rule;

import cip.spi.FeatureColumn;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds small matrices for tests: {@code Rows.of(2).numbers("age", 30, 40).texts("region", "West", null).build()}. */
final class Rows {
    private final int rows;
    private final List<FeatureColumn> columns = new ArrayList<>();

    private Rows(int rows) {
        this.rows = rows;
    }

    static Rows of(int rows) {
        return new Rows(rows);
    }

    Rows numbers(String name, double... values) {
        columns.add(new FeatureColumn.NumberColumn(name, values));
        return this;
    }

    Rows texts(String name, @Nullable String... values) {
        columns.add(new FeatureColumn.TextColumn(name, values));
        return this;
    }

    FeatureMatrix build() {
        return new FeatureMatrix(rows, columns);
    }

    /** A column for each term of the vocabulary that has none yet, all values missing. */
    FeatureMatrix withAll(Vocabulary vocabulary) {
        List<String> present = columns.stream().map(FeatureColumn::name).toList();
        for (Term term : vocabulary.terms()) {
            if (!present.contains(term.name()) && term.type() == Term.Type.TEXT) {
                texts(term.name(), new String[rows]);
            } else if (!present.contains(term.name())) {
                double[] missing = new double[rows];
                Arrays.fill(missing, Double.NaN);
                numbers(term.name(), missing);
            }
        }
        return build();
    }
}
