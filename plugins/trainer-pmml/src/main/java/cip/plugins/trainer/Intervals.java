package cip.plugins.trainer;

import cip.spi.Evidence.Row;
import cip.spi.Evidence.Table;
import cip.spi.TrainedModel.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Prediction intervals of an amount: score ± half-width, where the half-width is what a share of the out-of-fold errors
 * stays within (cross-conformal prediction; Vovk 2015, doi:10.1007/s10472-013-9368-4). The coverage is measured with the half-width of
 * the other folds, so it is not promised but seen.
 */
final class Intervals {
    private static final int[] LEVELS = {50, 80, 90, 95};

    private final double[][] errors;
    private final List<Folds> folds;
    private final Bootstrap bootstrap;

    Intervals(Measured measured, double[] truth) {
        this.folds = measured.outOfFold().folds();
        this.bootstrap = measured.bootstrap();
        this.errors = Arrays.stream(measured.scores())
                .map(scores -> IntStream.range(0, truth.length)
                        .mapToDouble(i -> Math.abs(truth[i] - scores[i]))
                        .toArray())
                .toArray(double[][]::new);
    }

    /** @param percent share of the targets that shall lie within */
    double halfWidth(int percent) {
        return halfWidth(Arrays.stream(errors).flatMapToDouble(Arrays::stream), percent);
    }

    private static double halfWidth(DoubleStream errors, int percent) {
        double[] sorted = errors.sorted().toArray();
        int rank = (int) Math.ceil((sorted.length + 1) * percent / 100.0);
        return sorted[Math.min(sorted.length, rank) - 1];
    }

    Table table() {
        List<Row> rows = new ArrayList<>();
        for (int percent : LEVELS) {
            rows.add(new Row(
                    percent + " %",
                    List.of(
                            new Metric("halfWidth", halfWidth(percent), Double.NaN, Double.NaN, Double.NaN),
                            bootstrap.mean("coverage", covered(percent), percent / 100.0)),
                    ""));
        }
        return new Table(
                "intervals",
                "Score ± halfWidth was to hold the share of targets on the left; coverage is the share it held on rows that had"
                        + " no part in the width.",
                rows);
    }

    private double[][] covered(int percent) {
        double[][] covered = new double[errors.length][];
        for (int repeat = 0; repeat < errors.length; repeat++) {
            double[] ofRepeat = errors[repeat];
            covered[repeat] = new double[ofRepeat.length];
            Folds deal = folds.get(repeat);
            for (int fold = 0; fold < deal.count(); fold++) {
                double width = halfWidth(Arrays.stream(deal.outside(fold)).mapToDouble(i -> ofRepeat[i]), percent);
                for (int i : deal.inside(fold)) {
                    covered[repeat][i] = ofRepeat[i] <= width ? 1 : 0;
                }
            }
        }
        return covered;
    }
}
