package cip.core.simulate;

import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Customers who stand for many: near the median in every number, in quartile ranges, and with the most frequent text. Of many
 * thousands an even share is looked at.
 */
final class TypicalCustomers {
    private static final int LOOKED_AT = 20_000;

    private TypicalCustomers() {}

    /**
     * Rows of the matrix, the most typical first; of equal ones the first comes first.
     *
     * @param names of columns; those that the matrix does not have are left out
     */
    static List<Integer> of(BitSet customers, FeatureMatrix terms, Set<String> names, int most) {
        int[] rows = some(customers);
        double[] distance = new double[rows.length];
        names.stream().sorted().filter(terms::has).forEach(name -> add(terms.column(name), rows, distance));
        return IntStream.range(0, rows.length)
                .boxed()
                .sorted(Comparator.comparingDouble(at -> distance[at]))
                .limit(most)
                .map(at -> rows[at])
                .toList();
    }

    private static int[] some(BitSet customers) {
        int[] all = customers.stream().toArray();
        int step = Math.max(1, (all.length + LOOKED_AT - 1) / LOOKED_AT);
        return IntStream.range(0, (all.length + step - 1) / step)
                .map(i -> all[i * step])
                .toArray();
    }

    private static void add(FeatureColumn column, int[] rows, double[] distance) {
        if (column instanceof NumberColumn numbers) {
            add(numbers.values(), rows, distance);
        } else if (column instanceof TextColumn texts) {
            add(texts.values(), rows, distance);
        }
    }

    /** Missing is as far from every number as anything can be. */
    private static void add(double[] values, int[] rows, double[] distance) {
        double[] present = Arrays.stream(rows)
                .mapToDouble(row -> values[row])
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        boolean mostlyMissing = 2 * present.length < rows.length;
        double median = present.length == 0 ? 0 : present[present.length / 2];
        double range = present.length == 0 ? 0 : present[3 * present.length / 4] - present[present.length / 4];
        for (int at = 0; at < rows.length; at++) {
            double value = values[rows[at]];
            if (Double.isNaN(value) || mostlyMissing) {
                distance[at] += Double.isNaN(value) == mostlyMissing ? 0 : 1;
            } else if (value != median) {
                distance[at] += Math.min(1, Math.abs(value - median) / Math.max(range, Double.MIN_NORMAL));
            }
        }
    }

    private static void add(@Nullable String[] values, int[] rows, double[] distance) {
        Map<String, Integer> counts = new HashMap<>();
        for (int row : rows) {
            counts.merge(String.valueOf(values[row]), 1, Integer::sum);
        }
        if (counts.isEmpty()) {
            return;
        }
        int most = Collections.max(counts.values());
        for (int at = 0; at < rows.length; at++) {
            distance[at] += counts.getOrDefault(String.valueOf(values[rows[at]]), 0) == most ? 0 : 1;
        }
    }
}
