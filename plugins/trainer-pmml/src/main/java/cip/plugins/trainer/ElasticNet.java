package cip.plugins.trainer;

/**
 * Least squares with a penalty on the coefficients, by cyclic coordinate descent on the covariances: minimises
 * {@code 1/2 Σ w (y - a - xb)² / Σ w + l1 Σ |b| + l2/2 Σ b²} (Friedman, Hastie and Tibshirani 2010, section 2,
 * doi:10.18637/jss.v033.i01). The intercept a is free. Logistic regression solves it again and again around its last
 * probabilities (section 3), halving a step that does not lower the loss.
 */
final class ElasticNet {
    private static final int MOST_SWEEPS = 10_000;
    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 30;
    private static final double CONVERGED = 1e-12;
    private static final double LEAST_WEIGHT = 1e-9;

    private final double[][] columns;
    private final double l1;
    private final double l2;

    /** @param columns by column, then row, of about equal spread */
    ElasticNet(double[][] columns, double l1, double l2) {
        this.columns = columns;
        this.l1 = l1;
        this.l2 = l2;
    }

    /** @param coefficients by column */
    record Line(double intercept, double[] coefficients) {
        double at(double[][] columns, int row) {
            double sum = intercept;
            for (int c = 0; c < coefficients.length; c++) {
                sum += coefficients[c] * columns[c][row];
            }
            return sum;
        }
    }

    Line squared(double[] target, double[] weights) {
        return descend(target, weights, new double[columns.length]);
    }

    /** @param target 0 or 1 */
    Line logistic(double[] target, double[] weights, Steps steps) {
        double all = 0;
        double ones = 0;
        for (int i = 0; i < target.length; i++) {
            all += weights[i];
            ones += weights[i] * target[i];
        }
        double share = Math.min(Math.max(ones / all, 1e-6), 1 - 1e-6);
        Line best = new Line(Math.log(share / (1 - share)), new double[columns.length]);
        double lowest = logisticLoss(best, target, weights, all);
        for (int step = 0; step < MOST_STEPS; step++) {
            steps.goOn();
            Line full = newtonStep(best, target, weights);
            Line next = full;
            double loss = logisticLoss(next, target, weights, all);
            for (int half = 0; half < MOST_HALVINGS && !(loss < lowest); half++) {
                next = between(best, next);
                loss = logisticLoss(next, target, weights, all);
            }
            if (!(loss < lowest)) {
                break;
            }
            boolean settled = lowest - loss < CONVERGED * Math.max(lowest, 1e-3);
            best = next;
            lowest = loss;
            if (settled) {
                break;
            }
        }
        return best;
    }

    private Line newtonStep(Line at, double[] target, double[] weights) {
        double[] working = new double[target.length];
        double[] curvature = new double[target.length];
        double all = 0;
        double curved = 0;
        for (int i = 0; i < target.length; i++) {
            double margin = at.at(columns, i);
            double p = Objective.LOGISTIC.score(margin);
            double variance = Math.max(p * (1 - p), LEAST_WEIGHT);
            working[i] = margin + (target[i] - p) / variance;
            curvature[i] = weights[i] * variance;
            all += weights[i];
            curved += curvature[i];
        }
        double scale = all / curved;
        return new ElasticNet(columns, l1 * scale, l2 * scale)
                .descend(working, curvature, at.coefficients().clone());
    }

    private static Line between(Line one, Line other) {
        double[] middle = new double[one.coefficients().length];
        for (int c = 0; c < middle.length; c++) {
            middle[c] = (one.coefficients()[c] + other.coefficients()[c]) / 2;
        }
        return new Line((one.intercept() + other.intercept()) / 2, middle);
    }

    private double logisticLoss(Line line, double[] target, double[] weights, double all) {
        double loss = 0;
        for (int i = 0; i < target.length; i++) {
            double z = line.at(columns, i);
            loss += weights[i] * (Math.max(z, 0) - z * target[i] + Math.log1p(Math.exp(-Math.abs(z))));
        }
        loss /= all;
        for (double b : line.coefficients()) {
            loss += l1 * Math.abs(b) + l2 * b * b / 2;
        }
        return loss;
    }

    private Line descend(double[] target, double[] weights, double[] start) {
        int p = columns.length;
        double all = 0;
        double mean = 0;
        for (int i = 0; i < target.length; i++) {
            all += weights[i];
            mean += weights[i] * target[i];
        }
        mean /= all;
        double[] means = new double[p];
        for (int c = 0; c < p; c++) {
            means[c] = weightedMean(columns[c], weights, all);
        }
        double[][] gram = gram(weights, means, all);
        double[] gradient = new double[p];
        for (int c = 0; c < p; c++) {
            double sum = 0;
            for (int i = 0; i < target.length; i++) {
                sum += weights[i] * (columns[c][i] - means[c]) * (target[i] - mean);
            }
            gradient[c] = sum / all;
        }
        double[] b = start;
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            double largest = 0;
            for (int c = 0; c < p; c++) {
                double rest = gradient[c];
                for (int d = 0; d < p; d++) {
                    rest -= d == c ? 0 : gram[c][d] * b[d];
                }
                double curvature = gram[c][c] + l2;
                double next = curvature <= 1e-14 ? 0 : soft(rest) / curvature;
                largest = Math.max(largest, Math.abs(next - b[c]) * Math.sqrt(Math.max(gram[c][c], 1e-14)));
                b[c] = next;
            }
            if (largest < CONVERGED) {
                break;
            }
        }
        double intercept = mean;
        for (int c = 0; c < p; c++) {
            intercept -= b[c] * means[c];
        }
        return new Line(intercept, b);
    }

    private double[][] gram(double[] weights, double[] means, double all) {
        int p = columns.length;
        double[][] gram = new double[p][p];
        for (int c = 0; c < p; c++) {
            for (int d = 0; d <= c; d++) {
                double sum = 0;
                for (int i = 0; i < weights.length; i++) {
                    sum += weights[i] * (columns[c][i] - means[c]) * (columns[d][i] - means[d]);
                }
                gram[c][d] = sum / all;
                gram[d][c] = gram[c][d];
            }
        }
        return gram;
    }

    private double soft(double value) {
        return Math.signum(value) * Math.max(Math.abs(value) - l1, 0) + 0.0;
    }

    private static double weightedMean(double[] column, double[] weights, double all) {
        double sum = 0;
        for (int i = 0; i < column.length; i++) {
            sum += weights[i] * column[i];
        }
        return sum / all;
    }
}
