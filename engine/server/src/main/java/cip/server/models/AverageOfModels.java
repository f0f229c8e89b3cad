package cip.server.models;

import cip.core.monitor.Outcomes;
import cip.core.monitor.RealisedQuality;
import cip.core.score.AverageModel;
import cip.spi.Evidence;
import cip.spi.Evidence.Curve;
import cip.spi.Evidence.Finding;
import cip.spi.Evidence.Point;
import cip.spi.FeatureInput;
import cip.spi.ScoreOutput;
import cip.spi.TrainedModel;
import cip.spi.TrainedModel.InputUse;
import cip.spi.TrainedModel.Metric;
import cip.spi.TrainingData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Makes one model of trained models of the same score: the mean of what they say. It is measured on the mean of the scores that
 * each part gave to rows whose target it had not learned, repeat by repeat, so its figures are as honest as theirs.
 */
final class AverageOfModels {
    /** Of a figure that is a share; a wider interval says little. */
    private static final double WIDE = 0.2;

    private static final List<String> SHARES = List.of("r2", "auc");

    private final ModelRecipe recipe;
    private final List<TrainedModel> parts;
    private final TrainingData data;
    private final int[] measured;

    /**
     * @param parts in the order of the recipe's
     * @param data with the features that any part may read
     * @throws IllegalArgumentException when a part does not say what it scored rows that it had not learned
     */
    AverageOfModels(ModelRecipe recipe, List<TrainedModel> parts, TrainingData data) {
        this.recipe = recipe;
        this.parts = List.copyOf(parts);
        this.data = data;
        for (int part = 0; part < parts.size(); part++) {
            if (parts.get(part).unseen().length == 0) {
                throw new IllegalArgumentException("The trainer "
                        + recipe.parts().get(part).trainer()
                        + " does not say what its model scores rows that it has not learned, so an average with it cannot be"
                        + " measured.");
            }
        }
        double[] first = mean(parts.stream().map(part -> part.unseen()[0]).toList());
        this.measured = IntStream.range(0, first.length)
                .filter(row -> Double.isFinite(first[row]))
                .toArray();
    }

    TrainedModel model() {
        double[] fitted = mean(parts.stream().map(TrainedModel::fitted).toList());
        double tolerance =
                parts.stream().mapToDouble(TrainedModel::tolerance).max().orElseThrow();
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int part = 0; part < parts.size(); part++) {
            files.put(recipe.parts().get(part).trainer(), parts.get(part).pmml());
        }
        byte[] pmml = AverageModel.of(recipe.output(), files, data.features()::select, fitted, tolerance);
        List<double[]> unseen = unseen();
        List<List<Metric>> byRepeat = unseen.stream().map(this::measured).toList();
        List<Metric> metrics = overRepeats(byRepeat);
        List<Finding> findings = findings(metrics);
        return new TrainedModel(
                pmml,
                fitted,
                inputs(),
                protocol(),
                metrics,
                findings.stream().map(Finding::text).toList(),
                recipe.settings().values(),
                new Evidence(findings, List.of(), calibration(unseen.get(0))),
                tolerance,
                unseen.toArray(double[][]::new));
    }

    private static double[] mean(List<double[]> scores) {
        double[] mean = new double[scores.get(0).length];
        for (int row = 0; row < mean.length; row++) {
            double sum = 0;
            for (double[] of : scores) {
                sum += of[row];
            }
            mean[row] = sum / scores.size();
        }
        return mean;
    }

    /** As many repeats as the part with most of them has; the others begin again. */
    private List<double[]> unseen() {
        int repeats =
                parts.stream().mapToInt(part -> part.unseen().length).max().orElseThrow();
        return IntStream.range(0, repeats)
                .mapToObj(repeat -> mean(parts.stream()
                        .map(part -> part.unseen()[repeat % part.unseen().length])
                        .toList()))
                .toList();
    }

    private Outcomes outcomes(double[] scores) {
        return new Outcomes(of(scores), of(data.target()), Copied.groups(data.features(), data.target(), measured));
    }

    private double[] of(double[] byRow) {
        return Arrays.stream(measured).mapToDouble(row -> byRow[row]).toArray();
    }

    private List<Metric> measured(double[] scores) {
        double guess = Arrays.stream(of(data.target())).average().orElse(Double.NaN);
        return TrainersFigures.of(recipe.output().kind(), outcomes(scores), guess);
    }

    private static List<Metric> overRepeats(List<List<Metric>> byRepeat) {
        List<Metric> metrics = new ArrayList<>();
        for (int i = 0; i < byRepeat.get(0).size(); i++) {
            int at = i;
            List<Metric> same =
                    byRepeat.stream().map(metricsOf -> metricsOf.get(at)).toList();
            metrics.add(new Metric(
                    same.get(0).name(),
                    same.stream().mapToDouble(Metric::value).average().orElseThrow(),
                    same.get(0).baseline(),
                    same.stream().mapToDouble(Metric::low).average().orElseThrow(),
                    same.stream().mapToDouble(Metric::high).average().orElseThrow()));
        }
        return metrics;
    }

    /** The use of an input is the mean of its uses; a part that does not read it has none for it. */
    private List<InputUse> inputs() {
        Map<FeatureInput, Double> uses = new LinkedHashMap<>();
        for (TrainedModel part : parts) {
            part.inputs().forEach(use -> uses.merge(use.input(), use.use() / parts.size(), Double::sum));
        }
        return uses.entrySet().stream()
                .map(use -> new InputUse(use.getKey(), use.getValue()))
                .toList();
    }

    private String protocol() {
        return "The mean of what " + String.join(" and ", names())
                + " say, measured on the mean of the scores that each gave to customers whose outcome it had not learned; 95 %"
                + " intervals by drawing customers with replacement. The use of a feature is the mean of its uses in the parts.";
    }

    private List<String> names() {
        return recipe.parts().stream().map(ModelRecipe::trainer).toList();
    }

    /** What was found of the parts, but for how sure their figures are: that is measured anew. */
    private List<Finding> findings(List<Metric> metrics) {
        List<Finding> findings = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            String name = names().get(part);
            parts.get(part).evidence().findings().stream()
                    .filter(finding -> finding.kind() != Finding.Kind.UNSTABLE_METRIC)
                    .map(finding -> new Finding(
                            finding.kind(), "Of its part " + name + ": " + finding.text(), finding.features()))
                    .forEach(findings::add);
        }
        metrics.stream()
                .filter(metric -> SHARES.contains(metric.name()) && metric.high() - metric.low() > WIDE)
                .map(metric -> new Finding(
                        Finding.Kind.UNSTABLE_METRIC,
                        String.format(
                                Locale.ROOT,
                                "%s is %.2f, but could as well have come out between %.2f and %.2f.",
                                metric.name(),
                                metric.value(),
                                metric.low(),
                                metric.high()),
                        List.of()))
                .forEach(findings::add);
        return findings;
    }

    private List<Curve> calibration(double[] scores) {
        Outcomes outcomes = outcomes(scores);
        RealisedQuality quality = recipe.output().kind() == ScoreOutput.Kind.PROBABILITY
                ? RealisedQuality.ofProbabilities(outcomes)
                : RealisedQuality.ofAmounts(outcomes);
        if (quality.deciles().isEmpty()) {
            return List.of();
        }
        return List.of(new Curve(
                "calibration",
                "predicted",
                "observed",
                "rows",
                quality.deciles().stream()
                        .map(part -> new Point(part.predicted(), part.actual(), part.customers()))
                        .toList()));
    }
}
