package cip.server.models;

import cip.core.decide.CustomerBase;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.feature.PrincipalComponents;
import cip.core.score.PmmlModel;
import cip.core.score.PmmlScorer;
import cip.server.models.ClusterMap.Centre;
import cip.server.models.ClusterMap.MapAxis;
import cip.server.models.ClusterMap.MapFeature;
import cip.server.models.ClusterMap.MapWeight;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureInput;
import cip.spi.FeatureMatrix;
import cip.spi.ScoreOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts customers and their clusters on a plane. Takes every so many customers by id, so that the same base gives the same map. */
final class ClusterMapMaker {
    private static final double DIGITS = 1e4;

    private final ModelCard card;
    private final byte[] pmml;

    ClusterMapMaker(ModelCard card, byte[] pmml) {
        this.card = card;
        this.pmml = pmml;
    }

    /** @throws EngineException CONFLICT when the base does not have what the model reads */
    ClusterMap of(CustomerBase base, int most, List<String> pairs) {
        List<String> inputs = card.inputs().stream().map(ModelCard.Input::name).toList();
        if (!inputs.stream().allMatch(base.terms()::has)) {
            throw new EngineException(
                    ErrorCode.CONFLICT,
                    "The base lacks features that " + card.score() + " version " + card.version()
                            + " reads.\nMaybe the live strategy has other features than the model.");
        }
        FeatureMatrix shown = some(base.terms().select(inputs), most);
        double[] clusters = PmmlScorer.of(PmmlModel.read(pmml), new ScoreOutput(card.score(), card.kind(), card.unit()))
                .scoreWithProblems(shown)
                .scores();
        List<NumberColumn> numbers = numbers(shown);
        int[] rows = numbers.isEmpty() ? new int[0] : rows(clusters, numbers.get(0));
        if (rows.length == 0) {
            throw new EngineException(
                    ErrorCode.CONFLICT,
                    "There is no customer whom " + card.score() + " version " + card.version()
                            + " puts into a cluster by numbers.");
        }
        PrincipalComponents plane = PrincipalComponents.of(
                numbers.stream().map(column -> picked(scaled(column), rows)).toArray(double[][]::new));
        int[] cluster = Arrays.stream(rows).map(row -> (int) clusters[row]).toArray();
        return new ClusterMap(
                base.asOf(),
                base.size(),
                List.of(axis(plane, 0, numbers), axis(plane, 1, numbers)),
                rounded(plane.x()),
                rounded(plane.y()),
                Arrays.stream(cluster).boxed().toList(),
                centres(plane, cluster),
                pairs.stream()
                        .map(name ->
                                new MapFeature(name, known(picked(((NumberColumn) shown.column(name)).values(), rows))))
                        .toList());
    }

    /** Those that are in a cluster, by a value and not by id, so that a place in the map names nobody. */
    private static int[] rows(double[] clusters, NumberColumn order) {
        return IntStream.range(0, clusters.length)
                .filter(row -> !Double.isNaN(clusters[row]))
                .boxed()
                .sorted(Comparator.comparingDouble(row -> order.values()[row]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Names of the inputs that are numbers. */
    List<String> numbers() {
        return card.inputs().stream()
                .filter(input -> input.type() == FeatureInput.Type.NUMBER)
                .map(ModelCard.Input::name)
                .toList();
    }

    private static FeatureMatrix some(FeatureMatrix all, int most) {
        int count = Math.min(most, all.rows());
        int[] rows = IntStream.range(0, count)
                .map(i -> (int) ((long) i * all.rows() / count))
                .toArray();
        List<FeatureColumn> columns = new ArrayList<>();
        for (FeatureColumn column : all.columns()) {
            columns.add(
                    column instanceof NumberColumn number
                            ? new NumberColumn(column.name(), picked(number.values(), rows))
                            : new TextColumn(column.name(), texts(((TextColumn) column).values(), rows)));
        }
        return new FeatureMatrix(count, columns);
    }

    private static List<NumberColumn> numbers(FeatureMatrix shown) {
        return shown.columns().stream()
                .filter(NumberColumn.class::isInstance)
                .map(NumberColumn.class::cast)
                .toList();
    }

    /** As the trainer of clusters reads it. */
    private double[] scaled(NumberColumn column) {
        boolean logarithm = List.of(
                        card.settings().getOrDefault("logarithm", "").split(","))
                .contains(column.name());
        return logarithm
                ? Arrays.stream(column.values())
                        .map(value -> Double.isNaN(value) ? value : Math.log1p(Math.max(value, 0)))
                        .toArray()
                : column.values();
    }

    private static MapAxis axis(PrincipalComponents plane, int component, List<NumberColumn> numbers) {
        double[] weights = plane.weights()[component];
        return new MapAxis(
                round(plane.explained()[component]),
                IntStream.range(0, weights.length)
                        .mapToObj(i -> new MapWeight(numbers.get(i).name(), round(weights[i])))
                        .sorted(Comparator.comparingDouble(weight -> -Math.abs(weight.weight())))
                        .toList());
    }

    private static List<Centre> centres(PrincipalComponents plane, int[] cluster) {
        Map<Integer, List<Integer>> members = IntStream.range(0, cluster.length)
                .boxed()
                .collect(Collectors.groupingBy(row -> cluster[row], TreeMap::new, Collectors.toList()));
        return members.entrySet().stream()
                .map(of -> new Centre(
                        of.getKey(),
                        round(mean(plane.x(), of.getValue())),
                        round(mean(plane.y(), of.getValue())),
                        of.getValue().size()))
                .toList();
    }

    private static double mean(double[] values, List<Integer> rows) {
        return rows.stream().mapToDouble(row -> values[row]).average().orElse(0);
    }

    private static double[] picked(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    private static @Nullable String[] texts(@Nullable String[] values, int[] rows) {
        return Arrays.stream(rows).mapToObj(row -> values[row]).toArray(String[]::new);
    }

    private static List<@Nullable Double> known(double[] values) {
        List<@Nullable Double> known = new ArrayList<>();
        for (double value : values) {
            known.add(Double.isNaN(value) ? null : Double.valueOf(value));
        }
        return known;
    }

    private static List<Double> rounded(double[] values) {
        return Arrays.stream(values).map(ClusterMapMaker::round).boxed().toList();
    }

    private static double round(double value) {
        return Math.rint(value * DIGITS) / DIGITS + 0.0;
    }
}
