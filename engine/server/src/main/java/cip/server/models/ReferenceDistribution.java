package cip.server.models;

import cip.core.monitor.CategoryReference;
import cip.core.monitor.QuantileReference;
import cip.core.monitor.Reference;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How an input or a score was distributed when the model was trained: what later customers are compared with.
 *
 * @param missing share of the rows without a value, 0..1
 * @param quantiles of a number: the values below which 0 %, 5 %, ... 100 % of the known ones lie; empty for categories
 * @param shares of each category among the known values, 0..1; empty for a number
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ReferenceDistribution(double missing, List<Double> quantiles, Map<String, Double> shares) {
    private static final int STEPS = 20;

    public ReferenceDistribution {
        quantiles = quantiles == null ? List.of() : List.copyOf(quantiles);
        shares = shares == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(shares));
    }

    /**
     * To compare with.
     *
     * @param number whether it is one of numbers
     * @param customers behind it
     */
    public Reference reference(boolean number, long customers) {
        return number
                ? new QuantileReference(missing, quantiles, customers)
                : new CategoryReference(missing, shares, customers);
    }

    static ReferenceDistribution of(FeatureColumn column) {
        return column instanceof TextColumn texts ? ofTexts(texts) : ofNumbers(((NumberColumn) column).values());
    }

    static ReferenceDistribution ofNumbers(double[] values) {
        double[] known = DoubleStream.of(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        List<Double> quantiles = known.length == 0
                ? List.of()
                : IntStream.rangeClosed(0, STEPS)
                        .mapToObj(step -> Digits.six(known[(int) ((long) step * (known.length - 1) / STEPS)]))
                        .toList();
        return new ReferenceDistribution(missing(values.length, known.length), quantiles, Map.of());
    }

    /** Of cluster numbers. */
    static ReferenceDistribution ofClusters(double[] clusters) {
        return ofTexts(new TextColumn(
                "",
                Arrays.stream(clusters).mapToObj(c -> Long.toString((long) c)).toArray(String[]::new)));
    }

    private static ReferenceDistribution ofTexts(TextColumn column) {
        Map<String, Integer> counts = new TreeMap<>();
        int known = 0;
        for (String value : column.values()) {
            if (value != null) {
                counts.merge(value, 1, Integer::sum);
                known++;
            }
        }
        Map<String, Double> shares = new TreeMap<>();
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            shares.put(count.getKey(), Digits.six((double) count.getValue() / known));
        }
        return new ReferenceDistribution(missing(column.rows(), known), List.of(), shares);
    }

    private static double missing(int rows, int known) {
        return rows == 0 ? 0 : Digits.six((double) (rows - known) / rows);
    }
}
