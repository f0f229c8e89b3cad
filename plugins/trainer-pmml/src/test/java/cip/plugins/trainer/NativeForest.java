package cip.plugins.trainer;

import cip.spi.FeatureMatrix;
import cip.spi.ScoreOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Trees that XGBoost grew, with what XGBoost itself says each column adds to each row, and the file that our exporter makes
 * of them.
 *
 * @param contributions by row, then column; the last is the bias
 * @param covers by tree, then node: the sum of the hessians of the training rows that passed it
 */
record NativeForest(
        Objective objective,
        DesignMatrix design,
        float[][] contributions,
        float[] margins,
        List<String[]> covers,
        byte[] pmml) {
    private static final Pattern COVER = Pattern.compile("(\\d+):.*cover=([^,\\s]+)");
    private static final Pattern PLACE =
            Pattern.compile("<Segment id=\"(\\w+)\"|<Node id=\"(\\d+)\"([^>]*) recordCount=\"\\d+\"");

    static NativeForest grown(
            Objective objective, FeatureMatrix features, double[] target, int trees, int depth, ScoreOutput output) {
        DesignMatrix design = DesignMatrix.of(features);
        int rows = features.rows();
        float base = (float) Arrays.stream(target).average().orElseThrow();
        try {
            DMatrix matrix = new DMatrix(
                    design.rowMajor(IntStream.range(0, rows).toArray()),
                    rows,
                    design.columns().size(),
                    Float.NaN);
            float[] labels = new float[rows];
            for (int row = 0; row < rows; row++) {
                labels[row] = (float) target[row];
            }
            matrix.setLabel(labels);
            Map<String, Object> parameters = Map.of(
                    "objective",
                    objective.xgboostName(),
                    "base_score",
                    base,
                    "max_depth",
                    depth,
                    "eta",
                    0.2,
                    "nthread",
                    1,
                    "seed",
                    5,
                    "verbosity",
                    0);
            Booster booster = XGBoost.train(matrix, parameters, trees, Map.of(), null, null);
            List<Tree> read = Arrays.stream(dump(booster, design, false))
                    .map(TreeText::read)
                    .toList();
            float[] margins = new float[rows];
            float[][] predicted = booster.predict(matrix, true);
            for (int row = 0; row < rows; row++) {
                margins[row] = predicted[row][0];
            }
            GrownForest forest =
                    new GrownForest(objective, new Forest(objective.marginOf(base), read), design, margins);
            double[] fitted = new double[rows];
            Arrays.setAll(fitted, row -> objective.score(margins[row]));
            byte[] pmml = forest.pmml(new Method.Export(output, Calibration.NONE, 0, features, fitted));
            return new NativeForest(
                    objective,
                    design,
                    booster.predictContrib(matrix, 0),
                    margins,
                    Arrays.stream(dump(booster, design, true))
                            .map(NativeForest::covers)
                            .toList(),
                    pmml);
        } catch (XGBoostError e) {
            throw new AssertionError("XGBoost refused", e);
        }
    }

    /** The file with XGBoost's sums of hessians where our exporter writes how many rows passed. */
    byte[] pmmlWithHessians() {
        return pmmlWithCounts((tree, node) -> covers.get(tree)[node]);
    }

    interface Counts {
        /** @param tree from 0 */
        String of(int tree, int node);
    }

    byte[] pmmlWithCounts(Counts counts) {
        String[] segment = {""};
        return PLACE.matcher(new String(pmml, StandardCharsets.UTF_8))
                .replaceAll(match -> {
                    if (match.group(1) != null) {
                        segment[0] = match.group(1);
                    }
                    boolean kept = match.group(1) != null || segment[0].equals("base");
                    return Matcher.quoteReplacement(
                            kept
                                    ? match.group()
                                    : "<Node id=\"" + match.group(2) + "\"" + match.group(3) + " recordCount=\""
                                            + counts.of(
                                                    Integer.parseInt(segment[0]) - 1, Integer.parseInt(match.group(2)))
                                            + "\"");
                })
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What XGBoost says a feature adds: that of its column; of a text, of its columns together. */
    double contribution(int row, String feature) {
        return Arrays.stream(design.columnsOf(feature))
                .mapToDouble(column -> contributions[row][column])
                .sum();
    }

    double bias(int row) {
        return contributions[row][design.columns().size()];
    }

    private static String[] dump(Booster booster, DesignMatrix design, boolean withCovers) throws XGBoostError {
        List<String> names = new ArrayList<>();
        for (int column = 0; column < design.columns().size(); column++) {
            names.add("c" + column);
        }
        return booster.getModelDump(names.toArray(String[]::new), withCovers, "text");
    }

    private static String[] covers(String tree) {
        String[] covers = new String[tree.split("\n").length];
        Matcher match = COVER.matcher(tree);
        while (match.find()) {
            covers[Integer.parseInt(match.group(1))] = match.group(2);
        }
        return covers;
    }
}
