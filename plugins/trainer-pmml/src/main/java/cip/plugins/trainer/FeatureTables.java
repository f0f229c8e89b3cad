package cip.plugins.trainer;

import cip.spi.Evidence.Row;
import cip.spi.Evidence.Table;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureMatrix;
import cip.spi.TrainedModel.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/** Which features earn their place: how often they are asked, what is lost without them, and which others might be added. */
final class FeatureTables {
    static final int MOST_LEFT_OUT = 20;
    private static final int MOST_COMBINED = 6;
    static final int MOST_TRIED = 5;
    private static final double WORTH_DEFINING = 0.005;

    private final Method method;
    private final Resampling resampling;
    private final Comparison comparison;

    FeatureTables(Method method, Resampling resampling, Comparison comparison) {
        this.method = method;
        this.resampling = resampling;
        this.comparison = comparison;
    }

    static Table importance(Map<String, Metric> importance) {
        return new Table(
                "importance",
                "Share of what the model explains that is lost when the feature is shuffled among rows not learned from.",
                importance.entrySet().stream()
                        .sorted(Comparator.comparingDouble((Map.Entry<String, Metric> entry) ->
                                -entry.getValue().value()))
                        .map(entry -> new Row(entry.getKey(), List.of(entry.getValue()), ""))
                        .toList());
    }

    /** @param names the features to learn without, one at a time */
    Table leftOut(List<String> names) {
        LearningRows rows = comparison.rows();
        List<Row> compared = new ArrayList<>();
        if (rows.features().columns().size() > 1) {
            for (String name : names.stream().limit(MOST_LEFT_OUT).toList()) {
                Metric change = comparison.lossChange(
                        comparison.learned(method, resampling, rows.without(List.of(name))), List.of());
                String verdict = change.low() > 0
                        ? "earns its place"
                        : change.high() < 0 ? "does harm" : "not shown to be of use beside the others";
                compared.add(new Row(name, List.of(change), verdict));
            }
        }
        return new Table(
                "features",
                "Relative change of the loss when the model is learned again without the feature.",
                compared);
    }

    /**
     * Logarithms, ratios and products of the most useful numbers. Those that go best with the errors on some folds are
     * learned from, and judged on the other folds.
     */
    Table generated(List<String> mostUseful) {
        LearningRows rows = comparison.rows();
        List<NumberColumn> numbers = mostUseful.stream()
                .map(rows.features()::column)
                .filter(NumberColumn.class::isInstance)
                .map(NumberColumn.class::cast)
                .limit(MOST_COMBINED)
                .toList();
        int folds = comparison.folds().count();
        int screening = Math.max(1, folds / 2);
        List<Integer> judging = IntStream.range(screening, folds).boxed().toList();
        int[] screened = IntStream.range(0, rows.measured().length)
                .filter(i -> comparison.chosen().folds().get(0).foldOfRow()[i] < screening)
                .toArray();
        double[] errors = errors(screened);
        List<Row> compared = new ArrayList<>();
        candidates(numbers).stream()
                .sorted(Comparator.comparingDouble(
                        candidate -> -strength(candidate, LearningRows.at(rows.measured(), screened), errors)))
                .limit(MOST_TRIED)
                .forEach(candidate -> {
                    List<FeatureColumn> more = new ArrayList<>(rows.features().columns());
                    more.add(candidate);
                    LearningRows widened = rows.with(new FeatureMatrix(rows.count(), more));
                    Metric change = comparison.lossChange(comparison.learned(method, resampling, widened), judging);
                    boolean earns = change.high() < 0 && change.value() < -WORTH_DEFINING;
                    compared.add(new Row(
                            candidate.name(),
                            List.of(change),
                            earns ? "earns its place: worth defining as a feature" : "does not earn its place"));
                });
        return new Table(
                "generated",
                "Relative change of the loss when a generated feature is added; chosen among "
                        + candidates(numbers).size() + " on other rows than it is judged on.",
                compared);
    }

    private double[] errors(int[] screened) {
        double[] scores = comparison.chosen().scores()[0];
        double[] truth = comparison.rows().truth();
        return Arrays.stream(screened).mapToDouble(i -> truth[i] - scores[i]).toArray();
    }

    private static double strength(NumberColumn candidate, int[] at, double[] errors) {
        double[] values = LearningRows.pick(candidate.values(), at);
        int[] known = IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]))
                .toArray();
        if (known.length < 10) {
            return 0;
        }
        double correlation = Math.abs(new PearsonsCorrelation()
                .correlation(LearningRows.pick(values, known), LearningRows.pick(errors, known)));
        return Double.isNaN(correlation) ? 0 : correlation * Math.sqrt(known.length);
    }

    private static List<NumberColumn> candidates(List<NumberColumn> numbers) {
        List<NumberColumn> candidates = new ArrayList<>();
        for (NumberColumn one : numbers) {
            candidates.add(
                    combined("ln(1 + " + one.name() + ")", one, one, (x, y) -> x < 0 ? Double.NaN : Math.log1p(x)));
            for (NumberColumn other : numbers) {
                int order = one.name().compareTo(other.name());
                if (order != 0) {
                    candidates.add(combined(
                            one.name() + " ÷ " + other.name(), one, other, (x, y) -> y == 0 ? Double.NaN : x / y));
                }
                if (order < 0) {
                    candidates.add(combined(one.name() + " × " + other.name(), one, other, (x, y) -> x * y));
                }
            }
        }
        return candidates;
    }

    private static NumberColumn combined(String name, NumberColumn one, NumberColumn other, Formula formula) {
        return new NumberColumn(
                name,
                IntStream.range(0, one.values().length)
                        .mapToDouble(row -> formula.of(one.values()[row], other.values()[row]))
                        .toArray());
    }

    /** What is made of two numbers; NaN = nothing. */
    private interface Formula {
        double of(double x, double y);
    }
}
