package cip.server.models;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Customers and the clusters a model puts them in, on a plane. The axes are the first two principal components of the model's
 * numbers, standardised and of those it reads as logarithms their logarithms; only customers who are shown count for them.
 *
 * @param asOf the instant for which the base was decided
 * @param customers of the base
 * @param axes two
 * @param x a number for each customer shown
 * @param y a number for each customer shown
 * @param cluster a number for each customer shown, the model's own
 * @param centres the mean of the customers shown, by number of the cluster
 * @param pairs the features that were asked for
 */
public record ClusterMap(
        Instant asOf,
        long customers,
        List<MapAxis> axes,
        List<Double> x,
        List<Double> y,
        List<Integer> cluster,
        List<Centre> centres,
        List<MapFeature> pairs) {
    /** @param explained share of the spread of the numbers, 0..1 @param weights by how much features count, most first */
    public record MapAxis(double explained, List<MapWeight> weights) {}

    /** How much a feature counts for an axis. @param weight -1..1 of the standardised feature */
    public record MapWeight(String feature, double weight) {}

    /** Where a cluster lies. @param customers shown who are in it */
    public record Centre(int cluster, double x, double y, long customers) {}

    /** A feature. @param values one for each customer shown, in the feature's unit; {@code null} = missing */
    public record MapFeature(String name, List<@Nullable Double> values) {}
}
