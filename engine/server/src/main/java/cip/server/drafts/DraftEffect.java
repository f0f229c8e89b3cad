package cip.server.drafts;

import cip.core.decide.StrategyProblem;
import cip.core.simulate.Reach;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a draft would reach in the decided base, by the scores it holds; ranking and consent are left to a simulation.
 *
 * @param asOf the instant of the base
 * @param customers in the base
 * @param problems as long as there are some, nothing is counted
 * @param scoring models of the draft that have not scored the base: as long as there are some, nothing is counted either
 * @param segments in the draft's order; {@code null} = not counted
 * @param actions those with an engagement rule, in its order; {@code null} = not counted
 * @param tables in the draft's order; {@code null} = not counted
 * @param limits of contacts, in the draft's order; {@code null} = not counted
 */
public record DraftEffect(
        Instant asOf,
        int customers,
        List<StrategyProblem> problems,
        List<ModelScoring> scoring,
        @Nullable List<SegmentEffect> segments,
        @Nullable List<ActionEffect> actions,
        @Nullable List<TableEffect> tables,
        @Nullable List<LimitEffect> limits) {
    /** Of a draft that cannot be counted. */
    static DraftEffect notCounted(AskedDrafts.Asked asked) {
        return new DraftEffect(
                asked.decided().asOf(),
                asked.decided().size(),
                asked.checked().problems(),
                asked.seen().scoring(),
                null,
                null,
                null,
                null);
    }

    /**
     * @param sentence its condition in words
     * @param matching customers who meet the condition
     * @param reached of those, who no segment above takes; of the last resort also everybody whom none matches
     * @param live customers it reaches as it is live; {@code null} = it is not there
     * @param value sum of the value score over those reached, in its unit
     * @param takenBy who meets the condition and goes to a segment above
     */
    public record SegmentEffect(
            String id,
            String sentence,
            int matching,
            int reached,
            @Nullable Integer live,
            double value,
            List<Taken> takenBy) {}

    /** Customers whom a segment above takes. */
    public record Taken(String segment, int customers) {}

    /**
     * @param sentence all three stages in words
     * @param eligible customers who pass the first stage
     * @param applicable of those, who pass the second
     * @param suitable of those, who pass the third
     * @param live customers who pass all three as it is live; {@code null} = it is not there
     */
    public record ActionEffect(
            String id, String sentence, int eligible, int applicable, int suitable, @Nullable Integer live) {}

    /**
     * A contact limit.
     *
     * @param sentence the limit in words
     * @param customers who have reached it: it keeps an action that it is about from them today
     * @param live customers who have reached it as it is live; {@code null} = it is not there
     */
    public record LimitEffect(String id, String sentence, int customers, @Nullable Integer live) {}

    /**
     * @param rows for each row the customers it counts for
     * @param matched for each row the customers its tests hold for
     * @param none customers for whom no row holds
     */
    public record TableEffect(String name, List<Integer> rows, List<Integer> matched, int none) {
        static TableEffect of(Reach.OfTable table) {
            return new TableEffect(table.name(), table.counting(), table.matching(), table.none());
        }
    }
}
