package cip.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Directions of the widest spread, against what is known of correlations of two and three columns. */
class PrincipalComponentsTest {
    @Test
    void twoColumnsSpreadAlongTheirSumAndTheirDifference() {
        double[] a = {1, 2, 3, 4};
        double[] b = {1, 3, 2, 4};

        PrincipalComponents found = PrincipalComponents.of(new double[][] {a, b});

        // the correlation is 0.8, so the eigenvalues are 1.8 and 0.2
        assertThat(found.explained()).containsExactly(new double[] {0.9, 0.1}, within(1e-12));
        assertThat(found.weights()[0]).containsExactly(new double[] {Math.sqrt(0.5), Math.sqrt(0.5)}, within(1e-12));
        assertThat(Arrays.stream(found.x()).map(x -> x * x).average().orElseThrow())
                .isCloseTo(1.8, within(1e-12));
        assertThat(found.x()[0]).isCloseTo(-found.x()[3], within(1e-12)).isNegative();
    }

    @Test
    void unitsDoNotMatterAndMissingNumbersLieInTheMiddle() {
        Random random = new Random(1);
        double[][] columns = new double[3][200];
        for (double[] column : columns) {
            Arrays.setAll(column, i -> random.nextGaussian());
        }
        PrincipalComponents found = PrincipalComponents.of(columns);
        double[] cents = Arrays.stream(columns[1]).map(euros -> 100 * euros + 7).toArray();

        PrincipalComponents again = PrincipalComponents.of(new double[][] {columns[0], cents, columns[2]});
        PrincipalComponents missing = PrincipalComponents.of(new double[][] {{1, Double.NaN, 3}});

        assertThat(again.x()).containsExactly(found.x(), within(1e-9));
        assertThat(missing.x()[1]).isZero();
        assertThat(missing.explained()).containsExactly(1, 0);
    }

    @Test
    void aColumnThatIsTheSameForEverybodyDoesNotCount() {
        PrincipalComponents found = PrincipalComponents.of(new double[][] {{1, 2, 3}, {5, 5, 5}});

        assertThat(found.explained()).containsExactly(new double[] {1, 0}, within(1e-12));
        assertThat(found.weights()[0]).containsExactly(new double[] {1, 0}, within(1e-12));
        assertThat(found.y()).containsOnly(0.0);
    }
}
