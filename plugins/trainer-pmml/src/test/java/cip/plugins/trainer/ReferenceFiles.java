package cip.plugins.trainer;

import cip.spi.Figure;
import cip.spi.TrainedModel;
import cip.spi.TrainingData;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** What scripts/compare-with-sklearn.py compares with scikit-learn: elastic nets, area under the curve, calibration. */
final class ReferenceFiles {
    private static final Path FOLDER = MetricsReport.FOLDER;
    private static final double L1 = 0.01;
    private static final double L2 = 0.02;

    private ReferenceFiles() {}

    static void write(TrainingData data, TrainedModel trees) throws IOException {
        Files.createDirectories(FOLDER);
        LinearDesign design = LinearDesign.of(data.features(), List.of());
        double[][] columns =
                Arrays.stream(design.values()).map(ReferenceFiles::standardised).toArray(double[][]::new);
        double[] ones = Resampling.ones(data.target().length);
        ElasticNet net = new ElasticNet(columns, L1, L2);
        double[] spend = standardised(
                design.values()[design.terms().indexOf(new LinearDesign.Term("MonthlyCharges", null, false))]);
        double[][] rest = Arrays.copyOf(columns, 8);
        rows("linear", rest, spend);
        line("linear", new ElasticNet(rest, L1, L2).squared(spend, ones));
        rows("logistic", columns, data.target());
        line("logistic", net.logistic(data.target(), ones, Steps.unheard()));
        int[] once = new int[ones.length];
        Arrays.fill(once, 1);
        double auc = Figure.auc().of(trees.fitted(), data.target()).applyAsDouble(once);
        rows("scores", new double[][] {trees.fitted()}, data.target());
        Curves curves = new Curves(new double[][] {trees.fitted()}, data.target());
        Files.writeString(
                FOLDER.resolve("scores-ours.txt"),
                auc + "\n"
                        + curves.calibration().points().stream()
                                .map(point -> point.x() + " " + point.y())
                                .collect(Collectors.joining("\n"))
                        + "\n");
    }

    private static void line(String name, ElasticNet.Line line) throws IOException {
        Files.writeString(
                FOLDER.resolve(name + "-ours.txt"),
                L1 + " " + L2 + "\n"
                        + DoubleStream.concat(DoubleStream.of(line.intercept()), Arrays.stream(line.coefficients()))
                                .mapToObj(Double::toString)
                                .collect(Collectors.joining("\n"))
                        + "\n");
    }

    private static void rows(String name, double[][] columns, double[] target) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(FOLDER.resolve(name + ".csv")))) {
            for (int row = 0; row < target.length; row++) {
                int at = row;
                out.println(Arrays.stream(columns)
                                .map(column -> Double.toString(column[at]))
                                .collect(Collectors.joining(","))
                        + "," + target[row]);
            }
        }
    }

    private static double[] standardised(double[] values) {
        double[] filled = Arrays.stream(values)
                .map(value -> Double.isNaN(value) ? 0 : value)
                .toArray();
        double mean = Arrays.stream(filled).average().orElseThrow();
        double spread = Math.sqrt(Arrays.stream(filled)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
        return Arrays.stream(filled).map(value -> (value - mean) / spread).toArray();
    }
}
