package cip.plugins.trainer;

import cip.spi.Evidence.Curve;
import cip.spi.Evidence.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Curves of out-of-fold scores, all repeats together, at most 60 points each. */
final class Curves {
    private static final int MOST_POINTS = 60;
    private static final int BINS = 10;
    private static final int BARS = 20;

    private final double[] scores;
    private final double[] truth;
    private final int repeats;

    /** @param scores by repeat, then row */
    Curves(double[][] scores, double[] truth) {
        this.repeats = scores.length;
        double[] all = Arrays.stream(scores).flatMapToDouble(Arrays::stream).toArray();
        int[] order = IntStream.range(0, all.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> all[i]))
                .mapToInt(i -> i)
                .toArray();
        this.scores = LearningRows.pick(all, order);
        this.truth =
                Arrays.stream(order).mapToDouble(i -> truth[i % truth.length]).toArray();
    }

    List<Curve> ofAmount() {
        return List.of(calibration(), residuals());
    }

    List<Curve> ofProbability() {
        return List.of(calibration(), roc(), precisionRecall());
    }

    /** Tenths of the rows by rising score: mean score, mean of what happened. */
    Curve calibration() {
        List<Point> points = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            int from = (int) ((long) bin * scores.length / BINS);
            int to = (int) ((long) (bin + 1) * scores.length / BINS);
            if (to > from) {
                double score = Arrays.stream(scores, from, to).average().orElseThrow();
                double actual = Arrays.stream(truth, from, to).average().orElseThrow();
                points.add(new Point(score, actual, (to - from) / (double) repeats));
            }
        }
        return new Curve("calibration", "predicted", "observed", "rows", points);
    }

    /** Expected calibration error: the mean distance of the calibration curve from the diagonal, weighed by rows. */
    double calibrationError() {
        double sum = 0;
        double rows = 0;
        for (Point point : calibration().points()) {
            sum += point.z() * Math.abs(point.x() - point.y());
            rows += point.z();
        }
        return sum / rows;
    }

    private Curve roc() {
        double ones = Arrays.stream(truth).sum();
        double zeros = truth.length - ones;
        List<Point> points = new ArrayList<>(List.of(new Point(0, 0, 1)));
        for (Cut cut : cuts()) {
            points.add(new Point(cut.alarms() / zeros, cut.hits / ones, cut.threshold));
        }
        return new Curve("roc", "falsePositiveRate", "truePositiveRate", "threshold", points);
    }

    private Curve precisionRecall() {
        double ones = Arrays.stream(truth).sum();
        List<Point> points = new ArrayList<>();
        for (Cut cut : cuts()) {
            points.add(new Point(cut.hits / ones, cut.hits / cut.taken, cut.threshold));
        }
        return new Curve("precisionRecall", "recall", "precision", "threshold", points);
    }

    /** How many rows score at least the threshold, and how many of these are ones. */
    private record Cut(double threshold, double taken, double hits) {
        double alarms() {
            return taken - hits;
        }
    }

    private List<Cut> cuts() {
        List<Cut> cuts = new ArrayList<>();
        double hits = 0;
        int step = Math.max(1, (int) Math.ceil(scores.length / (MOST_POINTS - 2.0)));
        int last = 0;
        for (int i = scores.length - 1; i >= 0; i--) {
            hits += truth[i];
            int taken = scores.length - i;
            boolean tied = i > 0 && scores[i - 1] == scores[i];
            if (!tied && (taken - last >= step || i == 0)) {
                cuts.add(new Cut(scores[i], taken, hits));
                last = taken;
            }
        }
        return cuts;
    }

    /** What happened less the score; the ends of the histogram take what lies beyond one row in a hundred. */
    private Curve residuals() {
        double[] residuals = IntStream.range(0, scores.length)
                .mapToDouble(i -> truth[i] - scores[i])
                .sorted()
                .toArray();
        double low = residuals[residuals.length / 100];
        double high = residuals[residuals.length - 1 - residuals.length / 100];
        double width = (high - low) / BARS;
        if (!(width > 0)) {
            return new Curve("residuals", "from", "to", "rows", List.of(new Point(low, high, truth.length)));
        }
        double[] counts = new double[BARS];
        for (double residual : residuals) {
            counts[(int) Math.min(BARS - 1, Math.max(0, Math.floor((residual - low) / width)))]++;
        }
        return new Curve(
                "residuals",
                "from",
                "to",
                "rows",
                IntStream.range(0, BARS)
                        .mapToObj(bar -> new Point(low + bar * width, low + (bar + 1) * width, counts[bar] / repeats))
                        .toList());
    }
}
