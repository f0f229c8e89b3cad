package cip.core.rule;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The bounds that conditions set to the numbers of one term, and which rows of a block lie between them. A block's numbers
 * are looked for once among all bounds, however many conditions ask. Belongs to one thread.
 */
final class NumberBounds {
    private final double[] numbers;
    private final TreeMap<Double, Bound> known = new TreeMap<>();
    private final int[] ranks = new int[Block.ROWS];
    /** Ascending; behind them NaN, which no number reaches, up to one less than a power of two. */
    private double[] sorted = {};
    /** Words of a block: for each number of bounds, from 0, the rows that reach as many or more. */
    private long[] reaching = {};

    private int marked = -1;

    /** @param numbers NaN = missing */
    NumberBounds(double[] numbers) {
        this.numbers = numbers;
    }

    /** A number that others reach when they are at least as large. */
    private static final class Bound {
        /** Of its words. */
        private int place;
    }

    /** Marks rows of a block. */
    final class Range {
        private final Bound low;
        private final Bound beyond;

        private Range(Bound low, Bound beyond) {
            this.low = low;
            this.beyond = beyond;
        }

        /** Adds the rows whose numbers lie in the range. */
        void add(Block block, long[] out) {
            mark(block);
            for (int w = 0; w < Block.WORDS; w++) {
                out[w] |= reaching[low.place + w] & ~reaching[beyond.place + w];
            }
        }
    }

    /** Ask for all ranges before the first block. */
    Range range(NumberRange range) {
        double beyond = range.high() == Double.POSITIVE_INFINITY ? Double.NaN : Math.nextUp(range.high());
        return new Range(bound(range.low()), bound(beyond));
    }

    private Bound bound(double number) {
        return known.computeIfAbsent(number + 0.0, unknown -> new Bound());
    }

    private void mark(Block block) {
        if (block.from() == marked) {
            return;
        }
        if (marked < 0) {
            sort();
        }
        marked = block.from();
        rank(block);
        Arrays.fill(reaching, 0);
        for (int row = 0; row < block.rows(); row++) {
            reaching[ranks[row] * Block.WORDS + row / Long.SIZE] |= 1L << row;
        }
        for (int i = reaching.length - Block.WORDS - 1; i >= 0; i--) {
            reaching[i] |= reaching[i + Block.WORDS];
        }
    }

    private void sort() {
        sorted = new double[2 * Integer.highestOneBit(known.size()) - 1];
        Arrays.fill(sorted, Double.NaN);
        reaching = new long[(known.size() + 1) * Block.WORDS];
        int number = 0;
        for (Map.Entry<Double, Bound> bound : known.entrySet()) {
            sorted[number++] = bound.getKey();
            bound.getValue().place = number * Block.WORDS;
        }
    }

    /** Counts the bounds that each number reaches. One halving for all rows before the next: none waits for its memory. */
    private void rank(Block block) {
        Arrays.fill(ranks, 0);
        for (int step = (sorted.length + 1) / 2; step > 0; step /= 2) {
            halve(sorted, numbers, block, ranks, step);
        }
    }

    private static void halve(double[] sorted, double[] numbers, Block block, int[] ranks, int step) {
        int from = block.from();
        for (int row = 0; row < block.rows(); row++) {
            int rank = ranks[row];
            ranks[row] = rank + (numbers[from + row] >= sorted[rank + step - 1] ? step : 0);
        }
    }
}
