package cip.core.monitor;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was predicted of customers and what then happened, row by row.
 *
 * @param predicted finite; 0..1 for a probability
 * @param actual the amount, or for a probability 1 = it happened, 0 = it did not
 * @param groups number of the group of each row; rows of one group, e.g. copies, say the same thing twice
 */
public record Outcomes(double[] predicted, double[] actual, int[] groups) {
    public Outcomes {
        if (predicted.length != actual.length || predicted.length != groups.length) {
            throw new IllegalArgumentException(predicted.length + " predictions, " + actual.length + " outcomes and "
                    + groups.length + " groups, expected as many of each.");
        }
    }

    /** Rows with the same content, as {@code contents} says, are one group. */
    public static int[] groupsOf(List<?> contents) {
        Map<Object, Integer> numbers = new HashMap<>();
        return contents.stream()
                .mapToInt(content -> numbers.computeIfAbsent(content, key -> numbers.size()))
                .toArray();
    }

    public int rows() {
        return predicted.length;
    }

    /** How many of the outcomes are 1. */
    public long happened() {
        long happened = 0;
        for (double outcome : actual) {
            happened += outcome == 1 ? 1 : 0;
        }
        return happened;
    }

    /** Whether of probabilities there are enough outcomes of either kind to say something. */
    boolean hasEnoughOfBothKinds() {
        return Math.min(happened(), rows() - happened()) >= Verdict.FEWEST_OF_A_KIND;
    }

    /** The sum of the outcomes. */
    double total() {
        return Arrays.stream(actual).sum();
    }
}
