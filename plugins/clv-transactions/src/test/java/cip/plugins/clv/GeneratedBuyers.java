package cip.plugins.clv;

import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureMatrix;
import cip.spi.ScoreOutput;
import cip.spi.Settings;
import cip.spi.TrainingData;
import cip.spi.TrainingOptions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.Well19937c;

/** Customers who behave exactly as the models say, known for up to two years, watched for a year more. */
record GeneratedBuyers(double[] purchaseDays, double[] recency, double[] tenure, double[] average, double[] later) {
    static final BgNbd TRUTH = new BgNbd(0.8, 9, 0.9, 3);
    static final GammaGamma SPEND = new GammaGamma(6, 4, 60);
    private static final double HORIZON = 365;

    static GeneratedBuyers of(int count, int seed) {
        Well19937c random = new Well19937c(seed);
        GammaDistribution rates = new GammaDistribution(random, TRUTH.r(), 1 / TRUTH.alpha());
        BetaDistribution leaving = new BetaDistribution(random, TRUTH.a(), TRUTH.b());
        GammaDistribution spends = new GammaDistribution(random, SPEND.q(), 1 / SPEND.v());
        ExponentialDistribution waiting = new ExponentialDistribution(random, 1);
        GeneratedBuyers buyers = new GeneratedBuyers(
                new double[count], new double[count], new double[count], new double[count], new double[count]);
        for (int i = 0; i < count; i++) {
            double rate = rates.sample() / 7;
            double leaves = leaving.sample();
            GammaDistribution amounts = new GammaDistribution(random, SPEND.p(), 1 / spends.sample());
            double known = Math.rint(30 + 700 * random.nextDouble());
            double at = 0;
            double last = 0;
            double spent = amounts.sample();
            int days = 1;
            while (true) {
                at += waiting.sample() / rate;
                if (at > known + HORIZON) {
                    break;
                }
                if (at <= known) {
                    last = at;
                    spent += amounts.sample();
                    days++;
                } else {
                    buyers.later[i] += amounts.sample();
                }
                if (random.nextDouble() < leaves) {
                    break;
                }
            }
            buyers.purchaseDays[i] = days;
            buyers.recency[i] = known - Math.rint(last);
            buyers.tenure[i] = known;
            buyers.average[i] = spent / days;
        }
        return buyers;
    }

    TrainingData data() {
        int[] groups = IntStream.range(0, later.length).toArray();
        return new TrainingData(features(), later, groups);
    }

    FeatureMatrix features() {
        return new FeatureMatrix(
                later.length,
                List.of(
                        new NumberColumn("purchase_days", purchaseDays),
                        new NumberColumn("recency_days", recency),
                        new NumberColumn("tenure_days", tenure),
                        new NumberColumn("average_order_value", average),
                        new NumberColumn(
                                "refund_share",
                                Arrays.stream(later).map(x -> 0.1).toArray())));
    }

    /** @param settings names and values in turn */
    static TrainingOptions clv(String... settings) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            values.put(settings[i], settings[i + 1]);
        }
        return new TrainingOptions(
                new ScoreOutput("clv", ScoreOutput.Kind.AMOUNT, "EUR per 12 months"), 7, new Settings(values));
    }
}
