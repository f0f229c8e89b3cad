package cip.plugins.trainer;

import cip.spi.Evidence.Row;
import cip.spi.Evidence.Table;
import cip.spi.TrainedModel.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How clear each cluster is, what copies do to that, and what other numbers of clusters would have given. */
final class ClusterTables {
    private final Clustering clustering;
    private final double[][] points;
    private final double[][] distinct;
    private final long seed;
    private final Steps steps;
    private final Metric ofAll;
    private final Metric ofDistinct;

    /**
     * @param points of rows, copies among them
     * @param distinct of rows, without copies
     */
    ClusterTables(Clustering clustering, double[][] points, double[][] distinct, long seed, Steps steps) {
        this.clustering = clustering;
        this.points = points;
        this.distinct = distinct;
        this.seed = seed;
        this.steps = steps;
        this.ofAll = silhouette(silhouettes(points));
        this.ofDistinct = silhouette(silhouettes(distinct));
    }

    List<Table> tables(List<ClusterCount.Candidate> considered, Aims aims) {
        List<Table> tables = new ArrayList<>();
        if (!aims.isEmpty()) {
            tables.add(aims.table(List.of(ofAll), List.of(ofDistinct), new double[0]));
        }
        tables.add(clusters());
        tables.add(copies());
        tables.add(counts(considered));
        return tables;
    }

    private Table clusters() {
        double[] silhouettes = silhouettes(distinct);
        int[] clusterOf = clustering.assign(distinct);
        int[] sizes = clustering.sizes(points);
        return new Table(
                "clusters",
                "Silhouette of each cluster on " + distinct.length
                        + " distinct rows: near 1 = apart from the others, near 0 =" + " between them.",
                IntStream.range(0, clustering.count())
                        .mapToObj(cluster -> new Row(
                                Integer.toString(cluster + 1),
                                List.of(
                                        silhouette(IntStream.range(0, silhouettes.length)
                                                .filter(i -> clusterOf[i] == cluster)
                                                .mapToDouble(i -> silhouettes[i])
                                                .toArray()),
                                        plain("share", (double) sizes[cluster] / points.length)),
                                ""))
                        .toList());
    }

    private Table copies() {
        return new Table(
                "copies",
                "The same clusters measured with and without copies of rows, which make any clustering look clear.",
                List.of(
                        new Row("all rows", List.of(ofAll, plain("rows", points.length)), ""),
                        new Row(
                                "each distinct row once",
                                List.of(ofDistinct, plain("rows", distinct.length)),
                                "the metrics of this card")));
    }

    private Table counts(List<ClusterCount.Candidate> considered) {
        return new Table(
                "clusterCounts",
                "The numbers of clusters considered, on distinct rows; stability = how far clusters found in drawn rows agree.",
                considered.stream()
                        .map(candidate -> new Row(
                                Integer.toString(candidate.clusters()),
                                List.of(
                                        plain("silhouette", candidate.silhouette()),
                                        plain("stability", candidate.meanStability())),
                                candidate.clusters() == clustering.count() ? "chosen" : ""))
                        .toList());
    }

    private double[] silhouettes(double[][] of) {
        return ClusterQuality.silhouettes(of, clustering.assign(of), clustering.count(), steps);
    }

    private Metric silhouette(double[] perRow) {
        if (perRow.length == 0) {
            return plain("silhouette", Double.NaN);
        }
        RowGroups each = new RowGroups(IntStream.range(0, perRow.length).toArray(), perRow.length, perRow.length);
        Metric mean = new Bootstrap(each, new double[perRow.length], seed, steps)
                .mean("silhouette", new double[][] {perRow}, 0);
        return new Metric(
                "silhouette", Arrays.stream(perRow).average().orElseThrow(), Double.NaN, mean.low(), mean.high());
    }

    private static Metric plain(String name, double value) {
        return new Metric(name, value, Double.NaN, Double.NaN, Double.NaN);
    }
}
