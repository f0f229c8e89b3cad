package cip.plugins.trainer;

import cip.spi.Evidence.Row;
import cip.spi.Evidence.Table;
import cip.spi.TrainedModel.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Prediction intervals of an amount by the level of its score: within each tenth of the scores, between which errors 80 in 100
 * out-of-fold ones lie, 10 below and 10 above (Mondrian conformal prediction; Vovk, Gammerman and Shafer, Algorithmic Learning
 * in a Random World, Springer 2005, section 4.5). One width for all promises too much to who spends much and far too little
 * to who spends nothing. Tenths that end at the same score are one. The coverage is that of bounds from the other folds.
 */
final class LevelIntervals {
    private static final int LEVELS = 10;
    private static final int PERCENT = 80;
    private static final double TAIL = (100 - PERCENT) / 200.0;
    private static final int FEWEST = 50;

    private final double[][] scores;
    private final double[] truth;
    private final List<Folds> folds;
    private final Bootstrap bootstrap;

    LevelIntervals(Measured measured, double[] truth) {
        this(measured.scores(), truth, measured.outOfFold().folds(), measured.bootstrap());
    }

    /** @param scores by repeat, then row */
    LevelIntervals(double[][] scores, double[] truth, List<Folds> folds, Bootstrap bootstrap) {
        this.scores = scores;
        this.truth = truth;
        this.folds = folds;
        this.bootstrap = bootstrap;
    }

    /** What may be added to a score, from the lower to the upper bound. */
    private record Bounds(double below, double above) {
        static Bounds of(double[] errors) {
            Arrays.sort(errors);
            int low = Math.max(0, (int) Math.floor((errors.length + 1) * TAIL) - 1);
            int high = Math.min(errors.length, (int) Math.ceil((errors.length + 1) * (1 - TAIL))) - 1;
            return new Bounds(errors[low], errors[high]);
        }

        boolean holds(double error) {
            return error >= below && error <= above;
        }
    }

    /** One row per level, the lowest scores first; without rows when there are too few to tell. */
    Table table() {
        List<Row> rows = new ArrayList<>();
        double[] edges = edges();
        for (int level = 0; level < edges.length; level++) {
            double from = edges[level];
            double to = level + 1 < edges.length ? edges[level + 1] : Double.POSITIVE_INFINITY;
            Bounds bounds = Bounds.of(errors(from, to));
            rows.add(new Row(
                    String.format(Locale.ROOT, "from %.6g", from),
                    List.of(
                            new Metric("from", from, Double.NaN, Double.NaN, Double.NaN),
                            new Metric("below", bounds.below(), Double.NaN, Double.NaN, Double.NaN),
                            new Metric("above", bounds.above(), Double.NaN, Double.NaN, Double.NaN),
                            coverage(from, to)),
                    ""));
        }
        return new Table(
                "intervalsByScore",
                "Of customers with such a score, what came true was to lie between score + below and score + above for "
                        + PERCENT + " in 100; coverage is the share it held on rows that had no part in the bounds.",
                rows);
    }

    /** Where each level begins, ascending. */
    private double[] edges() {
        double[] sorted =
                Arrays.stream(scores).flatMapToDouble(Arrays::stream).sorted().toArray();
        int levels = Math.min(LEVELS, truth.length / FEWEST);
        return IntStream.range(0, levels)
                .mapToDouble(level -> sorted[(int) ((long) level * sorted.length / levels)])
                .distinct()
                .toArray();
    }

    private double[] errors(double from, double to) {
        return IntStream.range(0, scores.length)
                .boxed()
                .flatMapToDouble(repeat ->
                        errors(repeat, IntStream.range(0, truth.length).toArray(), from, to))
                .toArray();
    }

    private DoubleStream errors(int repeat, int[] rows, double from, double to) {
        return Arrays.stream(rows)
                .filter(row -> isIn(scores[repeat][row], from, to))
                .mapToDouble(row -> truth[row] - scores[repeat][row]);
    }

    private static boolean isIn(double score, double from, double to) {
        return score >= from && score < to;
    }

    private Metric coverage(double from, double to) {
        double[][] held = new double[scores.length][truth.length];
        double[][] there = new double[scores.length][truth.length];
        for (int repeat = 0; repeat < scores.length; repeat++) {
            Folds deal = folds.get(repeat);
            for (int fold = 0; fold < deal.count(); fold++) {
                double[] outside = errors(repeat, deal.outside(fold), from, to).toArray();
                if (outside.length == 0) {
                    continue;
                }
                Bounds bounds = Bounds.of(outside);
                for (int row : deal.inside(fold)) {
                    if (isIn(scores[repeat][row], from, to)) {
                        there[repeat][row] = 1;
                        held[repeat][row] = bounds.holds(truth[row] - scores[repeat][row]) ? 1 : 0;
                    }
                }
            }
        }
        Metric share = bootstrap.ratio("coverage", held, there);
        return new Metric("coverage", share.value(), PERCENT / 100.0, share.low(), share.high());
    }
}
