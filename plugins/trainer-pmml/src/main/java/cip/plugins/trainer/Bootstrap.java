package cip.plugins.trainer;

import cip.spi.Figure;
import cip.spi.TrainedModel.Metric;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Measures a figure and its 95 % interval by drawing whole groups with replacement (percentile bootstrap): rows drawn
 * singly would take copies for evidence and make the interval about three times too narrow.
 */
final class Bootstrap {
    private static final int DRAWS = 1000;
    /** For the many figures of tables. */
    private static final int FEWER_DRAWS = 400;

    /** Row counts of all draws together that are kept rather than drawn again for every figure. */
    private static final long MOST_KEPT = 4_000_000;

    private final RowGroups groups;
    private final double[] target;
    private final long seed;
    private final Steps steps;
    private final int[] once;
    private final Map<Integer, int[]> kept = new HashMap<>();

    /** @param steps asked at every draw whether to go on */
    Bootstrap(RowGroups groups, double[] target, long seed, Steps steps) {
        this.groups = groups;
        this.target = target;
        this.seed = seed;
        this.steps = steps;
        this.once = new int[target.length];
        Arrays.fill(once, 1);
    }

    /**
     * @param scores by repeat, then row; the value is the mean over the repeats, the draws take them in turn
     * @param baseline by repeat, then row
     */
    Metric measure(String name, Figure figure, double[][] scores, double[][] baseline) {
        double base = Arrays.stream(baseline)
                .mapToDouble(repeat -> figure.of(repeat, target).applyAsDouble(once))
                .average()
                .orElse(Double.NaN);
        return measure(name, figure, scores, base);
    }

    Metric measure(String name, Figure figure, double[][] scores, double baseline) {
        double value = 0;
        double[] drawn = new double[DRAWS];
        for (int repeat = 0; repeat < scores.length; repeat++) {
            ToDoubleFunction<int[]> ofWeights = figure.of(scores[repeat], target);
            value += ofWeights.applyAsDouble(once) / scores.length;
            for (int draw = repeat; draw < DRAWS; draw += scores.length) {
                drawn[draw] = ofWeights.applyAsDouble(draw(draw));
            }
        }
        return interval(name, value, baseline, drawn);
    }

    /** The mean of what rows have, by repeat, then row. */
    Metric mean(String name, double[][] values, double baseline) {
        double[][] ones = new double[values.length][target.length];
        Arrays.stream(ones).forEach(repeat -> Arrays.fill(repeat, 1));
        Metric ratio = ratio(name, values, ones);
        return new Metric(name, ratio.value(), baseline, ratio.low(), ratio.high());
    }

    /** The sum of one over the sum of the other, by repeat, then row. */
    Metric ratio(String name, double[][] above, double[][] below) {
        double value = 0;
        double[] drawn = new double[FEWER_DRAWS];
        for (int repeat = 0; repeat < above.length; repeat++) {
            value += ratio(above[repeat], below[repeat], once) / above.length;
            for (int draw = repeat; draw < FEWER_DRAWS; draw += above.length) {
                drawn[draw] = ratio(above[repeat], below[repeat], draw(draw));
            }
        }
        return interval(name, value, Double.NaN, drawn);
    }

    private static double ratio(double[] above, double[] below, int[] weights) {
        double sum = 0;
        double divisor = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * above[i];
            divisor += weights[i] * below[i];
        }
        return sum / divisor;
    }

    /** The figure with the 2.5 % and 97.5 % points of what was drawn; draws without a value (one class only) left out. */
    private static Metric interval(String name, double value, double baseline, double[] drawn) {
        double[] sorted = Arrays.stream(drawn).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) {
            return new Metric(name, value, baseline, Double.NaN, Double.NaN);
        }
        int tail = (int) Math.floor(sorted.length * 0.025);
        return new Metric(name, value, baseline, sorted[tail], sorted[sorted.length - 1 - tail]);
    }

    /** How often each row counts in a draw; the same for every figure. */
    private int[] draw(int number) {
        steps.goOn();
        if ((long) target.length * DRAWS > MOST_KEPT) {
            return drawn(number);
        }
        return kept.computeIfAbsent(number, this::drawn);
    }

    private int[] drawn(int number) {
        SplittableRandom random = new SplittableRandom(seed + number);
        int[] timesOfGroup = new int[groups.count()];
        for (int i = 0; i < timesOfGroup.length; i++) {
            timesOfGroup[random.nextInt(timesOfGroup.length)]++;
        }
        int[] timesOfRow = new int[target.length];
        for (int row = 0; row < timesOfRow.length; row++) {
            timesOfRow[row] = timesOfGroup[groups.ofRow()[row]];
        }
        return timesOfRow;
    }
}
