package cip.plugins.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cip.spi.Evidence.Row;
import cip.spi.Evidence.Table;
import cip.spi.TrainedModel.Metric;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Targets whose spread grows with the score, so that one width for all is wrong for most. */
class LevelIntervalsTest {
    private static final int ROWS = 4_000;

    private final Random random = new Random(7);
    private final double[] scores = random.doubles(ROWS, 1, 100).toArray();
    private final double[] truth = IntStream.range(0, ROWS)
            .mapToDouble(row -> scores[row] * (1 + 0.4 * random.nextGaussian()))
            .toArray();

    @Test
    void everyLevelHoldsTheShareItPromises() {
        List<Row> rows = table(scores, truth).rows();

        assertThat(rows).hasSize(10);
        for (Row row : rows) {
            assertThat(figure(row, "coverage").value()).as(row.label()).isCloseTo(0.8, within(0.05));
            assertThat(figure(row, "coverage").baseline()).isEqualTo(0.8);
        }
    }

    @Test
    void whoSpendsMuchHasAWiderIntervalThanWhoSpendsLittle() {
        List<Row> rows = table(scores, truth).rows();

        assertThat(width(rows.get(9))).isGreaterThan(5 * width(rows.get(0)));
        double constant = 1.28 * 0.4 * 50;
        long held = IntStream.range(0, ROWS)
                .filter(row -> scores[row] > 90)
                .filter(row -> Math.abs(truth[row] - scores[row]) <= constant)
                .count();
        assertThat(held
                        / (double) IntStream.range(0, ROWS)
                                .filter(row -> scores[row] > 90)
                                .count())
                .as("what one width for all would hold of the highest scores")
                .isLessThan(0.6);
    }

    @Test
    void scoresThatManyShareAreOneLevel() {
        double[] same = scores.clone();
        IntStream.range(0, ROWS / 2).forEach(row -> same[row] = 0);

        List<Row> rows = table(same, truth).rows();

        assertThat(rows).hasSizeBetween(5, 6);
        assertThat(figure(rows.get(0), "from").value()).isZero();
    }

    @Test
    void tooFewRowsHaveNoLevels() {
        assertThat(table(new double[] {1, 2, 3, 4, 5}, new double[] {1, 2, 3, 4, 5})
                        .rows())
                .isEmpty();
    }

    private static double width(Row row) {
        return figure(row, "above").value() - figure(row, "below").value();
    }

    private static Metric figure(Row row, String name) {
        return row.figures().stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Table table(double[] scores, double[] truth) {
        int[] groups = IntStream.range(0, truth.length).toArray();
        return new LevelIntervals(
                        new double[][] {scores},
                        truth,
                        List.of(Folds.deal(groups, 5, 1)),
                        new Bootstrap(new RowGroups(groups, truth.length, truth.length), truth, 1, Steps.unheard()))
                .table();
    }
}
