package cip.core.monitor;

import cip.core.monitor.DependencePart.Kind;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.Figure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How what an input adds depends on its value. */
final class Dependence {
    private static final int MOST_PARTS = 20;
    private static final double TENTH = 0.1;

    private Dependence() {}

    /** At most twenty, and one more for missing values: equally many customers each, or one value each where that is fewer. */
    static List<DependencePart> parts(FeatureColumn values, double[] amounts) {
        return values instanceof NumberColumn numbers
                ? ofNumbers(numbers.values(), amounts)
                : ofTexts(((TextColumn) values).values(), amounts);
    }

    private static List<DependencePart> ofNumbers(double[] values, double[] amounts) {
        int[] order = known(values);
        long distinct =
                Arrays.stream(order).mapToDouble(row -> values[row]).distinct().count();
        List<DependencePart> parts = new ArrayList<>();
        for (int from = 0; from < order.length; ) {
            int end = distinct <= MOST_PARTS ? from : endOfPart(from, order.length);
            int to = from + 1;
            while (to < order.length && (to < end || values[order[to]] == values[order[to - 1]])) {
                to++;
            }
            int[] rows = Arrays.copyOfRange(order, from, to);
            parts.add(part(Kind.RANGE, "", values[rows[0]], values[rows[rows.length - 1]], rows, amounts));
            from = to;
        }
        int[] missing = IntStream.range(0, values.length)
                .filter(row -> Double.isNaN(values[row]))
                .toArray();
        return withMissing(parts, missing, amounts);
    }

    /** Where the twentieth that a place lies in is over. */
    private static int endOfPart(int place, int places) {
        long part = (long) place * MOST_PARTS / places;
        return (int) (((part + 1) * places + MOST_PARTS - 1) / MOST_PARTS);
    }

    private static List<DependencePart> ofTexts(@Nullable String[] values, double[] amounts) {
        Map<String, List<Integer>> rows = new TreeMap<>();
        List<Integer> missing = new ArrayList<>();
        for (int row = 0; row < values.length; row++) {
            String value = values[row];
            (value == null ? missing : rows.computeIfAbsent(value, text -> new ArrayList<>())).add(row);
        }
        List<String> categories = rows.keySet().stream()
                .sorted(Comparator.comparingInt(
                        category -> -rowsOf(rows, category).size()))
                .toList();
        boolean all = categories.size() <= MOST_PARTS;
        List<DependencePart> parts = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (String category : categories) {
            if (all || parts.size() < MOST_PARTS - 1) {
                parts.add(part(
                        Kind.CATEGORY, category, Double.NaN, Double.NaN, numbers(rowsOf(rows, category)), amounts));
            } else {
                others.addAll(rowsOf(rows, category));
            }
        }
        if (!others.isEmpty()) {
            parts.add(part(Kind.OTHERS, "", Double.NaN, Double.NaN, numbers(others), amounts));
        }
        return withMissing(parts, numbers(missing), amounts);
    }

    private static List<Integer> rowsOf(Map<String, List<Integer>> rows, String category) {
        return Objects.requireNonNull(rows.get(category));
    }

    private static int[] numbers(List<Integer> rows) {
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<DependencePart> withMissing(List<DependencePart> parts, int[] missing, double[] amounts) {
        if (missing.length > 0) {
            parts.add(part(Kind.MISSING, "", Double.NaN, Double.NaN, missing, amounts));
        }
        return parts;
    }

    private static DependencePart part(
            Kind kind, String category, double from, double to, int[] rows, double[] amounts) {
        double[] sorted =
                Arrays.stream(rows).mapToDouble(row -> amounts[row]).sorted().toArray();
        return new DependencePart(
                kind,
                category,
                from,
                to,
                rows.length,
                Arrays.stream(sorted).average().orElseThrow(),
                quantile(sorted, TENTH),
                quantile(sorted, 1 - TENTH));
    }

    /** Between the two nearest, as R's type 7. */
    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** Of the ranks of value and share, ties at their mean rank; NaN of a text, or when one of the two is always the same. */
    static double correlation(FeatureColumn values, double[] amounts) {
        if (!(values instanceof NumberColumn numbers)) {
            return Double.NaN;
        }
        int[] known = known(numbers.values());
        return Figure.spearman()
                .of(
                        Arrays.stream(known)
                                .mapToDouble(row -> numbers.values()[row])
                                .toArray(),
                        Arrays.stream(known).mapToDouble(row -> amounts[row]).toArray())
                .applyAsDouble(OutcomeFigures.once(known.length));
    }

    /** Where each value lies among all, 0 to 1, equal ones in their middle; NaN = missing, or a text. */
    static double[] ranks(FeatureColumn column) {
        if (!(column instanceof NumberColumn numbers)) {
            double[] none = new double[((TextColumn) column).values().length];
            Arrays.fill(none, Double.NaN);
            return none;
        }
        double[] values = numbers.values();
        double[] ranks = new double[values.length];
        Arrays.fill(ranks, Double.NaN);
        int[] order = known(values);
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = order.length < 2 ? 0.5 : (from + to - 1) / 2.0 / (order.length - 1);
            }
            from = to;
        }
        return ranks;
    }

    /** Rows with a value, by rising value. */
    private static int[] known(double[] values) {
        return IntStream.range(0, values.length)
                .filter(row -> !Double.isNaN(values[row]))
                .boxed()
                .sorted(Comparator.comparingDouble(row -> values[row]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
