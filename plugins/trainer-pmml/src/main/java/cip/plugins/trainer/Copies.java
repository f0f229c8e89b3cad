package cip.plugins.trainer;

import cip.spi.Evidence.Row;
import cip.spi.Evidence.Table;
import cip.spi.TrainedModel.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What copies do to the metrics: rows dealt into folds singly, in groups, and each distinct row counted once. */
final class Copies {
    private Copies() {}

    /** The metrics with each distinct row counted once. */
    static List<Metric> distinct(LearningRows rows, Measured measured, long seed, Steps steps) {
        int[] firsts = firsts(rows);
        double[] truth = LearningRows.pick(rows.truth(), firsts);
        Bootstrap bootstrap = new Bootstrap(rows.measuredGroups().only(firsts), truth, seed, steps);
        double[][] scores = pick(measured.scores(), firsts);
        return measured.outOfFold().objective() == Objective.LOGISTIC
                ? Quality.ofProbability(bootstrap, scores, truth, measured.threshold())
                : Quality.ofAmount(bootstrap, scores, pick(measured.outOfFold().baselines(), firsts));
    }

    static Table table(
            Method method, LearningRows rows, Measured measured, ProtocolSettings settings, long seed, Steps steps) {
        RowGroups singly = new RowGroups(
                IntStream.range(0, rows.count()).toArray(),
                rows.count(),
                rows.groups().distinctRows());
        LearningRows leaking = new LearningRows(rows.features(), rows.target(), singly, rows.measured());
        Measured leaked = Measured.of(method, leaking, settings, seed, steps);
        return new Table(
                "copies",
                "The same model measured three ways; a copy in another fold lets the model recognise the row.",
                List.of(
                        new Row("rows dealt singly", leaked.metrics(), "not to be believed: copies leak"),
                        new Row("copies kept together, all rows", measured.metrics(), "the metrics of this card"),
                        new Row(
                                "copies kept together, each distinct row once",
                                distinct(rows, measured, seed, steps),
                                "")));
    }

    private static int[] firsts(LearningRows rows) {
        boolean[] first = RowGroups.firstOfCopies(rows.features(), rows.target());
        return IntStream.range(0, rows.measured().length)
                .filter(i -> first[rows.measured()[i]])
                .toArray();
    }

    private static double[][] pick(double[][] byRepeat, int[] rows) {
        return Arrays.stream(byRepeat)
                .map(repeat -> LearningRows.pick(repeat, rows))
                .toArray(double[][]::new);
    }
}
