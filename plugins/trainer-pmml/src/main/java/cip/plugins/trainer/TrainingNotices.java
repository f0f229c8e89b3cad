package cip.plugins.trainer;

import cip.spi.FeatureColumn;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/** What the data give reason to doubt, said on the card: copies, few rows, a feature that gives the target away. */
final class TrainingNotices {
    private static final double MOSTLY_DISTINCT = 0.9;
    private static final int FEW_GROUPS = 200;
    private static final double LEAK_CORRELATION = 0.99;
    private static final double LEAK_AUC = 0.98;

    private TrainingNotices() {}

    static List<String> of(FeatureMatrix features, double[] target, RowGroups groups, boolean classification) {
        List<String> notices = new ArrayList<>();
        int rows = features.rows();
        if (groups.distinctRows() < MOSTLY_DISTINCT * rows) {
            notices.add("Of " + rows + " rows only " + groups.distinctRows()
                    + " are distinct; copies were never compared with each other.");
        }
        if (groups.count() < FEW_GROUPS) {
            notices.add("There are only " + groups.count() + " independent groups of rows; the intervals are wide.");
        }
        for (FeatureColumn column : features.columns()) {
            if (column instanceof FeatureColumn.NumberColumn numbers && target.length > 0) {
                addLeak(notices, numbers, target, classification);
            }
        }
        return notices;
    }

    private static void addLeak(
            List<String> notices, FeatureColumn.NumberColumn column, double[] target, boolean classification) {
        int[] known = IntStream.range(0, target.length)
                .filter(row -> !Double.isNaN(column.values()[row]))
                .toArray();
        double[] values =
                Arrays.stream(known).mapToDouble(row -> column.values()[row]).toArray();
        double[] targets = Arrays.stream(known).mapToDouble(row -> target[row]).toArray();
        if (Arrays.stream(values).distinct().limit(2).count() < 2 || known.length < 10) {
            return;
        }
        int[] once = new int[known.length];
        Arrays.fill(once, 1);
        double auc = classification ? Figure.auc().of(values, targets).applyAsDouble(once) : Double.NaN;
        double strength = Math.max(auc, 1 - auc);
        double correlation = Math.abs(new PearsonsCorrelation().correlation(values, targets));
        if (classification && strength > LEAK_AUC) {
            notices.add(String.format(
                    Locale.ROOT,
                    "The feature %s alone separates the classes (AUC %.3f): maybe it gives the target away.",
                    column.name(),
                    strength));
        } else if (!classification && correlation > LEAK_CORRELATION) {
            notices.add(String.format(
                    Locale.ROOT,
                    "The feature %s follows the target (correlation %.3f): maybe it gives the target away.",
                    column.name(),
                    correlation));
        }
    }
}
