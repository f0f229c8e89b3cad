package cip.core.monitor;

import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A reference of numbers, known by evenly spaced quantiles: between two neighbours lies an equal share of the known values.
 *
 * <p>Many customers can share a value, and then the quantiles do not say how many. What is known is that F(q-) <= s <= F(q)
 * for the s-quantile q. So customers who have exactly the value of a quantile are counted on whichever side brings today's
 * distribution nearest to the reference: both distances are lower bounds of the real ones, and equal distributions have none,
 * however many customers share a value. Neighbouring quantiles that are equal make a bin of that one value.
 *
 * @param quantiles of the known values, the smallest and the largest included; empty = all were missing
 */
public record QuantileReference(double missing, List<Double> quantiles, long customers) implements Reference {
    private static final int MOST_BINS = 10;
    private static final int STEPS = 100;

    public QuantileReference {
        quantiles = quantiles.size() == 1 ? List.of(quantiles.get(0), quantiles.get(0)) : List.copyOf(quantiles);
    }

    /** Of values of today, as another set of values is to be compared with them. @param values NaN = missing */
    public static QuantileReference of(double[] values) {
        double[] known = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        List<Double> quantiles = known.length == 0
                ? List.of()
                : IntStream.rangeClosed(0, STEPS)
                        .mapToObj(step -> known[(int) ((long) step * (known.length - 1) / STEPS)])
                        .toList();
        double missing = values.length == 0 ? 0 : (double) (values.length - known.length) / values.length;
        return new QuantileReference(missing, quantiles, values.length);
    }

    @Override
    public Drift compare(FeatureColumn column) {
        if (!(column instanceof NumberColumn numbers)) {
            throw new IllegalArgumentException("Column " + column.name() + " holds texts, expected numbers.");
        }
        TiedRanks ranks = TiedRanks.of(quantiles, numbers.values());
        double nowKnown = column.rows() == 0 ? 0 : (double) ranks.known() / column.rows();
        List<Bin> bins = new ArrayList<>();
        for (Bin bin : bins(ranks)) {
            bins.add(bin.times(1 - missing, nowKnown));
        }
        if (missing > 0 || ranks.known() < column.rows()) {
            bins.add(Bin.missing(missing, 1 - nowKnown));
        }
        if (customers == 0 || column.rows() == 0 || (quantiles.isEmpty() && missing == 0)) {
            return Drift.unknown(column.rows(), customers, bins);
        }
        return Drift.of(column.rows(), customers, bins, ks(ranks), wasserstein(ranks));
    }

    private @Nullable Measure ks(TiedRanks ranks) {
        long referenceKnown = Math.round(customers * (1 - missing));
        if (quantiles.isEmpty() || ranks.known() == 0 || referenceKnown == 0) {
            return null;
        }
        double distance = 0;
        for (int step = 0; step < quantiles.size(); step++) {
            distance = Math.max(distance, Math.abs(ranks.shareUpTo(step) - share(step)));
        }
        return KolmogorovDistance.of(distance, ranks.known(), referenceKnown);
    }

    private @Nullable Measure wasserstein(TiedRanks ranks) {
        long referenceKnown = Math.round(customers * (1 - missing));
        return quantiles.isEmpty() || ranks.known() == 0 || referenceKnown == 0
                ? null
                : WassersteinDistance.of(quantiles, ranks, referenceKnown);
    }

    private double share(int step) {
        return (double) step / (quantiles.size() - 1);
    }

    /** Of the known values. */
    private List<Bin> bins(TiedRanks ranks) {
        if (quantiles.isEmpty()) {
            return List.of(Bin.interval(null, null, 1, ranks.known() == 0 ? 0 : 1));
        }
        List<Cut> cuts = cuts(ranks);
        List<Bin> bins = new ArrayList<>();
        Cut first = cuts.get(0);
        if (first.isValue()) {
            bins.add(Bin.interval(null, first.value(), 0, first.currentBelow()));
        }
        for (int i = 0; i < cuts.size(); i++) {
            Cut cut = cuts.get(i);
            if (cut.isValue()) {
                bins.add(Bin.value(
                        cut.value(),
                        cut.referenceUpTo() - cut.referenceBelow(),
                        cut.currentUpTo() - cut.currentBelow()));
            }
            if (i + 1 < cuts.size()) {
                bins.add(between(cut, cuts.get(i + 1), i == 0, i + 2 == cuts.size()));
            }
        }
        Cut last = cuts.get(cuts.size() - 1);
        if (last.isValue()) {
            bins.add(Bin.interval(last.value(), null, 0, 1 - last.currentUpTo()));
        }
        return bins;
    }

    /** Open towards an end of the reference that no single value fills. */
    private static Bin between(Cut from, Cut to, boolean first, boolean last) {
        boolean openBelow = first && !from.isValue();
        boolean openAbove = last && !to.isValue();
        return Bin.interval(
                openBelow ? null : Double.valueOf(from.value()),
                openAbove ? null : Double.valueOf(to.value()),
                to.referenceBelow() - from.referenceUpTo(),
                (openAbove ? 1 : to.currentBelow()) - (openBelow ? 0 : from.currentUpTo()));
    }

    /** A value between bins, or a bin of its own when it is the value of several quantiles; shares of the known values. */
    private record Cut(
            double value, double referenceBelow, double referenceUpTo, double currentBelow, double currentUpTo) {
        boolean isValue() {
            return referenceUpTo > referenceBelow;
        }
    }

    /** About every tenth of the reference. */
    private List<Cut> cuts(TiedRanks ranks) {
        int steps = quantiles.size() - 1;
        int stride = Math.max(1, steps / MOST_BINS);
        List<Integer> chosen = new ArrayList<>();
        for (int step = 0; step < steps; step += stride) {
            chosen.add(step);
        }
        chosen.add(steps);
        List<Cut> cuts = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= chosen.size(); i++) {
            double value = quantiles.get(chosen.get(start));
            if (i == chosen.size() || quantiles.get(chosen.get(i)) != value) {
                int low = chosen.get(start);
                int high = chosen.get(i - 1);
                cuts.add(new Cut(value, share(low), share(high), ranks.shareUpTo(low), ranks.shareUpTo(high)));
                start = i;
            }
        }
        return cuts;
    }
}
