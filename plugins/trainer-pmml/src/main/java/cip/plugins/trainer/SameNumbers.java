package cip.plugins.trainer;

import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Rows that agree in every number and in the target, and differ in a text at most. Trees know such a row again by its numbers, so
 * it is as good as a copy - unless the numbers are so coarse that strangers agree in them as well. Whether they are is told by
 * dealing each number anew among the rows: copies leave far fewer different rows than that.
 */
final class SameNumbers {
    /** Of the different rows that chance would leave; below, agreeing rows are copies. */
    private static final double FAR_FEWER = 0.5;

    private SameNumbers() {}

    /** By row: the first that agrees with it; itself when none does, when a number is missing, or when agreeing proves nothing. */
    static int[] first(FeatureMatrix features, double[] target) {
        int[] itself = IntStream.range(0, features.rows()).toArray();
        List<double[]> numbers = new ArrayList<>();
        for (FeatureColumn column : features.columns()) {
            if (column instanceof NumberColumn of) {
                numbers.add(of.values());
            }
        }
        if (numbers.isEmpty() || numbers.size() == features.columns().size()) {
            return itself;
        }
        if (target.length > 0) {
            numbers.add(target);
        }
        int[] complete = Arrays.stream(itself)
                .filter(row -> numbers.stream().noneMatch(values -> Double.isNaN(values[row])))
                .toArray();
        Map<String, Integer> firsts = new HashMap<>();
        for (int row : complete) {
            firsts.putIfAbsent(content(numbers, row), row);
        }
        if (firsts.size() >= FAR_FEWER * dealtAnew(numbers, complete)) {
            return itself;
        }
        int[] first = itself;
        for (int row : complete) {
            first[row] = firsts.getOrDefault(content(numbers, row), row);
        }
        return first;
    }

    /** How many different rows there would be if the numbers had nothing to do with each other. */
    private static int dealtAnew(List<double[]> numbers, int[] rows) {
        SplittableRandom random = new SplittableRandom(rows.length);
        List<double[]> dealt = new ArrayList<>();
        for (double[] values : numbers) {
            double[] mixed = LearningRows.pick(values, rows);
            for (int i = mixed.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                double kept = mixed[i];
                mixed[i] = mixed[other];
                mixed[other] = kept;
            }
            dealt.add(mixed);
        }
        Set<String> different = new HashSet<>();
        for (int i = 0; i < rows.length; i++) {
            different.add(content(dealt, i));
        }
        return different.size();
    }

    private static String content(List<double[]> numbers, int row) {
        StringBuilder content = new StringBuilder();
        numbers.forEach(values -> content.append(values[row]).append(' '));
        return content.toString();
    }
}
