package cip.plugins.trainer;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.ml.clustering.DoublePoint;
import org.apache.commons.math3.ml.clustering.KMeansPlusPlusClusterer;
import org.apache.commons.math3.ml.distance.EuclideanDistance;
import org.apache.commons.math3.random.Well19937c;

/**
 * Centres found by k-means++ (Arthur and Vassilvitskii 2007), of several starts the one with
 * the least squared distance, the largest cluster first. (The library's own choice among starts goes by the spread of
 * distances within clusters and missed the best ones.)
 *
 * @param centres by cluster, then dimension
 */
record Clustering(double[][] centres) {
    private static final int MOST_ITERATIONS = 200;

    /** Distances measured before it is asked again whether to go on. */
    private static final int BETWEEN_STEPS = 100_000;

    static Clustering of(double[][] points, int clusters, int starts, long seed, Steps steps) {
        EuclideanDistance distance = new EuclideanDistance();
        int[] measured = {0};
        var clusterer = new KMeansPlusPlusClusterer<DoublePoint>(
                clusters,
                MOST_ITERATIONS,
                (one, other) -> {
                    if (++measured[0] % BETWEEN_STEPS == 0) {
                        steps.goOn();
                    }
                    return distance.compute(one, other);
                },
                new Well19937c(seed));
        List<DoublePoint> asPoints = Arrays.stream(points).map(DoublePoint::new).toList();
        Clustering best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int start = 0; start < starts || best == null; start++) {
            steps.within((double) start / starts);
            Clustering found = new Clustering(clusterer.cluster(asPoints).stream()
                    .map(cluster -> cluster.getCenter().getPoint())
                    .toArray(double[][]::new));
            double squares = found.squares(points);
            if (best == null || squares < least) {
                least = squares;
                best = found;
            }
        }
        return best.largestFirst(points);
    }

    private Clustering largestFirst(double[][] points) {
        int[] sizes = sizes(points);
        return new Clustering(IntStream.range(0, centres.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(cluster -> -sizes[cluster])
                        .thenComparing(cluster -> Arrays.toString(centres[cluster])))
                .map(cluster -> centres[cluster])
                .toArray(double[][]::new));
    }

    /** The sum of squared distances of the points from their centres. */
    private double squares(double[][] points) {
        double sum = 0;
        for (double[] point : points) {
            double[] centre = centres[nearest(point)];
            for (int d = 0; d < point.length; d++) {
                sum += (point[d] - centre[d]) * (point[d] - centre[d]);
            }
        }
        return sum;
    }

    int count() {
        return centres.length;
    }

    /** The nearest centre, from 0; the first of equally near ones. */
    int nearest(double[] point) {
        int nearest = 0;
        double shortest = Double.POSITIVE_INFINITY;
        for (int cluster = 0; cluster < centres.length; cluster++) {
            double squared = 0;
            for (int d = 0; d < point.length; d++) {
                double difference = point[d] - centres[cluster][d];
                squared += difference * difference;
            }
            if (squared < shortest) {
                shortest = squared;
                nearest = cluster;
            }
        }
        return nearest;
    }

    int[] assign(double[][] points) {
        return Arrays.stream(points).mapToInt(this::nearest).toArray();
    }

    int[] sizes(double[][] points) {
        int[] sizes = new int[centres.length];
        for (double[] point : points) {
            sizes[nearest(point)]++;
        }
        return sizes;
    }
}
