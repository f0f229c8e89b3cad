package cip.core.score.kernel;

import java.util.Arrays;

/**
 * Small trees as bit masks, so that all rows of a block pass all nodes of a tree without a jump (Lucchese et al. 2015,
 * "QuickScorer: a fast algorithm to rank documents with additive ensembles of regression trees", SIGIR,
 * doi:10.1145/2766462.2767733). The leaves of a tree are the bits of an int, from the lowest in the order in which they
 * stand below "yes" before "no". A node whose test fails clears the leaves below its "yes"; when all nodes were asked, the
 * lowest bit left is the leaf. Trees with more than 32 leaves or with shared nodes are left to the walk.
 */
final class LeafMasks {
    private static final int MOST_LEAVES = 32;

    private final Trees trees;
    /** Tree t has the nodes {@code starts[t]} to {@code starts[t + 1] - 1}. */
    private final int[] starts;

    private final boolean[] masked;
    /** The leaves of tree t in their order, from {@code t * MOST_LEAVES}. */
    private final int[] leaves;
    /** By node: the code slot, the number below which the test holds, and the leaves that stay when it does not. */
    private int[] columns = new int[64];

    private int[] numbers = new int[64];
    private int[] masks = new int[64];

    private int nodes;
    private int leavesOfTree;

    LeafMasks(Trees trees) {
        this.trees = trees;
        int count = trees.roots().length;
        starts = new int[count + 1];
        masked = new boolean[count];
        leaves = new int[count * MOST_LEAVES];
        boolean[] seen = new boolean[trees.nodes().length / 4];
        for (int tree = 0; tree < count; tree++) {
            leavesOfTree = 0;
            masked[tree] = add(tree, trees.roots()[tree], seen);
            if (!masked[tree]) {
                nodes = starts[tree];
            }
            starts[tree + 1] = nodes;
        }
    }

    /** @return false = the tree is too large, or no tree */
    private boolean add(int tree, int place, boolean[] seen) {
        if (place < 0) {
            if (leavesOfTree == MOST_LEAVES) {
                return false;
            }
            leaves[tree * MOST_LEAVES + leavesOfTree++] = ~place;
            return true;
        }
        if (seen[place]) {
            return false;
        }
        seen[place] = true;
        int node = newNode();
        int at = place << 2;
        columns[node] = trees.columns()[trees.nodes()[at]];
        numbers[node] = trees.nodes()[at + 1];
        int first = leavesOfTree;
        if (!add(tree, trees.nodes()[at + 2], seen)) {
            return false;
        }
        masks[node] = ~(int) ((1L << leavesOfTree) - (1L << first));
        return add(tree, trees.nodes()[at + 3], seen);
    }

    private int newNode() {
        if (nodes == masks.length) {
            columns = Arrays.copyOf(columns, 2 * nodes);
            numbers = Arrays.copyOf(numbers, 2 * nodes);
            masks = Arrays.copyOf(masks, 2 * nodes);
        }
        return nodes++;
    }

    boolean has(int tree) {
        return masked[tree];
    }

    /** The leaf of a row, given what {@link #find} left for it. */
    int leaf(int tree, int found) {
        return leaves[tree * MOST_LEAVES + Integer.numberOfTrailingZeros(found)];
    }

    /** Asks all nodes of one tree. @param found for each row, the leaves that are left */
    void find(int tree, int[][] codes, int rows, int[] found) {
        Arrays.fill(found, 0, rows, -1);
        int node = starts[tree];
        int end = starts[tree + 1];
        for (; node + 4 <= end; node += 4) {
            ask(
                    found,
                    rows,
                    codes[columns[node]],
                    numbers[node],
                    masks[node],
                    codes[columns[node + 1]],
                    numbers[node + 1],
                    masks[node + 1],
                    codes[columns[node + 2]],
                    numbers[node + 2],
                    masks[node + 2],
                    codes[columns[node + 3]],
                    numbers[node + 3],
                    masks[node + 3]);
        }
        for (; node < end; node++) {
            ask(found, rows, codes[columns[node]], numbers[node], masks[node]);
        }
    }

    /** The sign of {@code code - number} is set when the test holds: then all leaves stay. */
    private static void ask(int[] found, int rows, int[] codes, int number, int mask) {
        for (int i = 0; i < rows; i++) {
            found[i] = found[i] & (((codes[i] - number) >> 31) | mask);
        }
    }

    private static void ask(
            int[] found,
            int rows,
            int[] codes0,
            int number0,
            int mask0,
            int[] codes1,
            int number1,
            int mask1,
            int[] codes2,
            int number2,
            int mask2,
            int[] codes3,
            int number3,
            int mask3) {
        for (int i = 0; i < rows; i++) {
            found[i] = found[i]
                    & (((codes0[i] - number0) >> 31) | mask0)
                    & (((codes1[i] - number1) >> 31) | mask1)
                    & (((codes2[i] - number2) >> 31) | mask2)
                    & (((codes3[i] - number3) >> 31) | mask3);
        }
    }
}
