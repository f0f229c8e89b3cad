package cip.core.score.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the plain walk, which {@link TreeSharesTest} holds against the definition as it does the tables. */
class ShareTablesTest {
    private static final int ROWS = 40;
    private static final int INPUTS = 12;

    @ParameterizedTest
    @CsvSource({
        "1, 1, 3, 0",
        "2, 2, 3, 0",
        "3, 3, 2, 0",
        "4, 5, 19, 0",
        "5, 5, 19, 0.2",
        "6, 5, 2, 0.1",
        "7, 6, 30, 0",
        "8, 8, 5, 0.1",
        "9, 8, 40, 0",
        "10, 4, 1, 0",
        "11, 9, 8, 0.3",
        "12, 5, 6, 0.5"
    })
    void tablesSayWhatTheWalkSays(long seed, int depth, int inputs, double emptyLeaves) {
        GeneratedTrees generated = new GeneratedTrees(seed, inputs, emptyLeaves);
        CountedTrees trees = generated.more(6, depth);
        ShareTables tables = ShareTablesWriter.write(trees);
        ShareWalk walk = new ShareWalk(trees, depth);
        for (int i = 0; i < ROWS; i++) {
            int[] row = generated.row();
            for (int tree = 0; tree < trees.trees().roots().length; tree++) {
                if (tables.has(tree)) {
                    double[] looked = new double[inputs];
                    double[] walked = new double[inputs];

                    tables.add(tree, row, looked);
                    walk.add(tree, row, walked);

                    assertThat(looked).as("tree %d", tree).containsExactly(walked, within(1e-9));
                    double said = trees.values()[trees.trees().leaf(tree, row)];
                    double expected = trees.expected(trees.trees().roots()[tree]);
                    assertThat(expected + Arrays.stream(looked).sum()).isCloseTo(said, within(1e-9));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void wholeTreesOfTheDepthOfBoostingAreInTables(int depth) {
        CountedTrees trees = new GeneratedTrees(depth, 19, 0).more(100, depth);

        ShareTables tables = ShareTablesWriter.write(trees);

        assertThat(IntStream.range(0, 100)).allMatch(tables::has);
    }

    @Test
    void tablesTakeBoundedMemory() {
        CountedTrees trees = new GeneratedTrees(1, 40, 0).more(60, 9);

        ShareTables tables = ShareTablesWriter.write(trees);

        assertThat(tables.amounts().length).isBetween(1, 1 << 21);
        assertThat(tables.has(0)).isTrue();
        assertThat(tables.has(59)).isFalse();
    }

    @Test
    void blocksOfRowsAreExplainedAsEachRowAlone() {
        GeneratedTrees generated = new GeneratedTrees(77, INPUTS, 0.05);
        generated.more(8, 9);
        CountedTrees trees = generated.more(8, 5);
        int[][] rows = IntStream.range(0, ROWS).mapToObj(i -> generated.row()).toArray(int[][]::new);
        TreeShares shares = new TreeShares(
                trees.trees(),
                trees.values(),
                trees.leafCovers(),
                trees.inputOfColumn(),
                IntStream.range(0, INPUTS).mapToObj(input -> "x" + input).toList(),
                0);

        ExplainedRows together = explain(shares, rows);

        ShareTables tables = ShareTablesWriter.write(trees);
        assertThat(IntStream.range(0, trees.trees().roots().length).filter(tables::has))
                .isNotEmpty()
                .hasSizeLessThan(trees.trees().roots().length);
        for (int i = 0; i < ROWS; i++) {
            ExplainedRows alone = explain(shares, new int[][] {rows[i]});
            for (int input = 0; input < INPUTS; input++) {
                assertThat(together.shares()[input][i]).isEqualTo(alone.shares()[input][0]);
            }
        }
    }

    private static ExplainedRows explain(TreeShares shares, int[][] rows) {
        Block block = new Block(rows.length, 1, INPUTS, List.of());
        block.moveTo(0, rows.length);
        for (int i = 0; i < rows.length; i++) {
            for (int column = 0; column < INPUTS; column++) {
                block.codes[column][i] = rows[i][column];
            }
        }
        ExplainedRows explained = ExplainedRows.of(shares, rows.length);
        shares.explain(block, explained, 0);
        return explained;
    }
}
