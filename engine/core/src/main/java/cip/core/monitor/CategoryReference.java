package cip.core.monitor;

import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A reference of categories. Whole numbers are compared as categories too.
 *
 * @param shares of each category among the known values, 0..1
 */
public record CategoryReference(double missing, Map<String, Double> shares, long customers) implements Reference {
    /** New categories that are named; those beyond are counted together. */
    private static final int MOST_NEW = 20;

    public CategoryReference {
        shares = Collections.unmodifiableMap(new TreeMap<>(shares));
    }

    @Override
    public Drift compare(FeatureColumn column) {
        Map<String, Integer> counts = new HashMap<>();
        int known = 0;
        for (int row = 0; row < column.rows(); row++) {
            String value = text(column, row);
            if (value != null) {
                counts.merge(value, 1, Integer::sum);
                known++;
            }
        }
        double nowKnown = column.rows() == 0 ? 0 : (double) known / column.rows();
        List<Bin> bins = new ArrayList<>();
        for (Bin bin : bins(counts, Math.max(1, known))) {
            bins.add(bin.times(1 - missing, nowKnown));
        }
        if (missing > 0 || known < column.rows()) {
            bins.add(Bin.missing(missing, 1 - nowKnown));
        }
        if (customers == 0 || column.rows() == 0 || (shares.isEmpty() && missing == 0)) {
            return Drift.unknown(column.rows(), customers, bins);
        }
        return Drift.of(column.rows(), customers, bins, null, null);
    }

    private List<Bin> bins(Map<String, Integer> counts, double known) {
        List<Bin> bins = new ArrayList<>();
        shares.forEach(
                (category, share) -> bins.add(Bin.category(category, share, counts.getOrDefault(category, 0) / known)));
        List<Map.Entry<String, Integer>> unseen = counts.entrySet().stream()
                .filter(count -> !shares.containsKey(count.getKey()))
                .sorted(Comparator.<Map.Entry<String, Integer>>comparingInt(count -> -count.getValue())
                        .thenComparing(Map.Entry::getKey))
                .toList();
        unseen.stream()
                .limit(MOST_NEW)
                .forEach(count -> bins.add(Bin.category(count.getKey(), 0, count.getValue() / known)));
        int rest = unseen.stream().skip(MOST_NEW).mapToInt(Map.Entry::getValue).sum();
        if (rest > 0) {
            bins.add(Bin.other(rest / known));
        }
        return bins;
    }

    private static @Nullable String text(FeatureColumn column, int row) {
        if (column instanceof TextColumn texts) {
            return texts.values()[row];
        }
        double value = ((NumberColumn) column).values()[row];
        return Double.isNaN(value) ? null : Long.toString((long) value);
    }
}
