package cip.core.score.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Trees over as many columns as there are inputs, with covers, and rows for them; the same seed gives the same. */
final class GeneratedTrees {
    private static final int CODES = 6;

    private final Random random;
    private final int inputs;
    private final double emptyLeaves;
    private final List<Integer> nodes = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    private final List<Double> covers = new ArrayList<>();
    private final List<Integer> roots = new ArrayList<>();

    /** @param emptyLeaves share of the leaves that no training row came to */
    GeneratedTrees(long seed, int inputs, double emptyLeaves) {
        this.random = new Random(seed);
        this.inputs = inputs;
        this.emptyLeaves = emptyLeaves;
    }

    /** As many more trees, after those made before; every leaf is as deep as the others. */
    CountedTrees more(int count, int depth) {
        for (int tree = 0; tree < count; tree++) {
            int firstLeaf = values.size();
            roots.add(tree(depth));
            covers.set(firstLeaf, 1d + random.nextInt(50));
        }
        int[] columns = IntStream.range(0, inputs).toArray();
        Trees trees = new Trees(columns, numbers(nodes), numbers(roots));
        return CountedTrees.of(trees, doubles(values), doubles(covers), columns);
    }

    int[] row() {
        return random.ints(inputs, -1, CODES + 1).toArray();
    }

    private int tree(int depth) {
        if (depth == 0) {
            values.add(random.nextGaussian());
            covers.add(random.nextDouble() < emptyLeaves ? 0 : 1d + random.nextInt(50));
            return ~(values.size() - 1);
        }
        int yes = tree(depth - 1);
        int no = tree(depth - 1);
        nodes.addAll(List.of(random.nextInt(inputs), random.nextInt(CODES + 1), yes, no));
        return nodes.size() / 4 - 1;
    }

    private static int[] numbers(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double[] doubles(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
