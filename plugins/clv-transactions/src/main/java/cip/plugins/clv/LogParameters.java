package cip.plugins.clv;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * The logarithms of a model's parameters at which the log-likelihood is greatest, by Nelder and Mead's simplex, begun again
 * from where it ended until nothing is gained.
 *
 * @param values the logarithms
 * @param errors standard errors of the logarithms from the curvature there; infinite = flat, the data do not say
 */
record LogParameters(double[] values, double[] errors, double logLikelihood) {
    /** Beyond e^13 and e^-13 a parameter is as good as infinite or zero. */
    private static final double FARTHEST = 13;

    /** A 95 % interval of a factor of fifty: the data leave the parameter open. */
    private static final double VAGUE = 1;

    private static final int MOST_STARTS = 12;
    private static final int MOST_EVALUATIONS = 4_000;
    private static final double NOTHING_GAINED = 1e-7;
    private static final double STEP = 0.01;

    /** @param steps told at every evaluation */
    static LogParameters greatest(FitSteps steps, ToDoubleFunction<double[]> likelihood, double... start) {
        ToDoubleFunction<double[]> logLikelihood = point -> {
            steps.evaluated();
            return likelihood.applyAsDouble(point);
        };
        double[] best = start.clone();
        double value = bounded(logLikelihood, best);
        for (int i = 0; i < MOST_STARTS; i++) {
            PointValuePair found = new SimplexOptimizer(new SimpleValueChecker(1e-14, 1e-10, MOST_EVALUATIONS))
                    .optimize(
                            new MaxEval(2 * MOST_EVALUATIONS),
                            new ObjectiveFunction(point -> bounded(logLikelihood, point)),
                            GoalType.MAXIMIZE,
                            new InitialGuess(best),
                            new NelderMeadSimplex(start.length, i % 2 == 0 ? 0.5 : -0.3));
            double gained = found.getValue() - value;
            best = found.getPoint();
            value = found.getValue();
            if (gained < NOTHING_GAINED) {
                break;
            }
        }
        return new LogParameters(best, errors(logLikelihood, best), value);
    }

    double parameter(int index) {
        return Math.exp(values[index]);
    }

    /** Whether the data leave the parameter open. */
    boolean isVague(int index) {
        return !(errors[index] < VAGUE);
    }

    /** The end of the 95 % interval. */
    double low(int index) {
        return Math.exp(values[index] - 1.96 * errors[index]);
    }

    /** The other end; may be infinite. */
    double high(int index) {
        return Math.exp(values[index] + 1.96 * errors[index]);
    }

    private static double bounded(ToDoubleFunction<double[]> logLikelihood, double[] point) {
        for (double coordinate : point) {
            if (Math.abs(coordinate) > FARTHEST) {
                return -Double.MAX_VALUE;
            }
        }
        double value = logLikelihood.applyAsDouble(point);
        return Double.isNaN(value) ? -Double.MAX_VALUE : value;
    }

    private static double[] errors(ToDoubleFunction<double[]> logLikelihood, double[] at) {
        int size = at.length;
        RealMatrix information = new Array2DRowRealMatrix(size, size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double curvature = (moved(logLikelihood, at, i, STEP, j, STEP)
                                - moved(logLikelihood, at, i, STEP, j, -STEP)
                                - moved(logLikelihood, at, i, -STEP, j, STEP)
                                + moved(logLikelihood, at, i, -STEP, j, -STEP))
                        / (4 * STEP * STEP);
                information.setEntry(i, j, -curvature);
                information.setEntry(j, i, -curvature);
            }
        }
        double[] errors = new double[size];
        double flattest = Arrays.stream(new EigenDecomposition(information).getRealEigenvalues())
                .min()
                .orElse(0);
        if (!(flattest > 1e-6)) {
            for (int i = 0; i < size; i++) {
                double alone = information.getEntry(i, i);
                errors[i] = alone > 1 / (VAGUE * VAGUE) ? 1 / Math.sqrt(alone) : Double.POSITIVE_INFINITY;
            }
            return errors;
        }
        RealMatrix covariance = new LUDecomposition(information).getSolver().getInverse();
        for (int i = 0; i < size; i++) {
            errors[i] = Math.sqrt(covariance.getEntry(i, i));
        }
        return errors;
    }

    private static double moved(
            ToDoubleFunction<double[]> logLikelihood, double[] at, int i, double byI, int j, double byJ) {
        double[] point = at.clone();
        point[i] += byI;
        point[j] += byJ;
        return logLikelihood.applyAsDouble(point);
    }
}
