package cip.core.score.kernel;

/**
 * Decision trees as flat arrays. A node asks whether a code is below a number; what a model says about missing values is
 * already in the codes and in where the branches lead.
 *
 * <p>Node {@code n} takes four ints from {@code 4 n}: position of its column among {@code columns}, the number, where a
 * code below it leads, where another leads. A place is a node, or the complement {@code ~leaf} of a leaf. Nodes may be
 * shared.
 *
 * @param columns code slots that the nodes look at
 * @param nodes see above; not written to
 * @param roots the place where each tree begins, in the order in which trees are added up
 */
public record Trees(int[] columns, int[] nodes, int[] roots) {
    /**
     * The leaf that a tree ends in, for one row. Which way it goes is worked out and not jumped to: nobody can guess it. Codes
     * and numbers are ranks, so that no difference overflows.
     *
     * @param codes of the row, in the order of {@link #columns}
     */
    int leaf(int tree, int[] codes) {
        int place = roots[tree];
        while (place >= 0) {
            int at = place << 2;
            int below = (codes[nodes[at]] - nodes[at + 1]) >>> 31;
            place = nodes[at + 3 - below];
        }
        return ~place;
    }
}
