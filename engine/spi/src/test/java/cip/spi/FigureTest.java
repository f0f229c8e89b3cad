package cip.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Worked examples; the expected values were computed by hand. */
class FigureTest {
    private static final double[] TARGET = {1, 0, 1, 0};
    private static final double[] SCORES = {0.9, 0.4, 0.4, 0.1};

    @Test
    void aucCountsTiesHalf() {
        assertThat(figure(Figure.auc(), 1, 1, 1, 1)).isEqualTo(3.5 / 4);
    }

    @Test
    void aucCountsRowsByTheirWeight() {
        assertThat(figure(Figure.auc(), 2, 1, 1, 0)).isEqualTo(2.5 / 3);
    }

    @Test
    void precisionRecallAndF1AtAThreshold() {
        assertThat(figure(Figure.precision(0.4), 1, 1, 1, 1)).isEqualTo(2.0 / 3);
        assertThat(figure(Figure.recall(0.5), 1, 1, 1, 1)).isEqualTo(0.5);
        assertThat(figure(Figure.f1(0.4), 1, 1, 1, 1)).isEqualTo(0.8);
        assertThat(figure(Figure.precision(0.95), 1, 1, 1, 1)).isZero();
    }

    @Test
    void brierIsTheMeanSquaredDistance() {
        assertThat(figure(Figure.brier(), 1, 1, 1, 1)).isCloseTo((0.01 + 0.16 + 0.36 + 0.01) / 4, within(1e-12));
    }

    @Test
    void meanAsScoreExplainsNothing() {
        double[] mean = {2, 2, 2};

        assertThat(Figure.r2().of(mean, new double[] {1, 2, 3}).applyAsDouble(new int[] {1, 1, 1}))
                .isZero();
        assertThat(Figure.rmse().of(mean, new double[] {1, 2, 3}).applyAsDouble(new int[] {1, 1, 1}))
                .isCloseTo(Math.sqrt(2.0 / 3), within(1e-12));
    }

    @Test
    void logLossOfCertaintyIsHeldWithinAMillionth() {
        assertThat(Figure.logLoss(0, 1)).isCloseTo(-Math.log(1e-6), within(1e-9));
        assertThat(Figure.logLoss(0.8, 0)).isCloseTo(-Math.log(0.2), within(1e-12));
    }

    @Test
    void absoluteErrorsAndTotalsAreThoseOfTheCountedRows() {
        assertThat(figure(Figure.mae(), 1, 1, 1, 1)).isCloseTo((0.1 + 0.4 + 0.6 + 0.1) / 4, within(1e-12));
        assertThat(figure(Figure.totalRatio(), 1, 0, 2, 1)).isCloseTo((0.9 + 0.8 + 0.1) / 3, within(1e-12));
    }

    @Test
    void theRankCorrelationTakesTiesAtTheirMeanRank() {
        double[] predicted = {1, 2, 2, 4};
        double[] actual = {10, 0, 30, 30};

        // ranks 1, 2.5, 2.5, 4 and 2, 1, 3.5, 3.5: covariance 2.25, squares 4.5 and 4.5
        assertThat(Figure.spearman().of(predicted, actual).applyAsDouble(new int[] {1, 1, 1, 1}))
                .isCloseTo(2.25 / 4.5, within(1e-12));
    }

    private static double figure(Figure figure, int... weights) {
        return figure.of(SCORES, TARGET).applyAsDouble(weights);
    }
}
