package cip.plugins.trainer;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What forests say of rows they were not grown on. Only the measured rows are kept, in their order; the others were grown
 * on, like them with their group.
 *
 * @param folds by repeat
 * @param margins by repeat, then row
 * @param baselines by repeat, then row: the mean target of the rows outside the row's fold
 * @param use by feature: the share of what the forests explain that is lost when the feature's values are shuffled
 *     among the rows of a fold (permutation importance, Breiman 2001, doi:10.1023/A:1010933404324)
 */
record OutOfFold(List<Folds> folds, double[][] margins, double[][] baselines, Map<String, Double> use) {

    /** @param measured the rows to keep, rising */
    static OutOfFold of(
            DesignMatrix design,
            double[] target,
            RowGroups groups,
            int[] measured,
            BoostingSettings settings,
            long seed) {
        Boosting boosting = new Boosting(design, target, settings, seed);
        List<Folds> folds = IntStream.range(0, settings.repeats())
                .mapToObj(repeat -> Folds.deal(groups.ofRow(), settings.folds(), seed + repeat))
                .toList();
        List<Folds> kept = folds.stream().map(deal -> deal.only(measured)).toList();
        double[][] margins = new double[folds.size()][measured.length];
        double[][] baselines = new double[folds.size()][measured.length];
        Losses losses = new Losses(design, target, settings.objective(), new Random(seed));
        for (int repeat = 0; repeat < folds.size(); repeat++) {
            for (int fold = 0; fold < settings.folds(); fold++) {
                Forest forest = boosting.grow(folds.get(repeat).outside(fold)).forest();
                double mean = Arrays.stream(kept.get(repeat).outside(fold))
                        .mapToDouble(i -> target[measured[i]])
                        .average()
                        .orElseThrow();
                int[] inside = kept.get(repeat).inside(fold);
                for (int i : inside) {
                    margins[repeat][i] = forest.margin(design.values(), measured[i]);
                    baselines[repeat][i] = mean;
                }
                losses.add(forest, Arrays.stream(inside).map(i -> measured[i]).toArray(), mean);
            }
        }
        return new OutOfFold(kept, margins, baselines, losses.use());
    }

    /** The scores without calibration, by repeat, then row. */
    double[][] scores(Objective objective) {
        return Arrays.stream(margins)
                .map(repeat -> Arrays.stream(repeat).map(objective::score).toArray())
                .toArray(double[][]::new);
    }

    /** Adds up, fold by fold, the loss of the forests, of the mean, and of the forests with one feature shuffled. */
    private static final class Losses {
        private final DesignMatrix design;
        private final double[] target;
        private final Objective objective;
        private final Random random;
        private final Map<String, Double> shuffled = new LinkedHashMap<>();
        private double plain;
        private double ofMean;

        Losses(DesignMatrix design, double[] target, Objective objective, Random random) {
            this.design = design;
            this.target = target;
            this.objective = objective;
            this.random = random;
            design.columns().forEach(column -> shuffled.put(column.feature(), 0.0));
        }

        void add(Forest forest, int[] rows, double mean) {
            for (int row : rows) {
                plain += objective.loss(objective.score(forest.margin(design.values(), row)), target[row]);
                ofMean += objective.loss(mean, target[row]);
            }
            List<Integer> order = Arrays.stream(rows).boxed().collect(Collectors.toList());
            for (String feature : shuffled.keySet()) {
                Collections.shuffle(order, random);
                float[][] columns = design.values().clone();
                for (int column : design.columnsOf(feature)) {
                    float[] mixed = columns[column].clone();
                    for (int i = 0; i < rows.length; i++) {
                        mixed[rows[i]] = design.values()[column][order.get(i)];
                    }
                    columns[column] = mixed;
                }
                double loss = 0;
                for (int row : rows) {
                    loss += objective.loss(objective.score(forest.margin(columns, row)), target[row]);
                }
                shuffled.merge(feature, loss, Double::sum);
            }
        }

        Map<String, Double> use() {
            double explained = ofMean - plain;
            Map<String, Double> use = new LinkedHashMap<>();
            shuffled.forEach(
                    (feature, loss) -> use.put(feature, explained > 0 ? Math.max(0, (loss - plain) / explained) : 0));
            return use;
        }
    }
}
