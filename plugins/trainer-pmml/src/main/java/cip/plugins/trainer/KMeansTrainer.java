package cip.plugins.trainer;

import cip.spi.Evidence;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureInput;
import cip.spi.FeatureMatrix;
import cip.spi.Figure;
import cip.spi.ScoreOutput;
import cip.spi.TrainedModel;
import cip.spi.TrainedModel.InputUse;
import cip.spi.TrainedModel.Metric;
import cip.spi.Trainer;
import cip.spi.TrainerSetting;
import cip.spi.TrainingData;
import cip.spi.TrainingOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Clusters customers by numbers of equal weight (k-means on standardised features). How many clusters is chosen unless
 * set. A missing number counts as the average; categories are refused, since as 0 and 1 they would outweigh the numbers.
 */
final class KMeansTrainer implements Trainer {
    private static final Set<String> NAMES =
            new TreeSet<>(Set.of("clusters", "fewestClusters", "mostClusters", "logarithm", "starts", "aims"));
    /** Distances between all pairs are needed, so more distinct rows than this are sampled. */
    private static final int MOST_PAIRED = 2000;

    /** What measuring the clusters costs, in numbers of clusters tried. */
    private static final double MEASURING = 2.5;

    @Override
    public List<TrainerSetting> adjustable(ScoreOutput output) {
        return Adjustable.clustering();
    }

    @Override
    public void check(TrainingOptions options) {
        checkKind(options.output());
        BoostingSettings.refuseUnknown(options.settings(), NAMES);
        most(options, BoostingSettings.whole(options.settings(), Adjustable.FEWEST_CLUSTERS));
    }

    private static void checkKind(ScoreOutput output) {
        if (output.kind() != ScoreOutput.Kind.CLUSTER) {
            throw new IllegalArgumentException(
                    "The trainer kmeans does not make a score of kind " + output.kind() + " (" + output.name() + ").");
        }
    }

    private static int most(TrainingOptions options, int fewest) {
        String name = Adjustable.MOST_CLUSTERS.name();
        return BoostingSettings.between(options.settings(), name, Math.max(8, fewest), fewest, 50);
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingOptions options) {
        BoostingSettings.refuseUnknown(options.settings(), NAMES);
        checkKind(options.output());
        List<String> logarithm = BoostingSettings.names(options.settings(), "logarithm");
        List<Scale> scales = scales(data.features(), logarithm);
        double[][] points = points(data.features(), scales);
        double[][] distinct = distinct(points, options.seed());
        int fixed = BoostingSettings.whole(options.settings(), Adjustable.CLUSTERS);
        int fewest = fixed > 0 ? fixed : BoostingSettings.whole(options.settings(), Adjustable.FEWEST_CLUSTERS);
        int most = fixed > 0 ? fixed : most(options, fewest);
        int starts = BoostingSettings.whole(options.settings(), Adjustable.STARTS);

        Steps steps = new Steps(options.progress());
        double growth = Math.max(1, (double) points.length / distinct.length);
        int tried = most - fewest + 1;
        steps.expect(tried + 0.2 * growth + MEASURING);
        steps.begin(tried == 1 ? "clustering drawn customers" : "trying numbers of clusters, the", tried, 1);
        List<ClusterCount.Candidate> candidates =
                ClusterCount.candidates(distinct, fewest, most, starts, options.seed(), steps);
        int clusters = ClusterCount.best(candidates).clusters();
        steps.begin("clustering all customers", 1, 0.2 * growth);
        Clustering clustering = Clustering.of(points, clusters, starts, options.seed(), steps);
        steps.begin("measuring the clusters", 1, MEASURING);
        int[] clusterOf = clustering.assign(points);
        double[] fitted =
                Arrays.stream(clusterOf).mapToDouble(cluster -> cluster + 1).toArray();

        List<PmmlInput> inputs = scales.stream()
                .map(scale -> PmmlInput.ofNumber(scale.name(), scale.replacement()))
                .toList();
        String output = options.output().name();
        byte[] pmml = ClusteringPmml.write(
                output,
                scales,
                inputs,
                clustering,
                clustering.sizes(points),
                new VerificationRows(data.features(), inputs, output, fitted));
        Map<String, String> settings = new TreeMap<>();
        settings.put("clusters", Integer.toString(clusters));
        settings.put("considered", ClusterCount.describe(candidates));
        settings.put("logarithm", String.join(",", logarithm));
        settings.put("starts", Integer.toString(starts));
        RowGroups groups = RowGroups.of(data.features(), new double[0], data.groups());
        List<Evidence.Finding> findings = Doubts.ofRows(groups, data.features().rows());
        return new TrainedModel(
                pmml,
                fitted,
                uses(scales, points, clusterOf, clustering.count()),
                "Silhouette and stability (adjusted Rand index of clusters found again in drawn rows) on "
                        + distinct.length + " distinct rows; baseline: the same after shuffling every feature;"
                        + " use of a feature = share of its variance that lies between the clusters.",
                metrics(clustering, distinct, starts, options.seed(), steps),
                findings.stream().map(Evidence.Finding::text).toList(),
                settings,
                new Evidence(
                        findings,
                        new ClusterTables(clustering, sampled(points, options.seed()), distinct, options.seed(), steps)
                                .tables(
                                        candidates,
                                        Aims.read(
                                                options.settings().text("aims").orElse(""))),
                        List.of()));
    }

