package cip.plugins.trainer;

import cip.spi.TrainedModel.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Of what use each feature is: the share of what the models explain that is lost when the feature's values are shuffled among
 * the rows of a fold (permutation importance, Breiman 2001, doi:10.1023/A:1010933404324).
 */
final class Importance implements OutOfFold.Watcher {
    private final LearningRows rows;
    private final Objective objective;
    private final Random random;
    private final double[][] explained;
    private final Map<String, double[][]> lost = new LinkedHashMap<>();

    Importance(LearningRows rows, Objective objective, int repeats, long seed) {
        this.rows = rows;
        this.objective = objective;
        this.random = new Random(seed);
        int measured = rows.measured().length;
        this.explained = new double[repeats][measured];
        rows.features().names().forEach(feature -> lost.put(feature, new double[repeats][measured]));
    }

    @Override
    public void learned(int repeat, Method.Fit fit, int[] inside, double mean) {
        int[] at = Arrays.stream(inside).map(i -> rows.measured()[i]).toArray();
        double[] plain = new double[inside.length];
        for (int i = 0; i < at.length; i++) {
            plain[i] = objective.loss(objective.score(fit.margin(at[i])), rows.target()[at[i]]);
            explained[repeat][inside[i]] = objective.loss(mean, rows.target()[at[i]]) - plain[i];
        }
        List<Integer> order = Arrays.stream(at).boxed().collect(Collectors.toCollection(ArrayList::new));
        lost.forEach((feature, losses) -> {
            Collections.shuffle(order, random);
            double[] margins = fit.shuffled(
                    at, feature, order.stream().mapToInt(row -> row).toArray());
            for (int i = 0; i < at.length; i++) {
                losses[repeat][inside[i]] =
                        objective.loss(objective.score(margins[i]), rows.target()[at[i]]) - plain[i];
            }
        });
    }

    /** By feature; 0 when the models explain nothing. */
    Map<String, Metric> shares(Bootstrap bootstrap) {
        double all = Arrays.stream(explained).flatMapToDouble(Arrays::stream).sum();
        Map<String, Metric> shares = new LinkedHashMap<>();
        lost.forEach((feature, losses) -> shares.put(
                feature,
                all > 0
                        ? bootstrap.ratio("lostShare", losses, explained)
                        : new Metric("lostShare", 0, Double.NaN, Double.NaN, Double.NaN)));
        return shares;
    }
}
