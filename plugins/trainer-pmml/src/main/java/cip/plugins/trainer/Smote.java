package cip.plugins.trainer;

import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Made-up rows of the rare class, each on the line between a real one and one of its five nearest neighbours of the same
 * class (Chawla et al. 2002, doi:10.1613/jair.953). Neighbours are near in standardised numbers; a text, or a number
 * missing in either, is taken from the first.
 *
 * @param rows the real rows, then the made-up ones
 * @param learnedFrom the positions of real and made-up rows to learn from
 */
record Smote(FeatureMatrix rows, double[] target, int[] learnedFrom) {
    private static final int NEIGHBOURS = 5;
    /** Neighbours are sought among at most so many rows: their number squared is the cost. */
    private static final int MOST_SEARCHED = 1000;

    static Smote of(LearningRows real, int[] chosen, long seed) {
        double ones =
                Arrays.stream(chosen).mapToDouble(row -> real.target()[row]).sum();
        double rare = 2 * ones <= chosen.length ? 1 : 0;
        int[] parents = Arrays.stream(chosen)
                .filter(row -> real.target()[row] == rare)
                .limit(MOST_SEARCHED)
                .toArray();
        int lacking = parents.length < 2 ? 0 : (int) Math.abs(chosen.length - 2 * ones);
        Random random = new Random(seed);
        int[][] near = neighbours(real.features(), parents);
        int[] one = new int[lacking];
        int[] other = new int[lacking];
        double[] way = new double[lacking];
        for (int i = 0; i < lacking; i++) {
            int parent = i % parents.length;
            one[i] = parents[parent];
            other[i] = near[parent][random.nextInt(near[parent].length)];
            way[i] = random.nextDouble();
        }
        List<FeatureColumn> columns = new ArrayList<>();
        for (FeatureColumn column : real.features().columns()) {
            columns.add(longer(column, one, other, way));
        }
        double[] target = Arrays.copyOf(real.target(), real.count() + lacking);
        Arrays.fill(target, real.count(), target.length, rare);
        int[] learnedFrom = IntStream.concat(Arrays.stream(chosen), IntStream.range(real.count(), target.length))
                .toArray();
        return new Smote(new FeatureMatrix(target.length, columns), target, learnedFrom);
    }

    Method.Fit fit(Method method, Steps steps) {
        return method.over(rows, target, Resampling.ones(target.length)).fit(learnedFrom, steps);
    }

    private static FeatureColumn longer(FeatureColumn column, int[] one, int[] other, double[] way) {
        if (column instanceof TextColumn texts) {
            @Nullable
            String[] made =
                    IntStream.of(one).mapToObj(row -> texts.values()[row]).toArray(String[]::new);
            return new TextColumn(
                    column.name(),
                    Stream.concat(Arrays.stream(texts.values()), Arrays.stream(made))
                            .toArray(String[]::new));
        }
        double[] known = ((NumberColumn) column).values();
        double[] values = Arrays.copyOf(known, known.length + one.length);
        for (int i = 0; i < one.length; i++) {
            double from = known[one[i]];
            double to = known[other[i]];
            values[known.length + i] = Double.isNaN(to) ? from : from + way[i] * (to - from);
        }
        return new NumberColumn(column.name(), values);
    }

    /** By parent: the nearest other parents. */
    private static int[][] neighbours(FeatureMatrix features, int[] parents) {
        double[][] points = new double[parents.length][];
        List<double[]> columns = features.columns().stream()
                .filter(NumberColumn.class::isInstance)
                .map(column -> standardised(((NumberColumn) column), parents))
                .toList();
        for (int i = 0; i < points.length; i++) {
            int at = i;
            points[i] = columns.stream().mapToDouble(column -> column[at]).toArray();
        }
        return IntStream.range(0, parents.length)
                .mapToObj(i -> {
                    double[] distances = Arrays.stream(points)
                            .mapToDouble(point -> distance(points[i], point))
                            .toArray();
                    return IntStream.range(0, parents.length)
                            .filter(j -> j != i)
                            .boxed()
                            .sorted(Comparator.comparingDouble(j -> distances[j]))
                            .limit(NEIGHBOURS)
                            .mapToInt(j -> parents[j])
                            .toArray();
                })
                .toArray(int[][]::new);
    }

    private static double[] standardised(NumberColumn column, int[] rows) {
        Scale scale = Scale.of(column, false);
        return IntStream.of(rows)
                .mapToDouble(row -> scale.spread() == 0 ? 0 : scale.apply(column.values()[row]))
                .toArray();
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += (a[d] - b[d]) * (a[d] - b[d]);
        }
        return sum;
    }
}
