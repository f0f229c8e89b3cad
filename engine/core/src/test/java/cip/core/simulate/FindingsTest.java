package cip.core.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import cip.core.decide.Decider;
import cip.core.decide.SmallStrategy;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final Decider LIVE = SmallStrategy.decider();

    @Test
    void whatThereWasNoTimeForIsNamed() {
        Decider decider = SmallStrategy.decider();
        ReachCounter counter = new ReachCounter(SmallBase.of(decider), decider.baseConditions(), "clv", 0);
        int[] asked = {0};

        Findings.InTime found = Findings.of(decider.strategy(), SmallStrategy.SCHEMA, counter, () -> ++asked[0] > 2);

        assertThat(found.notExamined())
                .containsExactly("segments/quiet", "engagement/win_back", "engagement/bundle", "engagement/brochure");
    }

    @Test
    void aSegmentWhoseConditionsContradictEachOtherIsFound() {
        List<Finding> found = of(
                document -> when(
                        document,
                        0,
                        """
                {"all": [{"term": "clv", "operator": "AT_LEAST", "value": 500},
                         {"term": "clv", "operator": "LESS_THAN", "value": 400}]}"""));

        assertThat(found).anySatisfy(finding -> assertThat(finding)
                .returns(Finding.Kind.CONTRADICTION, Finding::kind)
                .returns("segments/valuable", Finding::place)
                .returns(Finding.Basis.PROVEN, Finding::basis));
    }

    @Test
    void aSegmentTakenWholeByThoseAboveTogetherIsShadowedForAllCustomersThereCanBe() {
        List<Finding> found = of(document -> {
            when(document, 0, "{\"term\": \"clv\", \"operator\": \"AT_LEAST\", \"value\": 300}");
            when(document, 1, "{\"term\": \"clv\", \"operator\": \"LESS_THAN\", \"value\": 300}");
            insert(document, "rich", "{\"term\": \"clv\", \"operator\": \"IS_PRESENT\"}");
        });

        assertThat(found).anySatisfy(finding -> assertThat(finding)
                .returns(Finding.Kind.SHADOWED, Finding::kind)
                .returns("segments/rich", Finding::place)
                .returns(Finding.Basis.PROVEN, Finding::basis));
    }

    @Test
    void aSegmentThatAsksTheSameInOtherWordsIsADuplicate() {
        List<Finding> found = of(
                document -> insert(
                        document,
                        "rich",
                        """
                {"not": {"any": [{"term": "clv", "operator": "LESS_THAN", "value": 500},
                                 {"term": "clv", "operator": "IS_MISSING"}]}}"""));

        assertThat(found).anySatisfy(finding -> assertThat(finding)
                .returns(Finding.Kind.DUPLICATE, Finding::kind)
                .returns("segments/rich", Finding::place)
                .returns(List.of("segments/valuable"), Finding::others));
    }

    @Test
    void aSegmentThatTakesEverybodyLeavesNothingBelow() {
        List<Finding> found = of(document -> when(document, 1, "{\"all\": []}"));

        assertThat(found).extracting(Finding::kind).contains(Finding.Kind.ALWAYS_TRUE, Finding.Kind.DUPLICATE);
    }

    @Test
    void aGapNamesHowManyFallThroughAndSuchACustomer() {
        List<Finding> found = of(document ->
                when(document, 2, "{\"term\": \"churn_risk\", \"operator\": \"LESS_THAN\", \"value\": 0.5}"));

        Finding gap = found.stream()
                .filter(finding -> finding.kind() == Finding.Kind.GAP)
                .findFirst()
                .orElseThrow();
        assertThat(gap.customers()).isPositive();
        assertThat(gap.message())
                .startsWith(gap.customers() + " customers match no segment")
                .contains("churn_risk");
    }

    @Test
    void anActionForASegmentThatExcludesItIsContradictory() {
        List<Finding> found = of(document -> ((ObjectNode) document.at("/engagement/rules/0"))
                .set("applicability", json("{\"term\": \"clv\", \"operator\": \"AT_LEAST\", \"value\": 600}")));

        assertThat(found).anySatisfy(finding -> assertThat(finding)
                .returns(Finding.Kind.CONTRADICTION, Finding::kind)
                .returns("engagement/win_back", Finding::place));
    }

    @Test
    void aConditionThatTheOthersMakeTrueIsRedundantOnce() {
        List<Finding> found = of(
                document -> when(
                        document,
                        0,
                        """
                {"all": [{"term": "clv", "operator": "AT_LEAST", "value": 500},
                         {"term": "clv", "operator": "AT_LEAST", "value": 400},
                         {"term": "clv", "operator": "AT_LEAST", "value": 500}]}"""));

        assertThat(found)
                .filteredOn(finding -> finding.kind() == Finding.Kind.REDUNDANT)
                .extracting(Finding::place)
                .containsExactlyInAnyOrder("segments/valuable/when/all/1", "segments/valuable/when/all/2");
    }

    @Test
    void segmentsThatNoRuleAsksForAreNamed() {
        assertThat(of(document -> {}))
                .filteredOn(finding -> finding.kind() == Finding.Kind.UNUSED_SEGMENT)
                .extracting(Finding::place)
                .containsExactlyInAnyOrder("segments/valuable", "segments/quiet");
    }

    private static List<Finding> of(Consumer<JsonNode> change) {
        JsonNode document = SmallStrategy.document();
        change.accept(document);
        return Findings.of(
                SmallStrategy.compile(document).strategy(),
                SmallStrategy.SCHEMA,
                SmallBase.of(LIVE),
                LIVE.baseConditions(),
                "clv");
    }

    private static void when(JsonNode document, int segment, String condition) {
        ((ObjectNode) document.at("/segments/segments/" + segment)).set("when", json(condition));
    }

    private static void insert(JsonNode document, String id, String condition) {
        ArrayNode segments = (ArrayNode) document.at("/segments/segments");
        ObjectNode segment = segments.get(0).deepCopy();
        segment.put("id", id).put("label", id).set("when", json(condition));
        segments.insert(2, segment);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
