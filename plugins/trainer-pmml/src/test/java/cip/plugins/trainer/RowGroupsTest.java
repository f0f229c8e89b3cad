package cip.plugins.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowGroupsTest {
    private static final int ROWS = 240;
    private static final int DIFFERENT = 60;
    private static final String[] REGIONS = {"North", "South", "East", "West"};

    private final SplittableRandom random = new SplittableRandom(7);
    private final int[] each = IntStream.range(0, ROWS).toArray();

    @Test
    void rowsThatDifferInATextAloneAreOneGroup() {
        RowGroups groups = RowGroups.of(features(repeated(), repeated()), repeated(), each);

        assertThat(groups.count()).isEqualTo(DIFFERENT);
        assertThat(groups.distinctRows()).isEqualTo(ROWS);
    }

    @Test
    void strangersWhoAgreeInCoarseNumbersStayApart() {
        double[] children = upTo(3);
        RowGroups groups = RowGroups.of(features(children, upTo(4)), upTo(2), each);

        assertThat(groups.count()).isEqualTo(groups.distinctRows()).isGreaterThan(3 * 4 * 2);
    }

    @Test
    void rowWithAMissingNumberIsNoCopyByItsOtherNumbers() {
        double[] incomes = repeated();
        incomes[1] = Double.NaN;
        incomes[1 + DIFFERENT] = Double.NaN;
        int[] groups =
                RowGroups.of(features(repeated(), incomes), repeated(), each).ofRow();

        assertThat(groups[1 + DIFFERENT]).isNotEqualTo(groups[1]);
        assertThat(groups[2 + DIFFERENT]).isEqualTo(groups[2]);
    }

    private static double[] repeated() {
        return IntStream.range(0, ROWS)
                .mapToDouble(row -> 1000.0 + 7 * (row % DIFFERENT))
                .toArray();
    }

    private double[] upTo(int values) {
        return IntStream.range(0, ROWS)
                .mapToDouble(row -> random.nextInt(values))
                .toArray();
    }

    /** Copies of the same numbers are in different regions. */
    private static FeatureMatrix features(double[] ages, double[] incomes) {
        String[] regions = IntStream.range(0, ROWS)
                .mapToObj(row -> REGIONS[row / DIFFERENT])
                .toArray(String[]::new);
        return new FeatureMatrix(
                ROWS,
                List.of(
                        new NumberColumn("age", ages),
                        new NumberColumn("income", incomes),
                        new TextColumn("region", regions)));
    }
}
