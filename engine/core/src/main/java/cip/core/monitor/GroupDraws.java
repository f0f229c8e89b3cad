package cip.core.monitor;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Draws whole groups with replacement (Efron's bootstrap, of clusters rather than of rows: rows drawn singly would take copies
 * for evidence). The same number always draws the same.
 */
final class GroupDraws {
    private final int[] groupOfRow;
    private final int groups;
    private final long seed;

    GroupDraws(int[] groupOfRow, long seed) {
        this.groupOfRow = groupOfRow.clone();
        this.groups = Arrays.stream(groupOfRow).max().orElse(-1) + 1;
        this.seed = seed;
    }

    int groups() {
        return groups;
    }

    /** What a figure comes to in each of so many draws, sorted; draws in which it has no value are left out. */
    double[] sorted(ToDoubleFunction<int[]> figure, int draws) {
        return IntStream.range(0, draws)
                .mapToDouble(draw -> figure.applyAsDouble(times(draw)))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }

    /** How often each row counts in a draw. */
    private int[] times(int draw) {
        SplittableRandom random = new SplittableRandom(seed + draw);
        int[] ofGroup = new int[groups];
        for (int i = 0; i < groups; i++) {
            ofGroup[random.nextInt(groups)]++;
        }
        int[] ofRow = new int[groupOfRow.length];
        for (int row = 0; row < ofRow.length; row++) {
            ofRow[row] = ofGroup[groupOfRow[row]];
        }
        return ofRow;
    }
}
