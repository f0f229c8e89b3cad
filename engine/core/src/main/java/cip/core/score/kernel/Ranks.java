package cip.core.score.kernel;

import java.util.Arrays;

/**
 * Turns numbers into their ranks among the cuts: how many of the cuts are at most the number. A number is then below cut
 * {@code k} (from 0) if its rank is at most {@code k}, so that trees compare small integers and every comparison of one
 * number with many thresholds costs one search. Immutable.
 */
public final class Ranks implements Step {
    private final int in;
    private final int missingLow;
    private final int missingHigh;
    private final int count;
    private final double[] padded;

    /**
     * @param in the number slot
     * @param missingLow code slot for ranks in which missing is −1, below all; −1 = not wanted
     * @param missingHigh code slot for ranks in which missing is the number of cuts + 1, above all; −1 = not wanted
     * @param cuts ascending, finite
     */
    public Ranks(int in, int missingLow, int missingHigh, double[] cuts) {
        this.in = in;
        this.missingLow = missingLow;
        this.missingHigh = missingHigh;
        this.count = cuts.length;
        this.padded = Arrays.copyOf(cuts, Integer.highestOneBit(Math.max(1, count)) * 2);
        Arrays.fill(padded, count, padded.length, Double.POSITIVE_INFINITY);
    }

    @Override
    public void run(Block block) {
        int[] ranks = block.codes[missingLow >= 0 ? missingLow : missingHigh];
        double[] values = block.numbers[in];
        if (block.rows() == 1) {
            ranks[0] = rank(padded, values[0]);
        } else {
            Arrays.fill(ranks, 0, block.rows(), 0);
            for (int step = padded.length >> 1; step > 0; step >>= 1) {
                halve(padded, values, ranks, step, block.rows());
            }
        }
        for (int i = 0; i < block.rows(); i++) {
            ranks[i] = Double.isNaN(values[i]) ? -1 : Math.min(ranks[i], count);
        }
        if (missingHigh >= 0) {
            int[] high = block.codes[missingHigh];
            for (int i = 0; i < block.rows(); i++) {
                high[i] = ranks[i] < 0 ? count + 1 : ranks[i];
            }
        }
    }

    private static int rank(double[] cuts, double value) {
        int rank = 0;
        for (int step = cuts.length >> 1; step > 0; step >>= 1) {
            rank += cuts[rank + step - 1] <= value ? step : 0;
        }
        return rank;
    }

    /** One halving for all rows before the next: no row waits for another's memory. */
    private static void halve(double[] cuts, double[] values, int[] ranks, int step, int rows) {
        for (int i = 0; i < rows; i++) {
            int rank = ranks[i];
            ranks[i] = rank + (cuts[rank + step - 1] <= values[i] ? step : 0);
        }
    }
}
