package cip.plugins.trainer;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What models say of rows they were not learned from. Only the measured rows are kept, in their order; the others were learned
 * from, like them with their group.
 *
 * @param folds by repeat
 * @param margins by repeat, then row
 * @param baselines by repeat, then row: the mean target of the rows outside the row's fold
 */
record OutOfFold(Objective objective, List<Folds> folds, double[][] margins, double[][] baselines) {
    /** Told of every model that was learned. */
    interface Watcher {
        /** @param inside which of the measured rows the model has not seen */
        void learned(int repeat, Method.Fit fit, int[] inside, double mean);
    }

    static OutOfFold of(
            Method method, Resampling resampling, LearningRows rows, List<Folds> folds, long seed, Steps steps) {
        return of(method, resampling, rows, folds, seed, steps, (repeat, fit, inside, mean) -> {});
    }

    static List<Folds> deals(LearningRows rows, int folds, int repeats, long seed) {
        return IntStream.range(0, repeats)
                .mapToObj(repeat -> Folds.deal(rows.groups().ofRow(), folds, seed + repeat))
                .toList();
    }

    /** @param steps told of every model as one of its phase */
    static OutOfFold of(
            Method method,
            Resampling resampling,
            LearningRows rows,
            List<Folds> folds,
            long seed,
            Steps steps,
            Watcher watcher) {
        Method.Learner learner = resampling.learner(method, rows, seed);
        int[] measured = rows.measured();
        List<Folds> kept = folds.stream().map(deal -> deal.only(measured)).toList();
        double[][] margins = new double[folds.size()][measured.length];
        double[][] baselines = new double[folds.size()][measured.length];
        for (int repeat = 0; repeat < folds.size(); repeat++) {
            for (int fold = 0; fold < folds.get(repeat).count(); fold++) {
                Method.Fit fit = learner.fit(folds.get(repeat).outside(fold), steps);
                double mean = Arrays.stream(kept.get(repeat).outside(fold))
                        .mapToDouble(i -> rows.target()[measured[i]])
                        .average()
                        .orElseThrow();
                int[] inside = kept.get(repeat).inside(fold);
                for (int i : inside) {
                    margins[repeat][i] = fit.margin(measured[i]);
                    baselines[repeat][i] = mean;
                }
                watcher.learned(repeat, fit, inside, mean);
                steps.learned();
            }
        }
        return new OutOfFold(method.objective(), kept, margins, baselines);
    }

    /** The scores without calibration, by repeat, then row. */
    double[][] scores() {
        return Arrays.stream(margins)
                .map(repeat -> Arrays.stream(repeat).map(objective::score).toArray())
                .toArray(double[][]::new);
    }

    /** How wrong each score is, by repeat, then row. */
    double[][] losses(double[] truth) {
        return losses(scores(), truth);
    }

    double[][] losses(double[][] scores, double[] truth) {
        return Arrays.stream(scores)
                .map(repeat -> IntStream.range(0, truth.length)
                        .mapToDouble(i -> objective.loss(repeat[i], truth[i]))
                        .toArray())
                .toArray(double[][]::new);
    }
}
