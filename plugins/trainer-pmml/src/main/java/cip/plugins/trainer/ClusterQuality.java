package cip.plugins.trainer;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** How clear and how repeatable a clustering is. */
final class ClusterQuality {
    private ClusterQuality() {}

    /**
     * The silhouette of every point: (b - a) / max(a, b), where a is the mean distance to the rest of its cluster and b
     * that to the nearest other one; 0 when it is alone (Rousseeuw 1987, doi:10.1016/0377-0427(87)90125-7).
     */
    static double[] silhouettes(double[][] points, int[] clusterOf, int clusters, Steps steps) {
        int[] sizes = new int[clusters];
        for (int cluster : clusterOf) {
            sizes[cluster]++;
        }
        double[] silhouettes = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            steps.goOn();
            double[] sums = new double[clusters];
            for (int j = 0; j < points.length; j++) {
                sums[clusterOf[j]] += distance(points[i], points[j]);
            }
            int own = clusterOf[i];
            if (sizes[own] < 2) {
                continue;
            }
            double a = sums[own] / (sizes[own] - 1);
            double b = Double.POSITIVE_INFINITY;
            for (int other = 0; other < clusters; other++) {
                if (other != own && sizes[other] > 0) {
                    b = Math.min(b, sums[other] / sizes[other]);
                }
            }
            double larger = Math.max(a, b);
            silhouettes[i] = Double.isInfinite(b) || larger == 0 ? 0 : (b - a) / larger;
        }
        return silhouettes;
    }

    /**
     * How far two ways of clustering the same points agree: 1 = wholly, 0 = as by chance (adjusted Rand index, Hubert
     * and Arabie 1985, doi:10.1007/BF01908075).
     */
    static double agreement(int[] one, int[] other) {
        Map<Long, Integer> both = new HashMap<>();
        Map<Integer, Integer> ones = new HashMap<>();
        Map<Integer, Integer> others = new HashMap<>();
        for (int i = 0; i < one.length; i++) {
            both.merge((long) one[i] << 32 | other[i], 1, Integer::sum);
            ones.merge(one[i], 1, Integer::sum);
            others.merge(other[i], 1, Integer::sum);
        }
        double together = pairs(both);
        double inOne = pairs(ones);
        double inOther = pairs(others);
        double expected = inOne * inOther / (one.length * (one.length - 1.0) / 2);
        double highest = (inOne + inOther) / 2;
        return highest == expected ? 1 : (together - expected) / (highest - expected);
    }

    /** By draw: how far clusters found in points drawn with replacement agree with the given ones on all points. */
    static double[] stability(double[][] points, Clustering clustering, int draws, int starts, long seed, Steps steps) {
        int[] reference = clustering.assign(points);
        Random random = new Random(seed);
        double[] agreements = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            double[][] drawn = new double[points.length][];
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = points[random.nextInt(points.length)];
            }
            Clustering again = Clustering.of(
                    drawn,
                    clustering.count(),
                    starts,
                    seed + draw,
                    steps.inside((double) draw / draws, (draw + 1.0) / draws));
            agreements[draw] = agreement(reference, again.assign(points));
        }
        return agreements;
    }

    private static double pairs(Map<?, Integer> counts) {
        return counts.values().stream().mapToDouble(n -> n * (n - 1.0) / 2).sum();
    }

    private static double distance(double[] a, double[] b) {
        double squared = 0;
        for (int d = 0; d < a.length; d++) {
            squared += (a[d] - b[d]) * (a[d] - b[d]);
        }
        return Math.sqrt(squared);
    }
}
