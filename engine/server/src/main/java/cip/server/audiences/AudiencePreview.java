package cip.server.audiences;

import cip.core.customer.CustomerId;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an export would come to, as of the last run. When the file is written, consent is asked for again.
 *
 * @param customers who would be in the file
 * @param sample the first of them by id
 */
public record AudiencePreview(int customers, Suppressed suppressed, List<SampleCustomer> sample, Instant asOf) {
    private static final int SAMPLE = 20;

    /**
     * One of them.
     *
     * @param name {@code null} = unknown, or not for the caller
     * @param segment its id
     */
    public record SampleCustomer(
            String id,
            @Nullable String name,
            String segment,
            @Nullable Double clv,
            @Nullable Double churnRisk,
            String topAction) {}

    /** Which terms the sample shows. */
    record Shown(String valueScore, String riskScore) {}

    static AudiencePreview of(ExportPlan plan, Shown shown, Function<List<CustomerId>, Map<CustomerId, String>> names) {
        AudienceBase base = plan.base();
        BitSet kept = (BitSet) plan.chosen().clone();
        kept.andNot(base.heldOut());
        int heldOut = plan.chosen().cardinality() - kept.cardinality();
        Optional<double[]> consent =
                plan.channel().flatMap(channel -> channel.consentAttribute()).map(term -> numbers(base, term));
        int before = kept.cardinality();
        consent.ifPresent(answers -> {
            for (int row = kept.nextSetBit(0); row >= 0; row = kept.nextSetBit(row + 1)) {
                kept.set(row, answers[row] == 1);
            }
        });
        Suppressed suppressed = new Suppressed(heldOut, before - kept.cardinality(), 0);
        List<Integer> rows = kept.stream().limit(SAMPLE).boxed().toList();
        Map<CustomerId, String> known = names.apply(rows.stream().map(base::id).toList());
        List<SampleCustomer> sample = rows.stream()
                .map(row -> new SampleCustomer(
                        base.id(row).value(),
                        known.get(base.id(row)),
                        String.valueOf(((TextColumn) base.terms().column(AudienceRows.SEGMENT)).values()[row]),
                        number(base, shown.valueScore(), row),
                        number(base, shown.riskScore(), row),
                        base.topAction(row)))
                .toList();
        return new AudiencePreview(kept.cardinality(), suppressed, sample, base.asOf());
    }

    private static double[] numbers(AudienceBase base, String term) {
        return ((NumberColumn) base.terms().column(term)).values();
    }

    private static @Nullable Double number(AudienceBase base, String term, int row) {
        if (!base.terms().has(term)) {
            return null;
        }
        double value = numbers(base, term)[row];
        return Double.isNaN(value) ? null : value;
    }
}
