package cip.plugins.trainer;

import java.util.Arrays;
import java.util.Optional;

/**
 * Platt scaling: probability = 1 / (1 + e^-(slope × margin + intercept)), fitted by Newton's method with step halving
 * on the log-loss with Platt's softened targets (Platt 1999, "Probabilistic Outputs for Support Vector Machines"; Lin, Lin and Weng 2007,
 * doi:10.1007/s10994-007-5018-6).
 */
record Calibration(double slope, double intercept) {
    static final Calibration NONE = new Calibration(1, 0);
    private static final int MOST_STEPS = 100;
    private static final double SMALLEST_STEP = 1e-10;
    private static final double RIDGE = 1e-9;

    double probability(double margin) {
        return Objective.LOGISTIC.score(slope * margin + intercept);
    }

    static Calibration fit(double[] margins, double[] target) {
        double[] softened = softened(target);
        Calibration best = NONE;
        double lowest = best.loss(margins, softened);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] direction = best.newtonStep(margins, softened);
            double size = 1;
            Calibration next = best;
            double loss = lowest;
            for (; size > SMALLEST_STEP && !(loss < lowest); size /= 2) {
                next = new Calibration(best.slope - size * direction[0], best.intercept - size * direction[1]);
                loss = next.loss(margins, softened);
            }
            if (!(loss < lowest)) {
                break;
            }
            best = next;
            lowest = loss;
        }
        return best;
    }

    private double[] newtonStep(double[] margins, double[] softened) {
        double ga = 0;
        double gb = 0;
        double haa = RIDGE;
        double hab = 0;
        double hbb = RIDGE;
        for (int i = 0; i < margins.length; i++) {
            double p = probability(margins[i]);
            double error = p - softened[i];
            double weight = p * (1 - p);
            ga += error * margins[i];
            gb += error;
            haa += weight * margins[i] * margins[i];
            hab += weight * margins[i];
            hbb += weight;
        }
        double determinant = haa * hbb - hab * hab;
        return new double[] {(hbb * ga - hab * gb) / determinant, (haa * gb - hab * ga) / determinant};
    }

    /** The log-loss, written so that it neither overflows nor takes the logarithm of 0. */
    private double loss(double[] margins, double[] softened) {
        double loss = 0;
        for (int i = 0; i < margins.length; i++) {
            double z = slope * margins[i] + intercept;
            loss += Math.max(z, 0) - z * softened[i] + Math.log1p(Math.exp(-Math.abs(z)));
        }
        return loss;
    }

    private static double[] softened(double[] target) {
        double ones = Arrays.stream(target).sum();
        double one = (ones + 1) / (ones + 2);
        double zero = 1 / (target.length - ones + 2);
        return Arrays.stream(target).map(value -> value == 1 ? one : zero).toArray();
    }

    /**
     * Out-of-fold probabilities with every fold calibrated on the other folds; empty when that does not lower the
     * log-loss, so that calibration is not worth keeping.
     */
    static Optional<double[][]> crossFitted(OutOfFold outOfFold, double[] target) {
        double[][] calibrated = new double[outOfFold.margins().length][target.length];
        double before = 0;
        double after = 0;
        for (int repeat = 0; repeat < calibrated.length; repeat++) {
            double[] margins = outOfFold.margins()[repeat];
            Folds folds = outOfFold.folds().get(repeat);
            for (int fold = 0; fold < folds.count(); fold++) {
                int[] outside = folds.outside(fold);
                Calibration calibration = fit(pick(margins, outside), pick(target, outside));
                for (int row : folds.inside(fold)) {
                    calibrated[repeat][row] = calibration.probability(margins[row]);
                    before += Objective.LOGISTIC.loss(Objective.LOGISTIC.score(margins[row]), target[row]);
                    after += Objective.LOGISTIC.loss(calibrated[repeat][row], target[row]);
                }
            }
        }
        return after < before ? Optional.of(calibrated) : Optional.empty();
    }

    /** Fitted on the out-of-fold margins of all repeats together. */
    static Calibration fitAll(OutOfFold outOfFold, double[] target) {
        double[][] margins = outOfFold.margins();
        double[] together =
                Arrays.stream(margins).flatMapToDouble(Arrays::stream).toArray();
        double[] targets = new double[together.length];
        for (int repeat = 0; repeat < margins.length; repeat++) {
            System.arraycopy(target, 0, targets, repeat * target.length, target.length);
        }
        return fit(together, targets);
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }
}
