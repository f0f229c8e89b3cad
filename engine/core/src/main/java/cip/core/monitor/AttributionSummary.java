package cip.core.monitor;

import cip.core.score.Attribution;
import cip.core.score.AttributionColumns;
import cip.core.score.PmmlScorer;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureInput;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the inputs of a model add to its scores over many customers: the mean size of every input's share (Lundberg et al. 2020,
 * "From local explanations to global understanding with explainable AI for trees", doi:10.1038/s42256-019-0138-9, section
 * "Global model interpretation"), and how the share depends on the value.
 *
 * @param scale on which shares add up
 * @param baseline what the model says on average over its training rows, on the scale; of a distance, 0
 * @param baselineScore the same as a score; NaN of a distance
 * @param rows how many customers were drawn
 * @param explained those of them who have a score that can be explained
 * @param inputs the one that adds most first
 * @param clusters of a clustering, by number; else empty
 */
public record AttributionSummary(
        Attribution.Scale scale,
        double baseline,
        double baselineScore,
        int rows,
        int explained,
        List<InputEffect> inputs,
        List<ClusterEffect> clusters) {
    /** Explained together: few enough to stop soon after time is up. */
    private static final int AT_ONCE = 100;

    private static final int POINTS = 250;
    private static final double NORMAL_95 = 1.959964;

    public AttributionSummary {
        inputs = List.copyOf(inputs);
        clusters = List.copyOf(clusters);
    }

    /**
     * One input.
     *
     * @param meanSize mean of the share without its sign, on the scale
     * @param halfWidth of the 95 % interval around it, from drawing customers; 0 when all were drawn
     * @param correlation of the ranks of value and share; NaN of a text, or when all values or shares are the same
     * @param parts of the values, in their order
     * @param points the same customers for every input
     */
    public record InputEffect(
            String input,
            double meanSize,
            double halfWidth,
            double correlation,
            List<DependencePart> parts,
            List<Point> points) {
        public InputEffect {
            parts = List.copyOf(parts);
            points = List.copyOf(points);
        }
    }

    /** One customer. @param rank of the value among those drawn, 0 = smallest, 1 = largest; NaN = missing, or a text */
    public record Point(double amount, double rank) {}

    /** The customers of one cluster. @param meanShares by the order of the inputs: how much nearer each brings them to it than to the next */
    public record ClusterEffect(int cluster, int rows, List<Double> meanShares) {
        public ClusterEffect {
            meanShares = List.copyOf(meanShares);
        }
    }

    /**
     * @param customers with a column for every input of the model
     * @param most how many are drawn when there are more
     * @param seed of the draw
     * @param mayGoOn asked after every hundred customers; no = those so far, a smaller draw, have to do
     * @return empty = the model cannot be explained, or none of the customers
     */
    public static Optional<AttributionSummary> of(
            PmmlScorer scorer, FeatureMatrix customers, int most, long seed, BooleanSupplier mayGoOn) {
        FeatureMatrix drawn = drawn(scorer, customers, most, seed);
        List<Attribution> attributions = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        int seen = 0;
        while (seen < drawn.rows() && (seen == 0 || mayGoOn.getAsBoolean())) {
            int from = seen;
            seen = Math.min(from + AT_ONCE, drawn.rows());
            List<Optional<Attribution>> explained = attributions(
                    scorer, picked(drawn, IntStream.range(from, seen).toArray()));
            for (int i = 0; i < explained.size(); i++) {
                int row = from + i;
                explained.get(i).ifPresent(attribution -> {
                    attributions.add(attribution);
                    rows.add(row);
                });
            }
        }
        if (attributions.isEmpty()) {
            return Optional.empty();
        }
        int[] known = rows.stream().mapToInt(Integer::intValue).toArray();
        double drawnShare = (double) seen / customers.rows();
        Map<String, double[]> amounts = amounts(attributions);
        List<InputEffect> inputs = amounts.entrySet().stream()
                .map(input -> effect(picked(drawn.column(input.getKey()), known), input.getValue(), drawnShare))
                .sorted(Comparator.comparingDouble((InputEffect effect) -> -effect.meanSize()))
                .toList();
        Attribution any = attributions.get(0);
        boolean isChoice = any.scale() == Attribution.Scale.DISTANCE;
        return Optional.of(new AttributionSummary(
                any.scale(),
                any.baseline(),
                isChoice ? Double.NaN : any.baselineScore(),
                seen,
                known.length,
                inputs,
                isChoice ? clusters(scorer.score(drawn), known, inputs, amounts) : List.of()));
    }

    /** Together where the columns are of the kinds that the model reads, else one by one. */
    private static List<Optional<Attribution>> attributions(PmmlScorer scorer, FeatureMatrix customers) {
        Optional<AttributionColumns> together = scorer.attributions(customers);
        return IntStream.range(0, customers.rows())
                .mapToObj(row -> together.isPresent() ? together.get().row(row) : scorer.attribution(customers, row))
                .toList();
    }

    /** In the order of the draw, so that the first so many are a draw, too. */
    private static FeatureMatrix drawn(PmmlScorer scorer, FeatureMatrix customers, int most, long seed) {
        int[] order = IntStream.range(0, customers.rows()).toArray();
        int count = Math.min(most, order.length);
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            int other = i + random.nextInt(order.length - i);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
        List<String> inputs = scorer.inputs().stream().map(FeatureInput::name).toList();
        return picked(customers.select(inputs), Arrays.copyOf(order, count));
    }

    private static FeatureMatrix picked(FeatureMatrix customers, int[] rows) {
        return new FeatureMatrix(
                rows.length,
                customers.columns().stream().map(column -> picked(column, rows)).toList());
    }

    private static FeatureColumn picked(FeatureColumn column, int[] rows) {
        if (column instanceof NumberColumn numbers) {
            return new NumberColumn(
                    column.name(),
                    Arrays.stream(rows)
                            .mapToDouble(row -> numbers.values()[row])
                            .toArray());
        }
        @Nullable String[] texts = new String[rows.length];
        for (int i = 0; i < rows.length; i++) {
            texts[i] = ((TextColumn) column).values()[rows[i]];
        }
        return new TextColumn(column.name(), texts);
    }

    private static Map<String, double[]> amounts(List<Attribution> attributions) {
        Map<String, double[]> amounts = new LinkedHashMap<>();
        for (int i = 0; i < attributions.size(); i++) {
            for (Attribution.Share share : attributions.get(i).shares()) {
                amounts.computeIfAbsent(share.input(), name -> new double[attributions.size()])[i] = share.amount();
            }
        }
        return amounts;
    }

    private static InputEffect effect(FeatureColumn values, double[] amounts, double drawnShare) {
        int n = amounts.length;
        double mean = Arrays.stream(amounts).map(Math::abs).sum() / n;
        double squares = Arrays.stream(amounts)
                .map(amount -> (Math.abs(amount) - mean) * (Math.abs(amount) - mean))
                .sum();
        double error = n < 2 ? 0 : Math.sqrt(squares / (n - 1) / n * (1 - drawnShare));
        double[] ranks = Dependence.ranks(values);
        return new InputEffect(
                values.name(),
                mean,
                NORMAL_95 * error,
                Dependence.correlation(values, amounts),
                Dependence.parts(values, amounts),
                IntStream.range(0, Math.min(POINTS, n))
                        .mapToObj(i -> new Point(amounts[i], ranks[i]))
                        .toList());
    }

    private static List<ClusterEffect> clusters(
            double[] scores, int[] known, List<InputEffect> inputs, Map<String, double[]> amounts) {
        Map<Integer, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < known.length; i++) {
            members.computeIfAbsent((int) scores[known[i]], cluster -> new ArrayList<>())
                    .add(i);
        }
        List<ClusterEffect> effects = new ArrayList<>();
        members.forEach((cluster, rows) -> effects.add(new ClusterEffect(
                cluster,
                rows.size(),
                inputs.stream()
                        .map(input -> rows.stream()
                                .mapToDouble(i -> amountsOf(amounts, input)[i])
                                .average()
                                .orElse(0))
                        .toList())));
        return effects;
    }

    private static double[] amountsOf(Map<String, double[]> amounts, InputEffect input) {
        return amounts.getOrDefault(input.input(), new double[0]);
    }
}
