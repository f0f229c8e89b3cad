package cip.plugins.trainer;

/**
 * One boosted tree. Node 0 is the root; a row goes to {@code yes} when its column's value is below the threshold, to
 * {@code no} when not, and where {@code missingYes} says when the value is missing.
 *
 * @param column by node; -1 = a leaf
 * @param leaf by node: what a leaf adds to the margin
 */
record Tree(int[] column, float[] threshold, int[] yes, int[] no, boolean[] missingYes, float[] leaf) {
    boolean isLeaf(int node) {
        return column[node] < 0;
    }

    /** The leaf that a row of the columns ends in. */
    int leafOf(float[][] columns, int row) {
        int node = 0;
        while (!isLeaf(node)) {
            node = next(node, columns[column[node]][row]);
        }
        return node;
    }

    /** How many of the rows pass each node. */
    int[] rowsByNode(DesignMatrix design) {
        int[] rows = new int[column.length];
        for (int row = 0; row < design.rows(); row++) {
            int node = 0;
            rows[node]++;
            while (!isLeaf(node)) {
                node = next(node, design.values()[column[node]][row]);
                rows[node]++;
            }
        }
        return rows;
    }

    private int next(int node, float value) {
        boolean goesYes = Float.isNaN(value) ? missingYes[node] : value < threshold[node];
        return goesYes ? yes[node] : no[node];
    }
}
