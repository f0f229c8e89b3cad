package cip.core.feature;

import cip.spi.FeatureColumn;
import cip.spi.FeatureMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds columns by name, at once in a matrix that was made like the one before. Safe to share between threads.
 */
public final class NamedColumns {
    private final List<String> names;
    private volatile @Nullable Found last;

    /** @param names of the whole matrix @param positions of ours there; -1 = there is no such column */
    private record Found(List<String> names, int[] positions) {}

    public NamedColumns(List<String> names) {
        this.names = List.copyOf(names);
    }

    /** The columns in the order of their names. @throws IllegalArgumentException when one is missing */
    public List<FeatureColumn> in(FeatureMatrix matrix) {
        int[] positions = positions(matrix);
        FeatureColumn[] columns = new FeatureColumn[positions.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = positions[i] < 0
                    ? matrix.column(names.get(i))
                    : matrix.columns().get(positions[i]);
        }
        return Arrays.asList(columns);
    }

    /** The first name of which the matrix has no column; empty = it has all. */
    public Optional<String> missing(FeatureMatrix matrix) {
        int[] positions = positions(matrix);
        for (int i = 0; i < positions.length; i++) {
            if (positions[i] < 0) {
                return Optional.of(names.get(i));
            }
        }
        return Optional.empty();
    }

    private int[] positions(FeatureMatrix matrix) {
        Found found = last;
        if (found == null || found.names != matrix.names()) {
            found = new Found(
                    matrix.names(),
                    names.stream()
                            .mapToInt(name -> matrix.position(name).orElse(-1))
                            .toArray());
            last = found;
        }
        return found.positions;
    }
}
