package cip.server.samples;

import java.util.Locale;

/**
 * How good a forecast of the sample can be at best: the known truth measured against what then happened. The area under the
 * ROC curve is exact to about one in {@value #BINS}.
 */
public final class SampleCeilings {
    private static final int BINS = 20_000;

    private final long[] churned = new long[BINS + 1];
    private final long[] stayed = new long[BINS + 1];
    private long count;
    private double probabilities;
    private double brier;
    private double expected;
    private double spent;
    private double spentSquared;
    private double missed;

    public void add(SampleTruth truth) {
        double probability = truth.churnProbability();
        int bin = (int) (probability * BINS);
        (truth.churned() ? churned : stayed)[bin]++;
        double off = probability - (truth.churned() ? 1 : 0);
        count++;
        probabilities += probability;
        brier += off * off;
        expected += truth.clv();
        spent += truth.spend();
        spentSquared += truth.spend() * truth.spend();
        missed += (truth.spend() - truth.clv()) * (truth.spend() - truth.clv());
    }

    /** The share of customers who purchased nothing in the 12 months after the cut. */
    public double churnRate() {
        return (double) sum(churned) / count;
    }

    public double meanChurnProbability() {
        return probabilities / count;
    }

    public double brier() {
        return brier / count;
    }

    /** Of the true probability against who then churned. */
    public double churnAuc() {
        double pairs = 0;
        long stayedBelow = 0;
        for (int bin = 0; bin <= BINS; bin++) {
            pairs += churned[bin] * (stayedBelow + stayed[bin] / 2.0);
            stayedBelow += stayed[bin];
        }
        return pairs / ((double) sum(churned) * sum(stayed));
    }

    /** The best F1 that any threshold on the true probability reaches. */
    public double churnBestF1() {
        double best = 0;
        long hits = 0;
        long flagged = 0;
        long all = sum(churned);
        for (int bin = BINS; bin >= 0; bin--) {
            hits += churned[bin];
            flagged += churned[bin] + stayed[bin];
            best = Math.max(best, flagged == 0 ? 0 : 2.0 * hits / (flagged + all));
        }
        return best;
    }

    public double meanClv() {
        return expected / count;
    }

    public double meanSpend() {
        return spent / count;
    }

    /** Of the true CLV against what was then spent. */
    public double clvR2() {
        return 1 - missed / (spentSquared - spent * spent / count);
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long one : counts) {
            sum += one;
        }
        return sum;
    }

    /** Some lines for a console. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "churn: realised %.4f, mean true probability %.4f; best possible AUC %.4f, F1 %.4f, Brier score %.4f%n"
                        + "12-month spend: realised mean %.2f EUR, mean true CLV %.2f EUR; best possible R2 %.4f%n",
                churnRate(),
                meanChurnProbability(),
                churnAuc(),
                churnBestF1(),
                brier(),
                meanSpend(),
                meanClv(),
                clvR2());
    }
}
