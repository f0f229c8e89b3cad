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
 * @param verdict the graver of both distances
 */
public record Drift(
        long customers,
        long referenceCustomers,
        List<Bin> bins,
        @Nullable Measure psi,
        @Nullable Measure ks,
        Verdict verdict) {
    public Drift {
        bins = List.copyOf(bins);
    }

    /** There was nothing to compare with. */
    static Drift unknown(long customers, long referenceCustomers, List<Bin> bins) {
        return new Drift(customers, referenceCustomers, bins, null, null, Verdict.NOT_ENOUGH_DATA);
    }

    static Drift of(long customers, long referenceCustomers, List<Bin> bins, @Nullable Measure ks) {
        Measure psi = StabilityIndex.of(bins, customers, referenceCustomers);
        if (Math.min(customers, referenceCustomers) < Verdict.FEWEST_CUSTOMERS) {
            return new Drift(
                    customers,
                    referenceCustomers,
                    bins,
                    psi.withoutVerdict(),
                    ks == null ? null : ks.withoutVerdict(),
                    Verdict.NOT_ENOUGH_DATA);
        }
        Verdict verdict = ks == null ? psi.verdict() : psi.verdict().orWorse(ks.verdict());
        return new Drift(customers, referenceCustomers, bins, psi, ks, verdict);
    }
}
