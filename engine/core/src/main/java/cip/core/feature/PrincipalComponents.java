package cip.core.feature;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The two directions in which rows of numbers of equal weight spread most: the first two principal components of their
 * correlations (Jolliffe, Principal Component Analysis, Springer 2002, section 2.3). A missing number counts as the average. Of
 * the two signs a direction can have, that in which its greatest weight is positive. The arrays are not copied.
 *
 * @param weights two rows: how much each standardised column counts
 * @param explained two shares of the whole spread, 0..1
 * @param x the first component of each row
 * @param y the second component of each row
 */
public record PrincipalComponents(double[][] weights, double[] explained, double[] x, double[] y) {
    /** @param columns as long as each other; at least one */
    public static PrincipalComponents of(double[][] columns) {
        double[][] z =
                Arrays.stream(columns).map(PrincipalComponents::standardised).toArray(double[][]::new);
        EigenDecomposition decomposition = new EigenDecomposition(correlations(z));
        double[] spreads = decomposition.getRealEigenvalues();
        int[] order = IntStream.range(0, spreads.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -spreads[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double all = Arrays.stream(spreads).map(spread -> Math.max(0, spread)).sum();
        double[][] weights = new double[2][columns.length];
        double[] explained = new double[2];
        for (int component = 0; component < Math.min(2, order.length); component++) {
            double spread = Math.max(0, spreads[order[component]]);
            explained[component] = all == 0 ? 0 : spread / all;
            weights[component] =
                    turned(decomposition.getEigenvector(order[component]).toArray());
        }
        return new PrincipalComponents(weights, explained, along(z, weights[0]), along(z, weights[1]));
    }

    private static RealMatrix correlations(double[][] z) {
        double[][] correlations = new double[z.length][z.length];
        for (int a = 0; a < z.length; a++) {
            for (int b = 0; b < z.length; b++) {
                double sum = 0;
                for (int row = 0; row < z[a].length; row++) {
                    sum += z[a][row] * z[b][row];
                }
                correlations[a][b] = sum / Math.max(1, z[a].length);
            }
        }
        return MatrixUtils.createRealMatrix(correlations);
    }

    private static double[] standardised(double[] column) {
        double[] known =
                Arrays.stream(column).filter(value -> !Double.isNaN(value)).toArray();
        double mean = Arrays.stream(known).average().orElse(0);
        double spread = Math.sqrt(Arrays.stream(known)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
        return Arrays.stream(column)
                .map(value -> Double.isNaN(value) || spread == 0 ? 0 : (value - mean) / spread)
                .toArray();
    }

    private static double[] turned(double[] direction) {
        double greatest = Arrays.stream(direction)
                .reduce(0, (most, weight) -> Math.abs(weight) > Math.abs(most) + 1e-9 ? weight : most);
        return greatest < 0 ? Arrays.stream(direction).map(weight -> -weight).toArray() : direction;
    }

    private static double[] along(double[][] z, double[] direction) {
        double[] place = new double[z[0].length];
        for (int column = 0; column < z.length; column++) {
            for (int row = 0; row < place.length; row++) {
                place[row] += direction[column] * z[column][row];
            }
        }
        return place;
    }
}
