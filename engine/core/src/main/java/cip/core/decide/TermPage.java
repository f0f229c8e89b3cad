package cip.core.decide;

import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Neighbouring rows of a few columns, copied to arrays that begin with them, which loops run through faster. */
public final class TermPage {
    private TermPage() {}

    /** The rows from {@code from} to before {@code to} of the named terms that there are. */
    public static FeatureMatrix of(FeatureMatrix terms, Collection<String> names, int from, int to) {
        List<FeatureColumn> columns = new ArrayList<>();
        for (String name : names) {
            if (!terms.has(name)) {
                continue;
            }
            FeatureColumn column = terms.column(name);
            columns.add(
                    column instanceof NumberColumn numbers
                            ? new NumberColumn(name, Arrays.copyOfRange(numbers.values(), from, to))
                            : new TextColumn(name, Arrays.copyOfRange(((TextColumn) column).values(), from, to)));
        }
        return new FeatureMatrix(to - from, columns);
    }
}
