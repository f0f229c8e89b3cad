package cip.core.monitor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the values of today are from a reference.
 *
 * @param customers whose values were compared, those without a value included
 * @param referenceCustomers behind the reference
 * @param bins the shares of both, what both distances are told from; empty = nothing to compare with
 * @param psi population stability index; {@code null} = nothing to compare with
 * @param ks Kolmogorov-Smirnov distance of the known values; {@code null} = categories, or no known values
 * @param wasserstein how far values moved on average, as a share of what two customers of the reference differ by on average;
 *     {@code null} = categories, no known values, or the reference is one value
 * @param verdict the gravest of the distances
 */
public record Drift(
        long customers,
        long referenceCustomers,
        List<Bin> bins,
        @Nullable Measure psi,
        @Nullable Measure ks,
        @Nullable Measure wasserstein,
        Verdict verdict) {
    public Drift {
        bins = List.copyOf(bins);
    }

    /** There was nothing to compare with. */
    static Drift unknown(long customers, long referenceCustomers, List<Bin> bins) {
        return new Drift(customers, referenceCustomers, bins, null, null, null, Verdict.NOT_ENOUGH_DATA);
    }

    static Drift of(
            long customers,
            long referenceCustomers,
            List<Bin> bins,
            @Nullable Measure ks,
            @Nullable Measure wasserstein) {
        Measure psi = StabilityIndex.of(bins, customers, referenceCustomers);
        if (Math.min(customers, referenceCustomers) < Verdict.FEWEST_CUSTOMERS) {
            return new Drift(
                    customers,
                    referenceCustomers,
                    bins,
                    psi.withoutVerdict(),
                    withoutVerdict(ks),
                    withoutVerdict(wasserstein),
                    Verdict.NOT_ENOUGH_DATA);
        }
        Verdict verdict = psi.verdict();
        verdict = ks == null ? verdict : verdict.orWorse(ks.verdict());
        verdict = wasserstein == null ? verdict : verdict.orWorse(wasserstein.verdict());
        return new Drift(customers, referenceCustomers, bins, psi, ks, wasserstein, verdict);
    }

    private static @Nullable Measure withoutVerdict(@Nullable Measure measure) {
        return measure == null ? null : measure.withoutVerdict();
    }
}
