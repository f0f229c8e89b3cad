package cip.plugins.clv;

import cip.spi.Evidence.Curve;
import cip.spi.Evidence.Point;
import cip.spi.Evidence.Row;
import cip.spi.Figure;
import cip.spi.TrainedModel.Metric;
import cip.spi.TrainingProgress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What customers spent after the cut, which no parameter was fitted to, against what was predicted. Intervals come from
 * drawing groups of rows with replacement.
 */
final class HoldOut {
    private static final long MOST_DRAWN = 20_000_000;
    private static final int MOST_DRAWS = 1_000;
    private static final int FEWEST_DRAWS = 100;
    private static final int PARTS = 10;

    /** After so many figures, half of the measuring is said to be done. */
    private static final double USUAL_FIGURES = 40;

    private final double[] actual;
    private final int[][] draws;
    private final int[] once;
    private final TrainingProgress progress;
    private int measured;

    /** @param actual of each row @param groups of each row @param progress of measuring */
    HoldOut(double[] actual, int[] groups, long seed, TrainingProgress progress) {
        this.actual = actual;
        this.progress = progress;
        this.once = new int[actual.length];
        Arrays.fill(once, 1);
        int[] distinct = Arrays.stream(groups).distinct().sorted().toArray();
        int[] places = Arrays.stream(groups)
                .map(group -> Arrays.binarySearch(distinct, group))
                .toArray();
        int size = (int) Math.max(FEWEST_DRAWS, Math.min(MOST_DRAWS, MOST_DRAWN / Math.max(1, actual.length)));
        this.draws = new int[size][];
        for (int draw = 0; draw < size; draw++) {
            reached(0.5 * draw / size);
            SplittableRandom random = new SplittableRandom(seed + draw);
            int[] times = new int[distinct.length];
            for (int i = 0; i < times.length; i++) {
                times[random.nextInt(times.length)]++;
            }
            draws[draw] = Arrays.stream(places).map(place -> times[place]).toArray();
        }
    }

    /** What a model that learned no target says of each measured row. */
    static double[][] unseen(double[] fitted, int[] measured) {
        double[] unseen = new double[fitted.length];
        Arrays.fill(unseen, Double.NaN);
        Arrays.stream(measured).forEach(row -> unseen[row] = fitted[row]);
        return new double[][] {unseen};
    }

    private void reached(double share) {
        progress.reached(share, "measuring on what customers did later");
    }

    double mean() {
        return Arrays.stream(actual).average().orElse(0);
    }

    /** Every figure, beside that of the mean. */
    List<Metric> metrics(double[] predicted) {
        double[] same = new double[actual.length];
        Arrays.fill(same, mean());
        List<Metric> metrics = new ArrayList<>();
        for (SpendFigure measured : SpendFigure.values()) {
            Figure figure = measured.figure();
            double baseline = figure.of(same, actual).applyAsDouble(once);
            metrics.add(measure(measured.label(), figure.of(predicted, actual), baseline));
        }
        return metrics;
    }

    /** The figures of another way to predict, with the relative change of the squared error. */
    Row compared(String label, double[] predicted, double[] own) {
        List<Metric> figures = new ArrayList<>(metrics(predicted));
        Metric change = lossChange(predicted, own);
        figures.add(change);
        String verdict = Arrays.equals(predicted, own)
                ? ""
                : change.high() < 0 ? "better" : change.low() > 0 ? "worse" : "no clear difference";
        return new Row(label, figures, verdict);
    }

    /** How much more squared error the other predictions have than our own, customer by customer. */
    Metric lossChange(double[] other, double[] own) {
        double[] others = squares(other);
        double[] owns = squares(own);
        return measure(
                "lossChange",
                counts -> {
                    double above = 0;
                    double below = 0;
                    for (int i = 0; i < counts.length; i++) {
                        above += counts[i] * (others[i] - owns[i]);
                        below += counts[i] * owns[i];
                    }
                    return above / below;
                },
                Double.NaN);
    }

    double squaredError(double[] predicted) {
        return Arrays.stream(squares(predicted)).sum();
    }

    /** Ten parts of the customers by rising prediction: mean prediction, mean of what happened, customers. */
    Curve calibration(double[] predicted) {
        int[] order = IntStream.range(0, predicted.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> predicted[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Point> points = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            int[] rows = Arrays.copyOfRange(order, part * order.length / PARTS, (part + 1) * order.length / PARTS);
            if (rows.length > 0) {
                points.add(new Point(
                        Arrays.stream(rows)
                                .mapToDouble(row -> predicted[row])
                                .average()
                                .orElseThrow(),
                        Arrays.stream(rows)
                                .mapToDouble(row -> actual[row])
                                .average()
                                .orElseThrow(),
                        rows.length));
            }
        }
        return new Curve("calibration", "predicted", "observed", "rows", points);
    }

    private double[] squares(double[] predicted) {
        double[] squares = new double[actual.length];
        Arrays.setAll(squares, i -> (predicted[i] - actual[i]) * (predicted[i] - actual[i]));
        return squares;
    }

    /** A figure, which takes how often each row counts, with its interval. */
    Metric measure(String name, ToDoubleFunction<int[]> figure, double baseline) {
        measured++;
        double share = 1 - 0.5 * USUAL_FIGURES / (USUAL_FIGURES + measured);
        double[] drawn = Arrays.stream(draws)
                .peek(draw -> reached(share))
                .mapToDouble(figure)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double value = figure.applyAsDouble(once);
        if (drawn.length == 0) {
            return new Metric(name, value, baseline, Double.NaN, Double.NaN);
        }
        int tail = (int) Math.floor(drawn.length * 0.025);
        return new Metric(name, value, baseline, drawn[tail], drawn[drawn.length - 1 - tail]);
    }
}
