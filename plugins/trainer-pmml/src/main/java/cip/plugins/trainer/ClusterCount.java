package cip.plugins.trainer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Chooses the number of clusters: the largest whose silhouette comes close to the best and which is found again in points
 * drawn with replacement; if none is, the one found again most faithfully. Clusters are sought among distinct points, for
 * copies make any clustering look clear.
 */
final class ClusterCount {
    private static final double CLOSE = 0.05;
    /** Hennig 2007 (doi:10.1016/j.csda.2006.11.025) calls clusters stable from 0.75 on. */
    private static final double FOUND_AGAIN = 0.75;

    private static final int DRAWS = 20;
    private static final int STARTS = 5;

    private ClusterCount() {}

    /**
     * What was measured of one number of clusters.
     *
     * @param silhouettes by point
     * @param stability by draw
     */
    record Candidate(int clusters, double[] silhouettes, double[] stability) {
        static Candidate of(Clustering clustering, double[][] distinct, long seed, Steps steps) {
            return new Candidate(
                    clustering.count(),
                    ClusterQuality.silhouettes(distinct, clustering.assign(distinct), clustering.count(), steps),
                    ClusterQuality.stability(distinct, clustering, DRAWS, STARTS, seed, steps));
        }

        double silhouette() {
            return mean(silhouettes);
        }

        double meanStability() {
            return mean(stability);
        }

        private static double mean(double[] values) {
            return Arrays.stream(values).average().orElse(Double.NaN);
        }
    }

    static List<Candidate> candidates(double[][] distinct, int fewest, int most, int starts, long seed, Steps steps) {
        List<Candidate> candidates = new ArrayList<>();
        for (int clusters = fewest; clusters <= most && clusters < distinct.length; clusters++) {
            Clustering clustering = Clustering.of(distinct, clusters, starts, seed, steps.inside(0, 0.4));
            candidates.add(Candidate.of(clustering, distinct, seed, steps.inside(0.4, 1)));
            steps.learned();
        }
        return candidates;
    }

    static Candidate best(List<Candidate> candidates) {
        double highest = candidates.stream()
                .mapToDouble(Candidate::silhouette)
                .max()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There are too few distinct rows for clusters.\nMaybe most rows are copies of each other."));
        List<Candidate> close = candidates.stream()
                .filter(candidate -> candidate.silhouette() >= highest - CLOSE)
                .toList();
        return close.stream()
                .filter(candidate -> candidate.meanStability() >= FOUND_AGAIN)
                .max(Comparator.comparingInt(Candidate::clusters))
                .or(() -> close.stream().max(Comparator.comparingDouble(Candidate::meanStability)))
                .orElseThrow();
    }

    static String describe(List<Candidate> candidates) {
        return candidates.stream()
                .map(c -> String.format(
                        Locale.ROOT,
                        "%d: silhouette %.3f, stability %.2f",
                        c.clusters(),
                        c.silhouette(),
                        c.meanStability()))
                .collect(Collectors.joining("; "));
    }
}
