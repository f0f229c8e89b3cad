package cip.plugins.trainer;

import cip.spi.FeatureMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Linear or logistic regression with an elastic-net penalty. Terms are standardised before they are penalised, and so is an
 * amount, so that the strengths mean the same for every unit.
 *
 * @param l1 drives coefficients to exactly 0
 * @param l2 makes coefficients of features that say the same similar and small
 * @param logarithm numbers of which ln(1 + max(x, 0)) is read
 */
record LinearMethod(Objective objective, double l1, double l2, List<String> logarithm) implements Method {
    LinearMethod {
        logarithm = List.copyOf(logarithm);
    }

    LinearMethod withStrengths(double newL1, double newL2) {
        return new LinearMethod(objective, newL1, newL2, logarithm);
    }

    @Override
    public double cost() {
        return objective == Objective.LOGISTIC ? 200 : 30;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("l1", Double.toString(l1), "l2", Double.toString(l2), "logarithm", String.join(",", logarithm));
    }

    @Override
    public List<Option> options() {
        double strength = Math.max(l1 + l2, 1e-3);
        return List.of(
                new Option("hardly any penalty", withStrengths(0, 1e-6)),
                new Option("L1 only", withStrengths(strength, 1e-6)),
                new Option("L2 only", withStrengths(0, strength)),
                new Option("L1 and L2 × 10", withStrengths(5 * strength, 5 * strength)));
    }

    @Override
    public List<Method> grid() {
        double share = l1 + l2 == 0 ? 0.5 : l1 / (l1 + l2);
        return DoubleStream.of(0.3, 0.1, 0.03, 0.01, 0.003, 0.001, 0.0001)
                .<Method>mapToObj(strength -> withStrengths(share * strength, (1 - share) * strength))
                .toList();
    }

    @Override
    public Learner over(FeatureMatrix features, double[] target, double[] weights) {
        LinearDesign design = LinearDesign.of(features, logarithm);
        return (rows, steps) ->
                fit(design, rows, steps, LearningRows.pick(target, rows), LearningRows.pick(weights, rows));
    }

    private LinearFit fit(LinearDesign design, int[] rows, Steps steps, double[] target, double[] weights) {
        Standard[] standards = new Standard[design.terms().size()];
        double[][] columns = new double[standards.length][];
        for (int term = 0; term < standards.length; term++) {
            double[] values = LearningRows.pick(design.values()[term], rows);
            standards[term] = Standard.of(values);
            columns[term] = standards[term].of(values, 0);
        }
        ElasticNet net = new ElasticNet(columns, l1, l2);
        if (objective == Objective.LOGISTIC) {
            return unscaled(design, net.logistic(target, weights, steps), standards, new Standard(0, 1));
        }
        Standard amounts = Standard.of(target);
        return unscaled(design, net.squared(amounts.of(target, 0), weights), standards, amounts);
    }

    /** @param spread standard deviation; 0 = all the same */
    private record Standard(double mean, double spread) {
        static Standard of(double[] values) {
            double[] known =
                    Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
            double mean = Arrays.stream(known).average().orElse(0);
            double squares = Arrays.stream(known)
                    .map(value -> (value - mean) * (value - mean))
                    .sum();
            double spread = Math.sqrt(squares / Math.max(1, values.length));
            return new Standard(mean, spread > 1e-12 * Math.max(1, Math.abs(mean)) ? spread : 0);
        }

        double[] of(double[] values, double missing) {
            return Arrays.stream(values)
                    .map(value -> Double.isNaN(value) || spread == 0 ? missing : (value - mean) / spread)
                    .toArray();
        }
    }

    private static LinearFit unscaled(
            LinearDesign design, ElasticNet.Line line, Standard[] standards, Standard amounts) {
        double[] coefficients = new double[standards.length];
        double intercept = amounts.mean() + amounts.spread() * line.intercept();
        for (int term = 0; term < coefficients.length; term++) {
            Standard standard = standards[term];
            coefficients[term] =
                    standard.spread() == 0 ? 0 : amounts.spread() * line.coefficients()[term] / standard.spread();
            intercept -= coefficients[term] * standard.mean();
        }
        double[] means = Arrays.stream(standards).mapToDouble(Standard::mean).toArray();
        return new LinearFit(design, intercept, coefficients, means);
    }
}
