package cip.core.score.kernel;

import java.util.Arrays;
import java.util.List;

/**
 * What each input adds to the sum of an ensemble's trees: exact Shapley values of the trees, where an input that is taken as
 * not known is averaged over by how many training rows went each way (path-dependent: Lundberg, Erion, Lee 2018, "Consistent
 * individualized feature attribution for tree ensembles", arXiv:1802.03888). They add up to the sum less {@link #baseline}.
 * Trees are looked up in {@link ShareTables}; those too large for a table are walked. Immutable.
 */
public final class TreeShares implements Shares {
    /** Fewer rows than this are explained one by one. */
    private static final int FEW = 8;

    private final CountedTrees trees;
    private final ShareTables tables;
    private final List<String> inputs;
    private final int sum;
    private final int depth;
    private final double baseline;

    /**
     * @param values by leaf, all known; not written to
     * @param covers by leaf, how many training rows ended there; not written to
     * @param inputOfColumn by column of the trees, from 0; not written to
     * @param inputs their names
     * @param sum number slot that holds the sum of the trees
     * @throws IllegalArgumentException when nodes are shared between branches or no training row came to a tree
     */
    public TreeShares(
            Trees trees, double[] values, double[] covers, int[] inputOfColumn, List<String> inputs, int sum) {
        this.trees = CountedTrees.of(trees, values, covers, inputOfColumn);
        this.tables = ShareTablesWriter.write(this.trees);
        this.inputs = List.copyOf(inputs);
        this.sum = sum;
        this.depth = Arrays.stream(trees.roots()).map(this.trees::depth).max().orElse(0);
        this.baseline =
                Arrays.stream(trees.roots()).mapToDouble(this.trees::expected).sum();
    }

    @Override
    public List<String> inputs() {
        return inputs;
    }

    @Override
    public boolean sumsUpIn(int slot) {
        return slot == sum;
    }

    /** What the trees say on average over their training rows. */
    @Override
    public double baseline() {
        return baseline;
    }

    double[] values() {
        return trees.values();
    }

    @Override
    public void explain(Block block, ExplainedRows to, int at) {
        if (block.rows() < FEW) {
            explainEach(block, to.shares(), at);
        } else {
            double[][] shares = new double[inputs.size()][block.rows()];
            explainAll(block, shares);
            for (int input = 0; input < shares.length; input++) {
                System.arraycopy(shares[input], 0, to.shares()[input], at, block.rows());
            }
        }
        System.arraycopy(block.numbers[sum], 0, to.sums(), at, block.rows());
    }

    private void explainEach(Block block, double[][] shares, int at) {
        ShareWalk walk = new ShareWalk(trees, depth);
        int[] row = new int[trees.trees().columns().length];
        double[] ofRow = new double[inputs.size()];
        for (int i = 0; i < block.rows(); i++) {
            read(block, i, row);
            Arrays.fill(ofRow, 0);
            tables.addAll(row, ofRow);
            for (int tree = 0; tree < trees.trees().roots().length; tree++) {
                if (!tables.has(tree)) {
                    walk.add(tree, row, ofRow);
                }
            }
            for (int input = 0; input < ofRow.length; input++) {
                shares[input][at + i] = ofRow[input];
            }
        }
    }

    private void explainAll(Block block, double[][] shares) {
        int[] slots = trees.trees().columns();
        int[][] codes = new int[slots.length][];
        for (int column = 0; column < slots.length; column++) {
            codes[column] = block.codes[slots[column]];
        }
        int[] keys = new int[block.rows()];
        for (int tree = 0; tree < trees.trees().roots().length; tree++) {
            if (tables.has(tree)) {
                tables.add(tree, codes, keys, shares);
            }
        }
        for (int tree = 0; tree < trees.trees().roots().length; tree++) {
            if (!tables.has(tree)) {
                walk(tree, block, shares);
            }
        }
    }

    private void walk(int tree, Block block, double[][] shares) {
        ShareWalk walk = new ShareWalk(trees, depth);
        int[] row = new int[trees.trees().columns().length];
        double[] ofRow = new double[inputs.size()];
        for (int i = 0; i < block.rows(); i++) {
            read(block, i, row);
            for (int input = 0; input < ofRow.length; input++) {
                ofRow[input] = shares[input][i];
            }
            walk.add(tree, row, ofRow);
            for (int input = 0; input < ofRow.length; input++) {
                shares[input][i] = ofRow[input];
            }
        }
    }

    private void read(Block block, int i, int[] row) {
        int[] slots = trees.trees().columns();
        for (int column = 0; column < row.length; column++) {
            row[column] = block.codes[slots[column]][i];
        }
    }
}
