package cip.core.decide;

import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the columns of several parts of one batch together, each row at its place. What a part does not have is missing for its
 * rows. Not safe to share between threads.
 */
public final class ScatteredTerms {
    private final int rows;
    private final Map<String, FeatureColumn> columns = new LinkedHashMap<>();

    /** @param rows of the whole batch */
    public ScatteredTerms(int rows) {
        this.rows = rows;
    }

    /**
     * @param places of the part's rows in the batch
     * @throws IllegalArgumentException when a column is a number in one part and a text in another
     */
    public void add(int[] places, FeatureMatrix part) {
        for (FeatureColumn column : part.columns()) {
            FeatureColumn all = columns.computeIfAbsent(column.name(), name -> missing(column));
            if (column instanceof NumberColumn given && all instanceof NumberColumn numbers) {
                for (int i = 0; i < places.length; i++) {
                    numbers.values()[places[i]] = given.values()[i];
                }
            } else if (column instanceof TextColumn given && all instanceof TextColumn texts) {
                for (int i = 0; i < places.length; i++) {
                    texts.values()[places[i]] = given.values()[i];
                }
            } else {
                throw new IllegalArgumentException(
                        "Column " + column.name() + " is a number in one part and a text in another.");
            }
        }
    }

    private FeatureColumn missing(FeatureColumn like) {
        if (like instanceof TextColumn) {
            return new TextColumn(like.name(), new @Nullable String[rows]);
        }
        double[] none = new double[rows];
        Arrays.fill(none, Double.NaN);
        return new NumberColumn(like.name(), none);
    }

    public FeatureMatrix all() {
        return new FeatureMatrix(rows, List.copyOf(columns.values()));
    }
}
