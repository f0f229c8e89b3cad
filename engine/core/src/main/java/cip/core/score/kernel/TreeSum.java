package cip.core.score.kernel;

import java.util.Arrays;

/**
 * The sum of what the trees of an ensemble say, added tree by tree. In blocks of some size small trees are asked by
 * {@link LeafMasks}; large trees, and few rows, are walked. Immutable.
 */
public final class TreeSum implements Step {
    /** Fewer rows than this are walked one by one. */
    private static final int FEW = 8;

    private final Trees trees;
    private final LeafMasks masks;
    private final double[] values;
    private final boolean single;
    private final int out;

    /**
     * @param values by leaf; NaN = the model says nothing there; not written to
     * @param single whether sums are rounded to float after every tree, as models with float arithmetic are defined
     * @param out the number slot to fill
     */
    public TreeSum(Trees trees, double[] values, boolean single, int out) {
        this.trees = trees;
        this.masks = new LeafMasks(trees);
        this.values = single ? Arrays.stream(values).map(value -> (float) value).toArray() : values;
        this.single = single;
        this.out = out;
    }

    @Override
    public void run(Block block) {
        double[] sums = block.numbers[out];
        int[] row = new int[trees.columns().length];
        if (block.rows() < FEW) {
            for (int i = 0; i < block.rows(); i++) {
                read(block, i, row);
                sums[i] = walk(row);
            }
            return;
        }
        Arrays.fill(sums, 0, block.rows(), 0);
        int[] found = new int[block.rows()];
        for (int tree = 0; tree < trees.roots().length; tree++) {
            if (masks.has(tree)) {
                masks.find(tree, block.codes, block.rows(), found);
                add(tree, found, sums, block.rows());
            } else {
                for (int i = 0; i < block.rows(); i++) {
                    read(block, i, row);
                    sums[i] = plus(sums[i], values[trees.leaf(tree, row)]);
                }
            }
        }
    }

    private void add(int tree, int[] found, double[] sums, int rows) {
        if (single) {
            for (int i = 0; i < rows; i++) {
                sums[i] = (float) (sums[i] + values[masks.leaf(tree, found[i])]);
            }
            return;
        }
        for (int i = 0; i < rows; i++) {
            sums[i] += values[masks.leaf(tree, found[i])];
        }
    }

    private double walk(int[] row) {
        double sum = 0;
        for (int tree = 0; tree < trees.roots().length; tree++) {
            sum = plus(sum, values[trees.leaf(tree, row)]);
        }
        return sum;
    }

    /** The sum of two floats, worked out in doubles and rounded, is that of float arithmetic. */
    private double plus(double sum, double value) {
        return single ? (float) (sum + value) : sum + value;
    }

    private void read(Block block, int i, int[] row) {
        int[] slots = trees.columns();
        for (int column = 0; column < row.length; column++) {
            row[column] = block.codes[slots[column]][i];
        }
    }
}
