package cip.core.score.kernel;

/**
 * The plain way to what each input adds to what a tree says: the way of one row through the tree, along with all ways it
 * could have gone (path-dependent TreeSHAP: Lundberg, Erion, Lee 2018, "Consistent individualized feature attribution for
 * tree ensembles", arXiv:1802.03888, algorithm 2). It takes a tree of any size. Belongs to one thread.
 *
 * <p>An element of a path is an input with the share of rows that pass when it is not known (zero), whether this row passes
 * (one), and the weight of the sets of inputs of each size. The path of depth d begins at {@code d (d + 1) / 2} of the arrays.
 */
final class ShareWalk {
    private final CountedTrees trees;
    private final int[] input;
    private final double[] zero;
    private final double[] one;
    private final double[] weight;
    private int[] row = {};
    private double[] shares = {};

    /** @param depth tests on the longest way through the trees */
    ShareWalk(CountedTrees trees, int depth) {
        int size = (depth + 2) * (depth + 3) / 2;
        this.trees = trees;
        this.input = new int[size];
        this.zero = new double[size];
        this.one = new double[size];
        this.weight = new double[size];
    }

    /**
     * Adds what each input adds to what one tree says.
     *
     * @param row codes by column of the trees
     * @param shares by input
     */
    void add(int tree, int[] row, double[] shares) {
        this.row = row;
        this.shares = shares;
        visit(trees.trees().roots()[tree], 0, 0, 1, 1, -1);
    }

    /**
     * @param parent where the path that leads here begins @param length of that path, its last element left out
     * @param byInput the input of the last test, −1 = none
     */
    private void visit(int place, int parent, int length, double zeroPart, double onePart, int byInput) {
        int path = parent + length;
        System.arraycopy(input, parent, input, path, length);
        System.arraycopy(zero, parent, zero, path, length);
        System.arraycopy(one, parent, one, path, length);
        System.arraycopy(weight, parent, weight, path, length);
        extend(path, length, zeroPart, onePart, byInput);
        if (place < 0) {
            for (int i = 1; i <= length; i++) {
                shares[input[path + i]] +=
                        sumWithout(path, length, i) * (one[path + i] - zero[path + i]) * trees.values()[~place];
            }
            return;
        }
        boolean holds = row[trees.column(place)] < trees.number(place);
        int hot = holds ? trees.yes(place) : trees.no(place);
        int cold = holds ? trees.no(place) : trees.yes(place);
        int asked = trees.input(place);
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
        double whole = trees.cover(place);
        double hotPart = whole == 0 ? 1 : trees.cover(hot) / whole;
        if (oneBefore != 0 || hotPart != 0) {
            visit(hot, path, last + 1, hotPart * zeroBefore, oneBefore, asked);
        }
        if (trees.cover(cold) > 0) {
            visit(cold, path, last + 1, trees.cover(cold) / whole * zeroBefore, 0, asked);
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
