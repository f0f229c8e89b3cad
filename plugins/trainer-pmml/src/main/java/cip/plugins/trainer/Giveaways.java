package cip.plugins.trainer;

import cip.spi.Evidence.Finding;
import cip.spi.Evidence.Finding.Kind;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.Figure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/**
 * Features that give the target away by themselves: too good to have been known in time, or what the target was computed from.
 * When every number does, the target is a function of each of them and leaving them out would leave nothing to learn from.
 *
 * @param findings one per feature, or one for all
 * @param leftOut the features not to learn from
 */
record Giveaways(List<Finding> findings, List<String> leftOut) {
    private static final double LEAK_CORRELATION = 0.99;
    private static final double LEAK_AUC = 0.98;
    private static final double FEW = 0.05;
    private static final int FEWEST_KNOWN = 10;

    /** @param leaveOut whether to leave out what is found */
    static Giveaways in(LearningRows rows, boolean classification, boolean leaveOut) {
        List<String> given = new ArrayList<>();
        List<String> how = new ArrayList<>();
        List<NumberColumn> numbers = rows.features().columns().stream()
                .filter(NumberColumn.class::isInstance)
                .map(NumberColumn.class::cast)
                .toList();
        double[] truth = rows.truth();
        for (NumberColumn column : numbers) {
            double[] values = LearningRows.pick(column.values(), rows.measured());
            String strength = classification ? separates(values, truth) : follows(values, truth);
            if (!strength.isEmpty()) {
                given.add(column.name());
                how.add(strength);
            }
        }
        if (given.isEmpty()) {
            return new Giveaways(List.of(), List.of());
        }
        if (given.size() == numbers.size()) {
            return new Giveaways(
                    List.of(new Finding(
                            Kind.COMPUTABLE_TARGET,
                            "Every number among the inputs gives the target away by itself (" + String.join(", ", given)
                                    + "): the target is a function of its inputs, so good figures prove nothing.",
                            given)),
                    List.of());
        }
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            findings.add(new Finding(
                    Kind.GIVEAWAY,
                    "The feature " + given.get(i) + " alone " + how.get(i) + ": maybe it gives the target away. "
                            + (leaveOut ? "It was left out." : "It was kept because the settings say so."),
                    List.of(given.get(i))));
        }
        return new Giveaways(findings, leaveOut ? List.copyOf(given) : List.of());
    }

    private static String separates(double[] values, double[] truth) {
        int[] known = known(values);
        double[] targets = LearningRows.pick(truth, known);
        double ones = Arrays.stream(targets).sum();
        String found = "";
        if (known.length >= FEWEST_KNOWN && ones > 0 && ones < targets.length) {
            double strength = auc(LearningRows.pick(values, known), targets);
            found = strength > LEAK_AUC ? String.format(Locale.ROOT, "separates the classes (AUC %.3f)", strength) : "";
        }
        double[] isMissing =
                Arrays.stream(values).map(value -> Double.isNaN(value) ? 1 : 0).toArray();
        if (found.isEmpty() && known.length < values.length && known.length > 0) {
            double strength = auc(isMissing, truth);
            found = strength > LEAK_AUC
                    ? String.format(Locale.ROOT, "separates the classes by being missing (AUC %.3f)", strength)
                    : "";
        }
        return found;
    }

    private static String follows(double[] values, double[] truth) {
        int[] known = known(values);
        double[] numbers = LearningRows.pick(values, known);
        double[] targets = LearningRows.pick(truth, known);
        if (known.length < FEWEST_KNOWN
                || Arrays.stream(numbers).distinct().limit(2).count() < 2
                || Arrays.stream(targets).distinct().limit(2).count() < 2) {
            return "";
        }
        double line = Math.abs(new PearsonsCorrelation().correlation(numbers, targets));
        double ranks = Math.abs(new SpearmansCorrelation().correlation(numbers, targets));
        if (Math.max(line, ranks) <= LEAK_CORRELATION) {
            return tellsNothingFromSomething(numbers, targets);
        }
        return line >= ranks
                ? String.format(Locale.ROOT, "follows the target (correlation %.3f)", line)
                : String.format(Locale.ROOT, "orders the rows as the target does (rank correlation %.3f)", ranks);
    }

    /** Many amounts are 0: a feature may give away which, though not how much. */
    private static String tellsNothingFromSomething(double[] numbers, double[] targets) {
        double[] something =
                Arrays.stream(targets).map(value -> value == 0 ? 0 : 1).toArray();
        double share = Arrays.stream(something).average().orElse(0);
        if (share < FEW || share > 1 - FEW) {
            return "";
        }
        double strength = auc(numbers, something);
        return strength > LEAK_AUC
                ? String.format(Locale.ROOT, "tells for whom the target is 0 (AUC %.3f)", strength)
                : "";
    }

    private static double auc(double[] values, double[] targets) {
        int[] once = new int[values.length];
        Arrays.fill(once, 1);
        double auc = Figure.auc().of(values, targets).applyAsDouble(once);
        return Math.max(auc, 1 - auc);
    }

    private static int[] known(double[] values) {
        return IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]))
                .toArray();
    }
}
