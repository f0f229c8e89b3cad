package cip.plugins.trainer;

import java.util.Comparator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** A quality figure of scores against the target, where a row can count several times or not at all. */
interface Figure {
    /** Takes the scores in; the function then takes how often each row counts. */
    ToDoubleFunction<int[]> of(double[] scores, double[] target);

    /** 1 - squared error / squared distance from the mean. */
    static Figure r2() {
        return (scores, target) -> weights -> {
            double n = 0;
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                n += weights[i];
                sum += weights[i] * target[i];
            }
            double error = 0;
            double spread = 0;
            for (int i = 0; i < weights.length; i++) {
                error += weights[i] * square(scores[i] - target[i]);
                spread += weights[i] * square(target[i] - sum / n);
            }
            return 1 - error / spread;
        };
    }

    /** Root mean squared error, in the target's unit. */
    static Figure rmse() {
        Figure squared = mean((score, target) -> square(score - target));
        return (scores, target) -> {
            ToDoubleFunction<int[]> mean = squared.of(scores, target);
            return weights -> Math.sqrt(mean.applyAsDouble(weights));
        };
    }

    /** Sum of the scores / sum of the targets; 1 = no bias in total. */
    static Figure totalRatio() {
        return (scores, target) -> weights -> {
            double score = 0;
            double actual = 0;
            for (int i = 0; i < weights.length; i++) {
                score += weights[i] * scores[i];
                actual += weights[i] * target[i];
            }
            return score / actual;
        };
    }

    /** Mean squared distance of a probability from 0 or 1. */
    static Figure brier() {
        return mean((score, target) -> square(score - target));
    }

    static Figure logLoss() {
        return mean(Objective.LOGISTIC::loss);
    }

    /** The chance that a 1 scores higher than a 0, ties counting half. */
    static Figure auc() {
        return (scores, target) -> {
            int[] order = IntStream.range(0, scores.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> scores[i]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            return weights -> {
                double wins = 0;
                double zeros = 0;
                double ones = 0;
                for (int from = 0; from < order.length; ) {
                    double tiedZeros = 0;
                    double tiedOnes = 0;
                    int to = from;
                    for (; to < order.length && scores[order[to]] == scores[order[from]]; to++) {
                        int row = order[to];
                        tiedZeros += target[row] == 1 ? 0 : weights[row];
                        tiedOnes += target[row] == 1 ? weights[row] : 0;
                    }
                    wins += tiedOnes * (zeros + tiedZeros / 2);
                    zeros += tiedZeros;
                    ones += tiedOnes;
                    from = to;
                }
                return wins / (zeros * ones);
            };
        };
    }

    /** Share of the ones among the rows that score at least the threshold; 0 when there is no such row. */
    static Figure precision(double threshold) {
        return counts(
                threshold, (hits, falseAlarms, misses) -> hits + falseAlarms == 0 ? 0 : hits / (hits + falseAlarms));
    }

    /** Share of the ones that score at least the threshold. */
    static Figure recall(double threshold) {
        return counts(threshold, (hits, falseAlarms, misses) -> hits / (hits + misses));
    }

    /** Harmonic mean of precision and recall. */
    static Figure f1(double threshold) {
        return counts(threshold, (hits, falseAlarms, misses) -> 2 * hits / (2 * hits + falseAlarms + misses));
    }

    private static Figure mean(Loss loss) {
        return (scores, target) -> {
            double[] losses = IntStream.range(0, scores.length)
                    .mapToDouble(i -> loss.of(scores[i], target[i]))
                    .toArray();
            return weights -> {
                double n = 0;
                double sum = 0;
                for (int i = 0; i < weights.length; i++) {
                    n += weights[i];
                    sum += weights[i] * losses[i];
                }
                return sum / n;
            };
        };
    }

    private static Figure counts(double threshold, Rate rate) {
        return (scores, target) -> weights -> {
            double hits = 0;
            double falseAlarms = 0;
            double misses = 0;
            for (int i = 0; i < weights.length; i++) {
                boolean alarm = scores[i] >= threshold;
                if (target[i] == 1) {
                    hits += alarm ? weights[i] : 0;
                    misses += alarm ? 0 : weights[i];
                } else if (alarm) {
                    falseAlarms += weights[i];
                }
            }
            return rate.of(hits, falseAlarms, misses);
        };
    }

    private static double square(double x) {
        return x * x;
    }

    /** How wrong one score is. */
    interface Loss {
        double of(double score, double target);
    }

    /** A rate made of counted rows. */
    interface Rate {
        double of(double hits, double falseAlarms, double misses);
    }
}
