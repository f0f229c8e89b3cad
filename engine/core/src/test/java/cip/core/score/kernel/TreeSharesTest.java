package cip.core.score.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables and the walk, against the definition of the Shapley value, summed up over all sets of inputs. */
class TreeSharesTest {
    private static final int INPUTS = 4;
    private static final double[] CUTS = {-1, -0.5, 0, 0.25, 1};
    private static final List<String> NAMES = List.of("a", "b", "c", "d");

    private final List<Integer> nodes = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    private final List<Double> covers = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void sharesAreThoseOfTheDefinition(long seed) {
        Random random = new Random(seed);
        int[] roots = {tree(random, 5), tree(random, 1), tree(random, 3), leaf(random)};
        Trees trees = trees(roots);
        int[] inputOfColumn = {0, 1, 2, 3};
        TreeShares shares = new TreeShares(trees, numbers(values), numbers(covers), inputOfColumn, NAMES, INPUTS);
        for (int times = 0; times < 20; times++) {
            double[] row = random.doubles(INPUTS, -1.5, 1.5).toArray();

            Explained explained = explain(trees, shares, row);

            double total = explained.baseline();
            for (int input = 0; input < INPUTS; input++) {
                double defined = byDefinition(trees, roots, row, input);
                assertThat(explained.shares()[input]).as("input %d", input).isCloseTo(defined, within(1e-9));
                assertThat(walked(trees, row)[input]).as("input %d", input).isCloseTo(defined, within(1e-9));
                total += explained.shares()[input];
            }
            assertThat(total).isCloseTo(explained.sum(), within(1e-9));
        }
    }

    @Test
    void columnsOfOneInputShareItsAmount() {
        Random random = new Random(99);
        int[] roots = {tree(random, 5), tree(random, 4)};
        Trees trees = trees(roots);
        List<String> two = List.of("a", "b");
        TreeShares shares =
                new TreeShares(trees, numbers(values), numbers(covers), new int[] {0, 1, 0, 1}, two, INPUTS);

        Explained explained = explain(trees, shares, new double[] {0.1, -0.7, 0.3, 1.2});

        assertThat(explained.shares()).hasSize(2);
        assertThat(explained.baseline() + explained.shares()[0] + explained.shares()[1])
                .isCloseTo(explained.sum(), within(1e-9));
    }

    @Test
    void sharedNodesAndTreesWithoutTrainingRowsAreRefused() {
        int leaf = leaf(new Random(1));
        covers.set(~leaf, 0d);
        Trees empty = trees(new int[] {leaf});
        assertThatThrownBy(() ->
                        new TreeShares(empty, numbers(values), numbers(covers), new int[] {0, 1, 2, 3}, NAMES, INPUTS))
                .hasMessageContaining("No training row");

        int inner = node(0, 1, leaf(new Random(2)), leaf(new Random(3)));
        Trees sharing = trees(new int[] {node(1, 2, inner, inner)});
        assertThatThrownBy(() -> new TreeShares(
                        sharing, numbers(values), numbers(covers), new int[] {0, 1, 2, 3}, NAMES, INPUTS))
                .hasMessageContaining("shared");
    }

    private double[] walked(Trees trees, double[] row) {
        CountedTrees counted = CountedTrees.of(trees, numbers(values), numbers(covers), new int[] {0, 1, 2, 3});
        ShareWalk walk = new ShareWalk(counted, 5);
        double[] shares = new double[INPUTS];
        for (int tree = 0; tree < trees.roots().length; tree++) {
            walk.add(tree, Arrays.stream(row).mapToInt(TreeSharesTest::rank).toArray(), shares);
        }
        return shares;
    }

    private static Explained explain(Trees trees, TreeShares shares, double[] row) {
        List<Step> steps = new ArrayList<>();
        for (int input = 0; input < INPUTS; input++) {
            steps.add(new NumberInput(input, input, NumberInput.Type.DOUBLE, Double.NaN, false, NumberInput.Range.ALL));
            steps.add(new Ranks(input, input, -1, CUTS));
        }
        steps.add(new TreeSum(trees, shares.values(), false, INPUTS));
        Program program = new Program(INPUTS + 1, INPUTS, steps, INPUTS, Optional.of(shares));
        return program.explain(
                        IntStream.range(0, INPUTS)
                                .mapToObj(input -> new NumberColumn("x" + input, new double[] {row[input]}))
                                .map(FeatureColumn.class::cast)
                                .toList(),
                        0)
                .orElseThrow();
    }

    /** Σ over sets S without the input of |S|! (n − |S| − 1)! / n! × (v(S with it) − v(S)). */
    private double byDefinition(Trees trees, int[] roots, double[] row, int input) {
        double sum = 0;
        for (int set = 0; set < 1 << INPUTS; set++) {
            if ((set >> input & 1) == 0) {
                int size = Integer.bitCount(set);
                double weight = factorial(size) * factorial(INPUTS - size - 1) / factorial(INPUTS);
                for (int root : roots) {
                    sum += weight * (value(trees, root, row, set | 1 << input) - value(trees, root, row, set));
                }
            }
        }
        return sum;
    }

    /** What a tree says when only the inputs of the set are known. */
    private double value(Trees trees, int place, double[] row, int known) {
        if (place < 0) {
            return values.get(~place);
        }
        int input = trees.nodes()[4 * place];
        int yes = trees.nodes()[4 * place + 2];
        int no = trees.nodes()[4 * place + 3];
        if ((known >> input & 1) == 1) {
            return value(trees, rank(row[input]) < trees.nodes()[4 * place + 1] ? yes : no, row, known);
        }
        double whole = cover(trees, yes) + cover(trees, no);
        return (cover(trees, yes) * value(trees, yes, row, known) + cover(trees, no) * value(trees, no, row, known))
                / whole;
    }

    private double cover(Trees trees, int place) {
        return place < 0
                ? covers.get(~place)
                : cover(trees, trees.nodes()[4 * place + 2]) + cover(trees, trees.nodes()[4 * place + 3]);
    }

    private static int rank(double value) {
        return (int)
                IntStream.range(0, CUTS.length).filter(i -> CUTS[i] <= value).count();
    }

    private static double factorial(int n) {
        return n < 2 ? 1 : n * factorial(n - 1);
    }

    private int tree(Random random, int depth) {
        if (depth == 0 || random.nextDouble() < 0.1) {
            return leaf(random);
        }
        int yes = tree(random, depth - 1);
        int no = tree(random, depth - 1);
        return node(random.nextInt(INPUTS), random.nextInt(CUTS.length + 1), yes, no);
    }

    private int node(int column, int number, int yes, int no) {
        nodes.addAll(List.of(column, number, yes, no));
        return nodes.size() / 4 - 1;
    }

    private int leaf(Random random) {
        values.add(random.nextGaussian());
        covers.add(1d + random.nextInt(50));
        return ~(values.size() - 1);
    }

    private Trees trees(int[] roots) {
        return new Trees(
                new int[] {0, 1, 2, 3},
                nodes.stream().mapToInt(number -> number).toArray(),
                roots);
    }

    private static double[] numbers(List<Double> list) {
        return list.stream().mapToDouble(number -> number).toArray();
    }
}
