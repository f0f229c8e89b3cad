package cip.server.models;

import cip.core.monitor.Outcomes;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which rows are copies of each other. */
final class Copied {
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private Copied() {}

    /** The group of each of the rows; those with equal values and targets are one. */
    static int[] groups(FeatureMatrix features, double[] target, int[] rows) {
        long[] hashes = Arrays.stream(rows)
                .mapToLong(row -> mixed(Double.doubleToLongBits(target[row])))
                .toArray();
        for (FeatureColumn column : features.columns()) {
            for (int i = 0; i < rows.length; i++) {
                long value = column instanceof NumberColumn numbers
                        ? Double.doubleToLongBits(numbers.values()[rows[i]])
                        : text((TextColumn) column, rows[i]);
                hashes[i] = mixed(hashes[i] * 31 + value);
            }
        }
        List<Long> contents = new ArrayList<>(rows.length);
        Arrays.stream(hashes).forEach(contents::add);
        return Outcomes.groupsOf(contents);
    }

    private static long text(TextColumn column, int row) {
        String text = column.values()[row];
        return text == null ? -1 : text.hashCode();
    }

    private static long mixed(long value) {
        long mixed = (value ^ value >>> 32) * PRIME;
        return mixed ^ mixed >>> 29;
    }
}
