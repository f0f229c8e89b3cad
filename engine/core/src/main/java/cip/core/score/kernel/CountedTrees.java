package cip.core.score.kernel;

import java.util.Arrays;

/**
 * Trees of which it is known how many training rows came to every node, their cover. No branch is shared. Immutable.
 *
 * @param values by leaf; not written to
 * @param leafCovers by leaf
 * @param nodeCovers by node: those of its two branches together
 * @param inputOfColumn which input a column of the trees comes from; not written to
 */
record CountedTrees(Trees trees, double[] values, double[] leafCovers, double[] nodeCovers, int[] inputOfColumn) {

    /** @throws IllegalArgumentException when nodes are shared between branches or no training row came to a tree */
    static CountedTrees of(Trees trees, double[] values, double[] leafCovers, int[] inputOfColumn) {
        double[] nodeCovers = new double[trees.nodes().length / 4];
        Arrays.fill(nodeCovers, Double.NaN);
        CountedTrees counted = new CountedTrees(trees, values, leafCovers, nodeCovers, inputOfColumn);
        for (int root : trees.roots()) {
            counted.count(root);
            if (!(counted.cover(root) > 0)) {
                throw new IllegalArgumentException("No training row came to a tree.");
            }
        }
        return counted;
    }

    private void count(int place) {
        if (place < 0) {
            return;
        }
        if (!Double.isNaN(nodeCovers[place])) {
            throw new IllegalArgumentException("A node is shared between branches.");
        }
        count(yes(place));
        count(no(place));
        nodeCovers[place] = cover(yes(place)) + cover(no(place));
    }

    /** How many tests lie on the longest way from a place. */
    int depth(int place) {
        return place < 0 ? 0 : 1 + Math.max(depth(yes(place)), depth(no(place)));
    }

    /** How many tests lie below a place, its own included. */
    int tests(int place) {
        return place < 0 ? 0 : 1 + tests(yes(place)) + tests(no(place));
    }

    /** What a tree says on average over its training rows, from a place on. */
    double expected(int place) {
        if (place < 0) {
            return values[~place];
        }
        double whole = cover(place);
        return whole == 0
                ? 0
                : (cover(yes(place)) * expected(yes(place)) + cover(no(place)) * expected(no(place))) / whole;
    }

    double cover(int place) {
        return place < 0 ? leafCovers[~place] : nodeCovers[place];
    }

    int column(int node) {
        return trees.nodes()[node << 2];
    }

    int input(int node) {
        return inputOfColumn[column(node)];
    }

    /** The test of a node holds for a code below it. */
    int number(int node) {
        return trees.nodes()[(node << 2) + 1];
    }

    int yes(int node) {
        return trees.nodes()[(node << 2) + 2];
    }

    int no(int node) {
        return trees.nodes()[(node << 2) + 3];
    }
}
