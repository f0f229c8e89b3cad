package cip.plugins.clv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.special.Gamma;

/**
 * Who purchased how often and until when, customers with the same history together, the most frequent last.
 *
 * @param repeats purchases after the first, ascending
 * @param last weeks from the first purchase to the last
 * @param known weeks from the first purchase to the cut
 * @param customers how many have this history
 */
record RepeatPurchases(double[] repeats, double[] last, double[] known, int[] customers) {
    private record History(double repeats, double last, double known) implements Comparable<History> {
        @Override
        public int compareTo(History other) {
            int byRepeats = Double.compare(repeats, other.repeats);
            int byLast = byRepeats != 0 ? byRepeats : Double.compare(last, other.last);
            return byLast != 0 ? byLast : Double.compare(known, other.known);
        }
    }

    /** Row by row, in any order. */
    static RepeatPurchases of(double[] repeats, double[] last, double[] known) {
        Map<History, Integer> counts = new TreeMap<>();
        for (int i = 0; i < repeats.length; i++) {
            counts.merge(new History(repeats[i], last[i], known[i]), 1, Integer::sum);
        }
        List<History> histories = new ArrayList<>(counts.keySet());
        return new RepeatPurchases(
                histories.stream().mapToDouble(History::repeats).toArray(),
                histories.stream().mapToDouble(History::last).toArray(),
                histories.stream().mapToDouble(History::known).toArray(),
                histories.stream().mapToInt(counts::get).toArray());
    }

    /** Log-likelihood of BG/NBD (Fader, Hardie, Lee 2005, equation 6), summed over the customers. */
    double logLikelihood(BgNbd model) {
        double sum = 0;
        double x = Double.NaN;
        double shared = 0;
        for (int i = 0; i < repeats.length; i++) {
            if (repeats[i] != x) {
                x = repeats[i];
                shared = Gamma.logGamma(model.r() + x)
                        - Gamma.logGamma(model.r())
                        + model.r() * Math.log(model.alpha())
                        + rise(model.b(), x)
                        - rise(model.a() + model.b(), x);
            }
            double alive = -(model.r() + x) * Math.log(model.alpha() + known[i]);
            double either = alive;
            if (x > 0) {
                double gone =
                        Math.log(model.a() / (model.b() + x - 1)) - (model.r() + x) * Math.log(model.alpha() + last[i]);
                either = Math.max(alive, gone) + Math.log1p(Math.exp(-Math.abs(alive - gone)));
            }
            sum += customers[i] * (shared + either);
        }
        return sum;
    }

    /** ln Γ(y + x) - ln Γ(y); as a sum of logarithms for whole x, because for great y the difference of the two is noise. */
    private static double rise(double y, double x) {
        if (x > 400 || x != Math.rint(x)) {
            return Gamma.logGamma(y + x) - Gamma.logGamma(y);
        }
        double sum = 0;
        for (int k = 0; k < x; k++) {
            sum += Math.log(y + k);
        }
        return sum;
    }

    /** How many customers there are. */
    long count() {
        long count = 0;
        for (int each : customers) {
            count += each;
        }
        return count;
    }
}
