package cip.server.reports;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many customers of the base meet a condition, and who they are.
 *
 * @param total customers in the base
 * @param share of the base, 0..1
 * @param clv sum of the value score over those who have one, in its unit
 * @param bySegment in the strategy's order, segments without such customers left out
 * @param sample a few of them
 * @param asOf the instant of the base that was counted
 * @param millis what counting took in the server
 */
public record ConditionCount(
        int customers,
        int total,
        double share,
        double clv,
        List<SegmentCount> bySegment,
        List<SampleCustomer> sample,
        Instant asOf,
        long millis) {

    /** Customers of one segment. */
    public record SegmentCount(String name, String label, int customers) {}

    /**
     * One of the customers counted.
     *
     * @param name {@code null} = unknown
     * @param clv the value score; {@code null} = none
     * @param churnRisk the risk score, 0..1; {@code null} = none
     */
    public record SampleCustomer(String id, @Nullable String name, @Nullable Double clv, @Nullable Double churnRisk) {}
}