    private static List<Metric> metrics(
            Clustering clustering, double[][] distinct, int starts, long seed, Steps steps) {
        ClusterCount.Candidate chosen = ClusterCount.Candidate.of(clustering, distinct, seed, steps.inside(0, 0.4));
        double[][] shuffled = shuffled(distinct, seed);
        ClusterCount.Candidate chance = ClusterCount.Candidate.of(
                Clustering.of(shuffled, clustering.count(), starts, seed, steps.inside(0.4, 0.6)),
                shuffled,
                seed,
                steps.inside(0.6, 0.9));
        double[] perRow = chosen.silhouettes();
        RowGroups each = new RowGroups(IntStream.range(0, perRow.length).toArray(), perRow.length, perRow.length);
        Metric silhouette = new Bootstrap(each, perRow, seed, steps)
                .measure("silhouette", Figure.meanScore(), new double[][] {perRow}, chance.silhouette());
        double[] sorted = Arrays.stream(chosen.stability()).sorted().toArray();
        return List.of(
                silhouette,
                new Metric(
                        "stability",
                        chosen.meanStability(),
                        chance.meanStability(),
                        sorted[0],
                        sorted[sorted.length - 1]));
    }

    private static List<Scale> scales(FeatureMatrix features, List<String> logarithm) {
        for (String name : logarithm) {
            if (!features.has(name)) {
                throw new IllegalArgumentException(
                        "The setting logarithm names " + name + ", which is not among " + features.names() + ".");
            }
        }
        List<Scale> scales = new ArrayList<>();
        for (FeatureColumn column : features.columns()) {
            if (!(column instanceof NumberColumn numbers)) {
                throw new IllegalArgumentException("The feature " + column.name()
                        + " is a text, but the trainer kmeans reads numbers.\nMaybe leave it out: categories would"
                        + " outweigh every number.");
            }
            Scale scale = Scale.of(numbers, logarithm.contains(column.name()));
            if (scale.spread() > 0) {
                scales.add(scale);
            }
        }
        if (scales.isEmpty()) {
            throw new IllegalArgumentException("None of the features " + features.names() + " differs between rows.");
        }
        return scales;
    }

    private static double[][] points(FeatureMatrix features, List<Scale> scales) {
        double[][] points = new double[features.rows()][scales.size()];
        for (int d = 0; d < scales.size(); d++) {
            Scale scale = scales.get(d);
            double[] values = ((NumberColumn) features.column(scale.name())).values();
            for (int row = 0; row < points.length; row++) {
                points[row][d] = scale.apply(values[row]);
            }
        }
        return points;
    }

    private static double[][] distinct(double[][] points, long seed) {
        Map<String, double[]> byContent = new LinkedHashMap<>();
        for (double[] point : points) {
            byContent.putIfAbsent(Arrays.toString(point), point);
        }
        List<double[]> distinct = new ArrayList<>(byContent.values());
        Collections.shuffle(distinct, new Random(seed));
        return distinct.stream().limit(MOST_PAIRED).toArray(double[][]::new);
    }

    private static double[][] sampled(double[][] points, long seed) {
        List<double[]> all = new ArrayList<>(List.of(points));
        Collections.shuffle(all, new Random(seed));
        return all.stream().limit(MOST_PAIRED).toArray(double[][]::new);
    }

    private static double[][] shuffled(double[][] points, long seed) {
        double[][] shuffled = new double[points.length][points[0].length];
        Random random = new Random(seed);
        for (int d = 0; d < points[0].length; d++) {
            List<Integer> order = IntStream.range(0, points.length).boxed().collect(Collectors.toList());
            Collections.shuffle(order, random);
            for (int row = 0; row < points.length; row++) {
                shuffled[row][d] = points[order.get(row)][d];
            }
        }
        return shuffled;
    }

    /** Points have variance about 1 in each dimension, so the sum of squares between is the share. */
    private static List<InputUse> uses(List<Scale> scales, double[][] points, int[] clusterOf, int clusters) {
        List<InputUse> uses = new ArrayList<>();
        for (int d = 0; d < scales.size(); d++) {
            double[] sums = new double[clusters];
            int[] sizes = new int[clusters];
            double all = 0;
            double squares = 0;
            for (int row = 0; row < points.length; row++) {
                sums[clusterOf[row]] += points[row][d];
                sizes[clusterOf[row]]++;
                all += points[row][d];
                squares += points[row][d] * points[row][d];
            }
            double correction = all * all / points.length;
            double between = -correction;
            for (int cluster = 0; cluster < clusters; cluster++) {
                between += sizes[cluster] == 0 ? 0 : sums[cluster] * sums[cluster] / sizes[cluster];
            }
            FeatureInput input = new FeatureInput(scales.get(d).name(), FeatureInput.Type.NUMBER);
            uses.add(new InputUse(input, between / (squares - correction)));
        }
        return uses;
    }
}
