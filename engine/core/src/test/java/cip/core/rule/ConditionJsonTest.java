package cip.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionJsonTest {
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void everyConditionReadsBackAsItself() throws JsonProcessingException {
        long seed = 20260301;
        GeneratedConditions generated = new GeneratedConditions(seed);
        for (int i = 0; i < 5_000; i++) {
            Condition condition = generated.next();
            String text = json.writeValueAsString(ConditionJson.write(condition));
            assertThat(ConditionJson.read(json.readTree(text)))
                    .as("seed %s, condition %s: %s", seed, i, text)
                    .isEqualTo(condition);
        }
    }

    @Test
    void everyKindOfConditionIsRead() throws JsonProcessingException {
        String text =
                """
                {"all":[
                  {"term":"churn_risk","operator":"AT_LEAST","value":0.6},
                  {"any":[
                    {"term":"region","operator":"ONE_OF","value":["West","South"]},
                    {"term":"age","operator":"BETWEEN","value":[18,30]},
                    {"not":{"term":"consent_email","operator":"EQUALS","value":true}}]},
                  {"term":"note","operator":"IS_MISSING"},
                  {"guardrail":"high_value_customer"}]}""";
        Condition condition = read(text);
        assertThat(condition)
                .isEqualTo(Condition.all(
                        Condition.where("churn_risk", Operator.AT_LEAST, 0.6),
                        Condition.any(
                                Condition.where("region", Operator.ONE_OF, List.of("West", "South")),
                                Condition.between("age", 18, 30),
                                Condition.not(Condition.where("consent_email", Operator.EQUALS, true))),
                        Condition.where("note", Operator.IS_MISSING),
                        new Condition.Guardrail("high_value_customer")));
        assertThat(ConditionJson.write(condition))
                .hasToString(json.readTree(text).toString());
    }

    @Test
    void minusZeroIsZero() throws JsonProcessingException {
        assertThat(read("{\"term\":\"a\",\"operator\":\"EQUALS\",\"value\":-0.0}"))
                .isEqualTo(Condition.where("a", Operator.EQUALS, 0));
    }

    @Test
    void everyProblemIsNamedWithItsPlace() {
        assertThatThrownBy(
                        () -> read(
                                """
                        {"all":[
                          {"term":"age","operator":"AT_LEST","value":1},
                          {"any":[{"term":"age","operator":"BETWEEN","value":[1]},5]},
                          {"term":"age","operator":"EQUALS","value":1,"note":"x"},
                          {"all":[],"any":[]}]}"""))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_CONDITION))
                .hasMessageContaining("At /all/0: There is no operator \"AT_LEST\"")
                .hasMessageContaining("\nMaybe AT_LEAST was meant.")
                .hasMessageContaining("At /all/1/any/0: The operator BETWEEN takes two numbers")
                .hasMessageContaining("At /all/1/any/1: Expected a condition")
                .hasMessageContaining("At /all/2: The key \"note\" is unknown here")
                .hasMessageContaining("At /all/3: Expected exactly one of");
    }

    @Test
    void aNumberThatIsNotFiniteIsRefused() {
        assertThatThrownBy(() -> read("{\"term\":\"age\",\"operator\":\"EQUALS\",\"value\":1e999}"))
                .hasMessageContaining("takes one number, text or true/false");
    }

    @Test
    void endlessNestingIsRefusedWithoutFollowingIt() {
        String text = "{\"not\":".repeat(900) + "{\"all\":[]}" + "}".repeat(900);
        assertThatThrownBy(() -> read(text)).hasMessageContaining("deeper than 20 levels");
    }

    @Test
    void tooManyConditionsAreRefusedOnce() {
        String text = "{\"all\":[" + "{\"all\":[]},".repeat(5_000) + "{\"all\":[]}]}";
        assertThatThrownBy(() -> read(text)).hasMessage("At /all/499: There are more than 500 conditions.");
    }

    private Condition read(String text) throws JsonProcessingException {
        JsonNode node = json.readTree(text);
        return ConditionJson.read(node);
    }
}
