package cip.plugins.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Worked examples; the expected values were computed by hand. */
class ClusterQualityTest {
    @Test
    void twoPairsApartHaveTheirTextbookSilhouette() {
        double[][] points = {{0}, {1}, {10}, {11}};

        double[] silhouettes = ClusterQuality.silhouettes(points, new int[] {0, 0, 1, 1}, 2, Steps.unheard());

        assertThat(silhouettes[0]).isCloseTo((10.5 - 1) / 10.5, within(1e-12));
        assertThat(silhouettes[1]).isCloseTo((9.5 - 1) / 9.5, within(1e-12));
    }

    @Test
    void agreementIsOneForRenamedClustersAndNearZeroForUnrelatedOnes() {
        assertThat(ClusterQuality.agreement(new int[] {0, 0, 1, 1}, new int[] {1, 1, 0, 0}))
                .isEqualTo(1);
        assertThat(ClusterQuality.agreement(new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1}))
                .isCloseTo(-0.5, within(1e-12));
    }
}
