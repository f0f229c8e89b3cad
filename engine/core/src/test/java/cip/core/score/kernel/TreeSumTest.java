package cip.core.score.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeSumTest {
    private static final int ROWS = 700;
    private static final double[] CUTS = {-1, -0.5, 0, 0.25, 1};

    /** Draws binary trees over two numbers; a share of the branches leads to nodes that another branch leads to as well. */
    private static final class Drawing {
        private final Random random;
        private final List<Integer> nodes = new ArrayList<>();
        private int leaves;

        Drawing(long seed) {
            random = new Random(seed);
        }

        int tree(int depth, double sharing) {
            if (depth == 0 || random.nextDouble() < 0.1) {
                return ~leaves++;
            }
            int yes = tree(depth - 1, sharing);
            int no = random.nextDouble() < sharing ? yes : tree(depth - 1, sharing);
            nodes.addAll(List.of(random.nextInt(2), random.nextInt(CUTS.length + 1), yes, no));
            return nodes.size() / 4 - 1;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void blocksScoreAsSingleRowsWhateverTheSizeOfTheTrees(int seed) {
        Drawing drawing = new Drawing(seed);
        int[] roots = IntStream.range(0, 12)
                .map(tree -> drawing.tree(tree % 8, tree % 3 == 0 ? 0.2 : 0))
                .toArray();
        int[] nodes = drawing.nodes.stream().mapToInt(number -> number).toArray();
        double[] values = new Random(seed).doubles(drawing.leaves).toArray();
        Trees trees = new Trees(new int[] {0, 1}, nodes, roots);
        NumberInput.Range all = NumberInput.Range.ALL;
        Program program = new Program(
                3,
                2,
                List.of(
                        new NumberInput(0, 0, NumberInput.Type.DOUBLE, Double.NaN, false, all),
                        new NumberInput(1, 1, NumberInput.Type.DOUBLE, Double.NaN, false, all),
                        new Ranks(0, 0, -1, CUTS),
                        new Ranks(1, -1, 1, CUTS),
                        new TreeSum(trees, values, seed % 2 == 0, 2)),
                2,
                Optional.empty());
        double[] x = column(seed);
        double[] y = column(seed + 100);
        double[] together = program.run(columns(x, y), ROWS);
        for (int row = 0; row < ROWS; row++) {
            double[] alone = program.run(columns(new double[] {x[row]}, new double[] {y[row]}), 1);
            assertThat(together[row]).isEqualTo(alone[0]);
            assertThat(alone[0]).isEqualTo(sum(trees, values, seed % 2 == 0, rank(x[row], -1), rank(y[row], 6)));
        }
    }

    private static double sum(Trees trees, double[] values, boolean single, int... codes) {
        double sum = 0;
        for (int tree = 0; tree < trees.roots().length; tree++) {
            double value = values[trees.leaf(tree, codes)];
            sum = single ? (float) sum + (float) value : sum + value;
        }
        return sum;
    }

    private static int rank(double value, int missing) {
        return Double.isNaN(value)
                ? missing
                : (int) Arrays.stream(CUTS).filter(cut -> cut <= value).count();
    }

    /** Every cut and its neighbours, missing, and numbers between. */
    private static double[] column(int seed) {
        Random random = new Random(seed);
        return IntStream.range(0, ROWS)
                .mapToDouble(row -> {
                    double cut = CUTS[random.nextInt(CUTS.length)];
                    return switch (random.nextInt(5)) {
                        case 0 -> cut;
                        case 1 -> Math.nextUp(cut);
                        case 2 -> Math.nextDown(cut);
                        case 3 -> Double.NaN;
                        default -> random.nextGaussian();
                    };
                })
                .toArray();
    }

    private static List<FeatureColumn> columns(double[] x, double[] y) {
        return List.of(new NumberColumn("x", x), new NumberColumn("y", y));
    }
}
