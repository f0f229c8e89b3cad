package cip.core.score.kernel;

import cip.spi.FeatureColumn;
import java.util.Arrays;
import java.util.List;

/**
 * Up to {@value #ROWS} rows on their way through a program: columns of numbers (NaN = missing) and of codes, each found by
 * its slot and indexed from 0. Steps fill slots; a row that a step cannot treat plainly is marked unsure. Belongs to one
 * thread.
 */
public final class Block {
    static final int ROWS = 512;

    final double[][] numbers;
    final int[][] codes;
    final boolean[] unsure;
    private final List<FeatureColumn> inputs;
    private int from;
    private int rows;

    Block(int capacity, int numberSlots, int codeSlots, List<FeatureColumn> inputs) {
        this.numbers = new double[numberSlots][capacity];
        this.codes = new int[codeSlots][capacity];
        this.unsure = new boolean[capacity];
        this.inputs = inputs;
    }

    /** Moves on to the rows {@code from} to {@code from + rows - 1} of the inputs. */
    void moveTo(int from, int rows) {
        this.from = from;
        this.rows = rows;
        Arrays.fill(unsure, false);
    }

    int rows() {
        return rows;
    }

    /** Where the block begins in the columns of {@link #input}. */
    int from() {
        return from;
    }

    FeatureColumn input(int position) {
        return inputs.get(position);
    }
}
