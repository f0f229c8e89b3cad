package cip.server.strategies;

import cip.core.decide.ChallengerShare;
import cip.core.rule.BaseConditions;
import cip.core.rule.EngineParity;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A strategy in words, with how many customers each part touches.
 *
 * @param version publication number
 * @param challenger tried on a share of the customers, who are not counted here; {@code null} = none
 * @param asOf the instant of the base that was counted; {@code null} = no base has been decided yet, so counts are null too
 * @param customers whom it decides for
 */
public record StrategyView(
        String hash,
        String shortHash,
        int version,
        Instant publishedAt,
        String publishedBy,
        @Nullable ChallengerShare challenger,
        @Nullable Instant asOf,
        @Nullable Integer customers,
        List<SegmentView> segments,
        List<ActionView> actions,
        List<TableView> tables,
        ContactPolicyView contact,
        ArbitrationView arbitration,
        List<ChannelView> channels,
        List<GuardrailView> guardrails,
        List<FeatureView> features,
        List<ModelView> models,
        HoldoutView holdout,
        BaseView base) {

    /**
     * @param customers decided into this segment; {@code null} = not counted yet
     * @param clv sum of their value scores; {@code null} = not counted yet
     */
    public record SegmentView(
            String name,
            String label,
            String color,
            String description,
            String sentence,
            JsonNode condition,
            @Nullable Integer customers,
            @Nullable Double share,
            @Nullable Double clv) {}

    /**
     * @param customers who meet the whole engagement rule; {@code null} = not counted yet
     * @param condition eligibility, applicability and suitability together; {@code null} for the fallback
     * @param recommended for whom it is ranked first; {@code null} = not counted yet
     * @param share of the customers for whom it is ranked first, 0..1; {@code null} = not counted yet
     */
    public record ActionView(
            String id,
            String name,
            String description,
            String kind,
            String channel,
            int priority,
            boolean fallback,
            String sentence,
            @Nullable JsonNode condition,
            String propensity,
            String value,
            double cost,
            double lever,
            int validDays,
            @Nullable Integer customers,
            @Nullable Integer recommended,
            @Nullable Double share) {}

    /**
     * A decision table.
     *
     * @param hitPolicy what counts when several rows hold, in words
     * @param table in the form of {@code rules/tables.json}
     * @param sentences one for each row
     * @param otherwise what customers get for whom no row holds; empty = nothing
     * @param customers for each row those it counts for; {@code null} = not counted yet
     * @param none customers for whom no row holds; {@code null} = not counted yet
     */
    public record TableView(
            String name,
            String label,
            String hitPolicy,
            JsonNode table,
            List<String> sentences,
            String otherwise,
            @Nullable List<Integer> customers,
            @Nullable Integer none) {}

    /**
     * How often customers may be contacted.
     *
     * @param exempt names of the actions that no limit holds back and none counts
     */
    public record ContactPolicyView(List<LimitView> limits, List<String> exempt) {}

    /**
     * A contact limit.
     *
     * @param sentence the limit in words
     * @param customers who have reached it as of the base; {@code null} = not counted yet
     */
    public record LimitView(String id, String sentence, @Nullable Integer customers) {}

    /** @param sentence how actions are ranked */
    public record ArbitrationView(String sentence) {}

    /** @param consent the attribute that must be yes; empty = the customer comes to us */
    public record ChannelView(String id, String label, String consent, double weight) {}

    /** @param sentence what the operator wrote about it */
    public record GuardrailView(String name, String file, String sentence) {}

    /** @param sentence how it is computed */
    public record FeatureView(String name, String label, String unit, String description, String sentence) {}

    /** @param hash SHA-256 of the PMML bytes */
    public record ModelView(String name, String label, String kind, String unit, String version, String hash) {}

    /** @param share of the base, 0..1 */
    public record HoldoutView(double share) {}

    /**
     * How conditions are decided.
     *
     * @param decidedBy COLUMNS, or DROOLS after it disagreed with the columns, or with the tests that decide single customers
     * @param comparedCustomers generated customers on whom all were compared when the strategy was compiled
     * @param difference where they disagreed, in words; {@code null} = nowhere
     */
    public record BaseView(Engine decidedBy, int comparedCustomers, @Nullable String difference) {
        static BaseView of(BaseConditions conditions) {
            Optional<EngineParity.Difference> difference = conditions.difference();
            return new BaseView(
                    difference.isEmpty() ? Engine.COLUMNS : Engine.DROOLS,
                    BaseConditions.COMPARED_CUSTOMERS,
                    difference.map(EngineParity.Difference::toString).orElse(null));
        }
    }

    /** What decides conditions over the whole base. */
    public enum Engine {
        COLUMNS,
        DROOLS
    }
}
