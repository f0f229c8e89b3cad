package cip.plugins.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The conditions that hold at the optimum, and nowhere else (Karush, Kuhn, Tucker), on columns that say much the same. */
class ElasticNetTest {
    private final Random random = new Random(5);
    private final double[][] columns = columns();
    private final double[] weights = random.doubles(200, 0.5, 2).toArray();

    @Test
    void squaredErrorIsAtItsOptimum() {
        double[] target = new double[200];
        for (int i = 0; i < 200; i++) {
            target[i] = 3 + 2 * columns[0][i] - columns[2][i] + 0.3 * random.nextGaussian();
        }

        ElasticNet.Line line = new ElasticNet(columns, 0.05, 0.02).squared(target, weights);

        assertOptimal(line, target, i -> line.at(columns, i), 0.05, 0.02);
        assertThat(line.coefficients()).contains(0.0);
    }

    @Test
    void logLossIsAtItsOptimum() {
        double[] target = new double[200];
        for (int i = 0; i < 200; i++) {
            target[i] = random.nextDouble() < Objective.LOGISTIC.score(1 + 2 * columns[0][i] - columns[2][i]) ? 1 : 0;
        }

        ElasticNet.Line line = new ElasticNet(columns, 0.01, 0.02).logistic(target, weights, Steps.unheard());

        assertOptimal(line, target, i -> Objective.LOGISTIC.score(line.at(columns, i)), 0.01, 0.02);
    }

    @Test
    void classesThatAColumnSeparatesGiveFiniteCoefficients() {
        double[] target = Arrays.stream(columns[0]).map(x -> x > 0 ? 1 : 0).toArray();

        ElasticNet.Line line = new ElasticNet(columns, 0, 1e-6).logistic(target, weights, Steps.unheard());

        assertThat(line.coefficients()[0]).isFinite().isGreaterThan(5);
    }

    private void assertOptimal(ElasticNet.Line line, double[] target, Prediction prediction, double l1, double l2) {
        double all = Arrays.stream(weights).sum();
        for (int c = -1; c < columns.length; c++) {
            double slope = 0;
            for (int i = 0; i < target.length; i++) {
                slope += weights[i] * (target[i] - prediction.of(i)) * (c < 0 ? 1 : columns[c][i]) / all;
            }
            double b = c < 0 ? 0 : line.coefficients()[c];
            if (c < 0) {
                assertThat(slope).isCloseTo(0, within(1e-8));
            } else if (b == 0) {
                assertThat(Math.abs(slope)).isLessThanOrEqualTo(l1 + 1e-8);
            } else {
                assertThat(slope - l2 * b).isCloseTo(l1 * Math.signum(b), within(1e-7));
            }
        }
    }

    private double[][] columns() {
        double[][] made = new double[4][200];
        for (int i = 0; i < 200; i++) {
            made[0][i] = random.nextGaussian();
            made[1][i] = made[0][i] + 0.1 * random.nextGaussian();
            made[2][i] = random.nextGaussian();
            made[3][i] = random.nextGaussian();
        }
        return made;
    }

    private interface Prediction {
        double of(int row);
    }
}
