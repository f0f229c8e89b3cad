package cip.plugins.clv;

import cip.spi.TrainingProgress;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.special.Gamma;

/**
 * Gamma-Gamma: what a purchase of a customer comes to varies by a gamma distribution of shape p, whose rate differs between
 * customers by another one (shape q, rate v). Independent of how often they purchase.
 *
 * <p>Fader, Hardie: The Gamma-Gamma Model of Monetary Value (2013), equations 1a and 5. q is kept above 1: below, the mean
 * over all customers would be infinite.
 */
record GammaGamma(double p, double q, double v) {
    static GammaGamma of(LogParameters found) {
        return new GammaGamma(found.parameter(0), 1 + found.parameter(1), found.parameter(2));
    }

    /**
     * @param purchases that each mean is of, at least 1
     * @param means above 0
     */
    static LogParameters fit(double[] purchases, double[] means, TrainingProgress progress) {
        Map<Double, Map<Double, Integer>> byPurchases = new TreeMap<>();
        double sum = 0;
        for (int i = 0; i < means.length; i++) {
            byPurchases.computeIfAbsent(purchases[i], count -> new TreeMap<>()).merge(means[i], 1, Integer::sum);
            sum += means[i] / means.length;
        }
        return LogParameters.greatest(
                new FitSteps(progress, "fitting what a purchase comes to"),
                logs -> new GammaGamma(Math.exp(logs[0]), 1 + Math.exp(logs[1]), Math.exp(logs[2]))
                        .logLikelihood(byPurchases),
                1,
                1,
                Math.log(sum));
    }

    private double logLikelihood(Map<Double, Map<Double, Integer>> byPurchases) {
        double sum = 0;
        for (Map.Entry<Double, Map<Double, Integer>> same : byPurchases.entrySet()) {
            double n = same.getKey();
            double shared = Gamma.logGamma(p * n + q)
                    - Gamma.logGamma(p * n)
                    - Gamma.logGamma(q)
                    + q * Math.log(v)
                    + p * n * Math.log(n);
            for (Map.Entry<Double, Integer> mean : same.getValue().entrySet()) {
                double m = mean.getKey();
                sum += mean.getValue() * (shared + (p * n - 1) * Math.log(m) - (p * n + q) * Math.log(v + n * m));
            }
        }
        return sum;
    }

    /** What a purchase of this customer comes to on average: between their own mean and everybody's. */
    double expected(double purchases, double mean) {
        return p * (v + purchases * mean) / (p * purchases + q - 1);
    }
}
