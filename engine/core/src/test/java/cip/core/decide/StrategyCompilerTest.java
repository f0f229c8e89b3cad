package cip.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.error.EngineException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class StrategyCompilerTest {
    @Test
    void aStrategyWrittenAndReadAgainHasTheSameHash() {
        Strategy strategy = StrategyJson.read(SmallStrategy.document());

        assertThat(StrategyJson.read(StrategyJson.write(strategy)).hash()).isEqualTo(strategy.hash());
    }

    @Test
    void theOrderOfMembersDoesNotChangeTheHash() {
        ObjectNode document = (ObjectNode) SmallStrategy.document();
        JsonNode holdout = document.remove("holdout");
        ObjectNode reordered = document.objectNode();
        reordered.set("holdout", holdout);
        reordered.setAll(document);

        assertThat(StrategyJson.read(reordered).hash())
                .isEqualTo(StrategyJson.read(SmallStrategy.document()).hash());
    }

    @Test
    void anyChangeOfAThresholdChangesTheHash() {
        ObjectNode document = (ObjectNode) SmallStrategy.document();
        ((ObjectNode) document.at("/segments/segments/0/when")).put("value", 500.01);

        assertThat(StrategyJson.read(document).hash())
                .isNotEqualTo(StrategyJson.read(SmallStrategy.document()).hash());
    }

    @Test
    void everyProblemIsNamedAtOnce() {
        ObjectNode document = (ObjectNode) SmallStrategy.document();
        ((ObjectNode) document.at("/segments/segments/0/when")).put("term", "clvv");
        ((ObjectNode) document.at("/actions/actions/1")).put("channel", "FAX");
        ((ObjectNode) document.at("/engagement/rules/2")).put("action", "flyer");
        ((ObjectNode) document.at("/actions")).put("fallback", "win_back");

        assertThatThrownBy(() -> SmallStrategy.compile(document))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("clvv")
                .hasMessageContaining("the channel FAX")
                .hasMessageContaining("the action flyer")
                .hasMessageContaining("brochure has no engagement rule")
                .hasMessageContaining("fallback action win_back is on a channel that needs consent");
    }

    @Test
    void theTextsOfAFeatureAreThoseItsDeclarationCanResultIn() {
        ObjectNode document = (ObjectNode) SmallStrategy.document();
        ((ArrayNode) document.at("/features/features"))
                .add(
                        SmallStrategy.json(
                                """
                {"name": "age_group", "label": "Age group", "type": "TEXT", "description": "Stage of life.",
                 "expression": {"bins": {"of": "age", "edges": [14, 30, null], "labels": ["Young", "Grown"]}}}"""));
        ((ObjectNode) document.at("/segments/segments/0"))
                .set(
                        "when",
                        SmallStrategy.json(
                                "{\"term\": \"age_group\", \"operator\": \"EQUALS\", \"value\": \"Yuong\"}"));

        assertThatThrownBy(() -> SmallStrategy.compile(document)).hasMessageContaining("Yuong");

        ((ObjectNode) document.at("/segments/segments/0/when")).put("value", "Young");
        Decider decider = SmallStrategy.compile(document);
        assertThat(decider.vocabulary().term("age_group").orElseThrow().values())
                .containsExactly("Young", "Grown");
    }

    @Test
    void aMissingMemberIsNamed() {
        ObjectNode document = (ObjectNode) SmallStrategy.document();
        ((ObjectNode) document.at("/actions/actions/0")).remove("cost");

        assertThatThrownBy(() -> StrategyJson.read(document))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("part actions")
                .hasMessageContaining("cost");
    }
}
