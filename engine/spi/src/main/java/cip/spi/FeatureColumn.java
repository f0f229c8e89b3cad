package cip.spi;

import org.jspecify.annotations.Nullable;

/** One feature's values for many customers, in the order of the matrix rows. Its arrays are never written to again. */
public sealed interface FeatureColumn {
    String name();

    int rows();

    /** Numbers; {@code NaN} = missing, infinities do not occur. */
    record NumberColumn(String name, double[] values) implements FeatureColumn {
        @Override
        public int rows() {
            return values.length;
        }
    }

    /** Categories; {@code null} = missing. */
    record TextColumn(String name, @Nullable String[] values) implements FeatureColumn {
        @Override
        public int rows() {
            return values.length;
        }
    }
}
