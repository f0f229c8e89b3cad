package cip.core.score.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * Leaves of one tree below one place, with the way there. The key of a row has a bit for each input on the way, set when the
 * row fails a test of it, and after those a bit for each test among the leaves, set when it holds.
 */
final class LeafGroup {
    private final CountedTrees trees;
    private final List<Test> way;
    private final List<Integer> inputs;
    private final int inputsOnWay;
    /** For each test: column, number, and the {@link ShareTables#ask} of its bit. */
    private final List<Integer> asked = new ArrayList<>();

    private final List<Leaf> leaves = new ArrayList<>();
    private int bits;

    /** A test and how it has to come out on a way. */
    record Test(int node, boolean holds) {}

    /** A test whose outcome is a bit of the key. */
    private record Inner(Test test, int bit) {}

    private record Leaf(int leaf, List<Inner> branch) {}

    /** @param way the tests that lead to the place, in their order */
    LeafGroup(CountedTrees trees, List<Test> way, int place) {
        this.trees = trees;
        this.way = List.copyOf(way);
        this.inputs = new ArrayList<>(inputs(trees, way));
        this.inputsOnWay = inputs.size();
        this.bits = inputsOnWay;
        for (Test test : way) {
            ask(test.node(), ShareTables.ask(inputs.indexOf(trees.input(test.node())), test.holds()));
        }
        find(place, new ArrayList<>());
    }

    /** The inputs that tests ask about, each once. */
    static List<Integer> inputs(CountedTrees trees, List<Test> tests) {
        return tests.stream().map(test -> trees.input(test.node())).distinct().toList();
    }

    List<Integer> inputs() {
        return inputs;
    }

    List<Integer> asked() {
        return asked;
    }

    /** How many numbers its table holds. */
    int size() {
        return inputs.size() << bits;
    }

    private void ask(int node, int ask) {
        asked.add(trees.column(node));
        asked.add(trees.number(node));
        asked.add(ask);
    }

    private void find(int place, List<Inner> branch) {
        if (place < 0) {
            leaves.add(new Leaf(~place, List.copyOf(branch)));
            return;
        }
        int bit = bits++;
        ask(place, ShareTables.ask(bit, false));
        if (!inputs.contains(trees.input(place))) {
            inputs.add(trees.input(place));
        }
        for (boolean holds : new boolean[] {true, false}) {
            branch.add(new Inner(new Test(place, holds), bit));
            find(holds ? trees.yes(place) : trees.no(place), branch);
            branch.remove(branch.size() - 1);
        }
    }

    /** Adds up what all leaves give. @param from where the table begins */
    void fill(double[] amounts, int from) {
        for (Leaf leaf : leaves) {
            add(leaf, amounts, from);
        }
    }

    private void add(Leaf leaf, double[] amounts, int from) {
        List<Test> tests = new ArrayList<>(way);
        leaf.branch.forEach(inner -> tests.add(inner.test));
        List<Integer> elements = inputs(trees, tests);
        int[] asked = new int[elements.size()];
        int[] wanted = new int[elements.size()];
        double[] zeros = new double[elements.size()];
        for (int element = 0; element < zeros.length; element++) {
            asked[element] = element < inputsOnWay ? 1 << element : 0;
            zeros[element] = 1;
        }
        for (Inner inner : leaf.branch) {
            int element = elements.indexOf(trees.input(inner.test.node));
            asked[element] |= 1 << inner.bit;
            wanted[element] |= inner.test.holds ? 1 << inner.bit : 0;
        }
        for (Test test : tests) {
            int next = test.holds ? trees.yes(test.node) : trees.no(test.node);
            zeros[elements.indexOf(trees.input(test.node))] *= trees.cover(next) / trees.cover(test.node);
        }
        double[] shares = new LeafShares(zeros, trees.values()[leaf.leaf]).all();
        for (int key = 0; key < 1 << bits; key++) {
            int passed = 0;
            for (int element = 0; element < zeros.length; element++) {
                passed |= (key & asked[element]) == wanted[element] ? 1 << element : 0;
            }
            for (int element = 0; element < zeros.length; element++) {
                int position = inputs.indexOf(elements.get(element));
                amounts[from + key * inputs.size() + position] += shares[passed * zeros.length + element];
            }
        }
    }
}
