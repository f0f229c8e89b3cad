package cip.core.score.kernel;

import java.util.Arrays;
import java.util.List;

/**
 * What each input adds to the sum of an ensemble's trees for one row: exact Shapley values of the trees, where an input that
 * is taken as not known is averaged over by how many training rows went each way (path-dependent TreeSHAP: Lundberg, Erion,
 * Lee 2018, "Consistent individualized feature attribution for tree ensembles", arXiv:1802.03888, algorithm 2). They add up
 * to the sum less {@link #baseline}. Immutable.
 */
public final class TreeShares implements Shares {
    private final Trees trees;
    private final double[] values;
    private final int[] inputOfColumn;
    private final List<String> inputs;
    private final int sum;
    /** Training rows that came to each node, and to each leaf. */
    private final double[] nodeCovers;

    private final double[] leafCovers;
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
        this.trees = trees;
        this.values = values;
        this.leafCovers = covers;
        this.inputOfColumn = inputOfColumn;
        this.inputs = List.copyOf(inputs);
        this.sum = sum;
        this.nodeCovers = new double[trees.nodes().length / 4];
        Arrays.fill(nodeCovers, Double.NaN);
        int deepest = 0;
        double expected = 0;
        for (int root : trees.roots()) {
            deepest = Math.max(deepest, count(root));
            if (!(cover(root) > 0)) {
                throw new IllegalArgumentException("No training row came to a tree.");
            }
            expected += expected(root);
        }
        this.depth = deepest;
        this.baseline = expected;
    }

    /** What the trees say on average over their training rows. */
    public double baseline() {
        return baseline;
    }

    double[] values() {
        return values;
    }

    @Override
    public Explained of(Block block, int i, double score) {
        return Explained.of(score, block.numbers[sum][i], baseline, inputs, shares(block, i));
    }

    private double[] shares(Block block, int i) {
        int[] row = new int[trees.columns().length];
        for (int column = 0; column < row.length; column++) {
            row[column] = block.codes[trees.columns()[column]][i];
        }
        Walk walk = new Walk(row);
        for (int root : trees.roots()) {
            walk.visit(root, 0, 0, 1, 1, -1);
        }
        return walk.shares;
    }

    /** @return how many tests lie on the longest way from here */
    private int count(int place) {
        if (place < 0) {
            return 0;
        }
        if (!Double.isNaN(nodeCovers[place])) {
            throw new IllegalArgumentException("A node is shared between branches.");
        }
        int longest = Math.max(count(yes(place)), count(no(place)));
        nodeCovers[place] = cover(yes(place)) + cover(no(place));
        return longest + 1;
    }

    private double expected(int place) {
        if (place < 0) {
            return values[~place];
        }
        double whole = cover(place);
        return whole == 0
                ? 0
                : (cover(yes(place)) * expected(yes(place)) + cover(no(place)) * expected(no(place))) / whole;
    }

    private double cover(int place) {
        return place < 0 ? leafCovers[~place] : nodeCovers[place];
    }

    private int yes(int node) {
        return trees.nodes()[(node << 2) + 2];
    }

    private int no(int node) {
        return trees.nodes()[(node << 2) + 3];
    }

    /**
     * The way of one row through the trees, along with all ways it could have gone. An element of a path is an input with the
     * share of rows that pass when it is not known (zero), whether this row passes (one), and the weight of the sets of
     * inputs of each size. The path of depth d begins at {@code d (d + 1) / 2} of the arrays.
     */
    private final class Walk {
        private final int[] row;
        private final double[] shares = new double[inputs.size()];
        private final int[] input;
        private final double[] zero;
        private final double[] one;
        private final double[] weight;

        Walk(int[] row) {
            int size = (depth + 2) * (depth + 3) / 2;
            this.row = row;
            this.input = new int[size];
            this.zero = new double[size];
            this.one = new double[size];
            this.weight = new double[size];
        }

        /**
         * @param parent where the path that leads here begins @param length of that path, its last element left out
         * @param byInput the input of the last test, −1 = none
         */
        void visit(int place, int parent, int length, double zeroPart, double onePart, int byInput) {
            int path = parent + length;
            System.arraycopy(input, parent, input, path, length);
            System.arraycopy(zero, parent, zero, path, length);
            System.arraycopy(one, parent, one, path, length);
            System.arraycopy(weight, parent, weight, path, length);
            extend(path, length, zeroPart, onePart, byInput);
            if (place < 0) {
                for (int i = 1; i <= length; i++) {
                    shares[input[path + i]] +=
                            sumWithout(path, length, i) * (one[path + i] - zero[path + i]) * values[~place];
                }
                return;
            }
            int test = place << 2;
            int column = trees.nodes()[test];
            boolean holds = row[column] < trees.nodes()[test + 1];
            int hot = holds ? yes(place) : no(place);
            int cold = holds ? no(place) : yes(place);
            int asked = inputOfColumn[column];
            double zeroBefore = 1;
            double oneBefore = 1;
            int last = length;
            for (int i = 1; i <= length; i++) {
                if (input[path + i] == asked) {
                    zeroBefore = zero[path + i];
                    oneBefore = one[path + i];
                    remove(path, length, i);
                    last = length - 1;
                    break;
                }
            }
            double whole = cover(place);
            double hotPart = whole == 0 ? 1 : cover(hot) / whole;
            if (oneBefore != 0 || hotPart != 0) {
                visit(hot, path, last + 1, hotPart * zeroBefore, oneBefore, asked);
            }
            if (cover(cold) > 0) {
                visit(cold, path, last + 1, cover(cold) / whole * zeroBefore, 0, asked);
            }
        }

        private void extend(int path, int length, double zeroPart, double onePart, int byInput) {
            input[path + length] = byInput;
            zero[path + length] = zeroPart;
            one[path + length] = onePart;
            weight[path + length] = length == 0 ? 1 : 0;
            for (int i = length - 1; i >= 0; i--) {
                weight[path + i + 1] += onePart * weight[path + i] * (i + 1) / (length + 1);
                weight[path + i] = zeroPart * weight[path + i] * (length - i) / (length + 1);
            }
        }

        private void remove(int path, int length, int at) {
            double onePart = one[path + at];
            double zeroPart = zero[path + at];
            double next = weight[path + length];
            for (int i = length - 1; i >= 0; i--) {
                if (onePart != 0) {
                    double before = weight[path + i];
                    weight[path + i] = next * (length + 1) / ((i + 1) * onePart);
                    next = before - weight[path + i] * zeroPart * (length - i) / (length + 1);
                } else {
                    weight[path + i] = weight[path + i] * (length + 1) / (zeroPart * (length - i));
                }
            }
            for (int i = at; i < length; i++) {
                input[path + i] = input[path + i + 1];
                zero[path + i] = zero[path + i + 1];
                one[path + i] = one[path + i + 1];
            }
        }

        private double sumWithout(int path, int length, int at) {
            double onePart = one[path + at];
            double zeroPart = zero[path + at];
            double next = weight[path + length];
            double total = 0;
            for (int i = length - 1; i >= 0; i--) {
                if (onePart != 0) {
                    double without = next * (length + 1) / ((i + 1) * onePart);
                    total += without;
                    next = weight[path + i] - without * zeroPart * (length - i) / (length + 1);
                } else if (zeroPart != 0) {
                    total += weight[path + i] * (length + 1) / (zeroPart * (length - i));
                }
            }
            return total;
        }
    }
}
