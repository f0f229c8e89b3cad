package cip.core.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cip.core.customer.CustomerRecord;
import cip.core.decide.CustomerBase;
import cip.core.decide.Decider;
import cip.core.decide.Decision;
import cip.core.decide.DecisionContext;
import cip.core.decide.EngagementRule;
import cip.core.decide.Outcome;
import cip.core.decide.SmallStrategy;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReachTest {
    private static final DecisionContext CONTEXT = new DecisionContext(SmallStrategy.AS_OF);
    private static final List<CustomerRecord> CUSTOMERS = SmallBase.CUSTOMERS;
    private static final Decider LIVE = SmallStrategy.compile(everybodyAsked(SmallStrategy.document()));
    private static final CustomerBase BASE = SmallBase.of(LIVE);

    @Test
    void whomALiveStrategyReachesIsWhomItDecidedFor() {
        assertReachesAsDecided(LIVE);
    }

    @Test
    void aDraftReachesInTheBaseOfTheLiveStrategyWhomItWouldDecideFor() {
        assertReachesAsDecided(SmallStrategy.compile(leavingFirstFrom(0.4)));
    }

    @Test
    void aDraftWithATableReachesInABaseThatKnowsNoneWhomItWouldDecideFor() {
        JsonNode document = everybodyAsked(SmallStrategy.document());
        ObjectNode table = ((ObjectNode) document).putArray("tables").addObject();
        table.put("name", "care").put("label", "Care").put("hitPolicy", "FIRST");
        table.putArray("inputs").add("churn_risk").add("region");
        table.putArray("outputs").addObject().put("name", "level").put("label", "Level");
        ObjectNode first = table.putArray("rows").addObject();
        first.putArray("when").add("[0.2..0.5)").add("\"West\",\"North\"");
        first.putArray("then").add("high");
        ObjectNode second = ((ArrayNode) table.get("rows")).addObject();
        second.putArray("when").add(">=0.4").add("-");
        second.putArray("then").add("some");
        ObjectNode asked = table.objectNode().put("term", "level").put("operator", "IS_PRESENT");
        ((ObjectNode) document.at("/segments/segments/1")).set("when", asked);

        Decider decider = SmallStrategy.compile(document);
        assertReachesAsDecided(decider);
        Reach.OfTable counts = reach(decider).tables().get(0);
        assertThat(counts.counting().get(0)).isEqualTo(counts.matching().get(0)).isPositive();
        assertThat(counts.counting().get(1))
                .isPositive()
                .isLessThan(counts.matching().get(1));
        assertThat(counts.counting().get(0) + counts.counting().get(1) + counts.none())
                .isEqualTo(CUSTOMERS.size());
    }

    @Test
    void whoMeetsASegmentAndGoesToOneAboveIsCountedThere() {
        Reach reach = reach(LIVE);

        Reach.OfSegment leaving = reach.segments().get(1);
        assertThat(leaving.takenBy()).containsOnlyKeys("valuable");
        assertThat(leaving.reached())
                .isEqualTo(leaving.matching() - leaving.takenBy().getOrDefault("valuable", 0));
        assertThat(reach.segments().stream().mapToInt(Reach.OfSegment::reached).sum())
                .isEqualTo(CUSTOMERS.size());
    }

    @Test
    void theLastResortAlsoTakesThoseWhomNoneMatches() {
        JsonNode document = everybodyAsked(SmallStrategy.document());
        ObjectNode never =
                ((ObjectNode) document).objectNode().put("term", "clv").put("operator", "LESS_THAN");
        ((ObjectNode) document.at("/segments/segments/2")).set("when", never.put("value", -1e9));

        Reach.OfSegment quiet =
                reach(SmallStrategy.compile(document)).segments().get(2);

        assertThat(quiet.matching()).isZero();
        assertThat(quiet.reached()).isEqualTo(reach(LIVE).segments().get(2).reached());
    }

    private static void assertReachesAsDecided(Decider decider) {
        List<Decision> decisions = decider.decide(CUSTOMERS, CONTEXT);

        Reach reach = reach(decider);

        for (Reach.OfSegment segment : reach.segments()) {
            List<Decision> mine = decisions.stream()
                    .filter(decision -> decision.segment().id().equals(segment.id()))
                    .toList();
            assertThat(segment.reached()).as(segment.id()).isEqualTo(mine.size());
            double value = mine.stream()
                    .flatMapToDouble(decision -> SmallBase.score(decision, "clv").number().stream())
                    .sum();
            assertThat(segment.value()).as(segment.id()).isCloseTo(value, within(1e-6));
        }
        for (Reach.OfAction action : reach.actions()) {
            assertThat(List.of(action.eligible(), action.applicable(), action.suitable()))
                    .as(action.id())
                    .isEqualTo(List.of(
                            passed(decisions, action.id(), EngagementRule.Stage.ELIGIBILITY),
                            passed(decisions, action.id(), EngagementRule.Stage.APPLICABILITY),
                            passed(decisions, action.id(), EngagementRule.Stage.SUITABILITY)));
        }
    }

    /** Customers whom neither this stage nor an earlier one turned away. */
    private static int passed(List<Decision> decisions, String action, EngagementRule.Stage stage) {
        return (int) decisions.stream()
                .flatMap(decision -> decision.outcomes().stream())
                .filter(outcome -> outcome.action().id().equals(action))
                .filter(outcome -> !(outcome instanceof Outcome.NotEligible refused)
                        || refused.stage().compareTo(stage) > 0)
                .count();
    }

    private static Reach reach(Decider decider) {
        return Reach.of(decider.strategy(), BASE, LIVE.baseConditions(), "clv");
    }

    /** With the segment of those who leave asked first, from another risk on. */
    private static JsonNode leavingFirstFrom(double risk) {
        JsonNode document = everybodyAsked(SmallStrategy.document());
        ArrayNode segments = (ArrayNode) document.at("/segments/segments");
        ObjectNode leaving = (ObjectNode) segments.remove(1);
        ((ObjectNode) leaving.get("when")).put("value", risk);
        segments.insert(0, leaving);
        return document;
    }

    /** Nobody held out, so that every engagement rule is asked. */
    private static JsonNode everybodyAsked(JsonNode document) {
        ((ObjectNode) document.get("holdout")).put("share", 0);
        return document;
    }
}
