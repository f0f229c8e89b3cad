package cip.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.spi.FeatureMatrix;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionTableTest {
    private static final Vocabulary VOCABULARY = GeneratedConditions.VOCABULARY;
    private static final String CARE =
            """
            {"name":"care","label":"Care level","hitPolicy":"%s",
             "inputs":["churn_risk","region","consent_email"],
             "outputs":[{"name":"level","label":"Care level","values":["high","normal"],"ifNoneHolds":"normal"},
                        {"name":"calls","label":"Calls a year","ifNoneHolds":0}],
             "rows":[{"when":[">=0.6","\\"West\\",\\"South\\"","-"],"then":["high",4]},
                     {"when":["[0.3..0.7)","-","true"],"then":["normal",2]}]}""";

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void rowsReadAsSentences() throws JsonProcessingException {
        assertThat(care("FIRST").sentences(VOCABULARY))
                .containsExactly(
                        "When churn risk is at least 60% and region is one of West, South,"
                                + " then care level is high and calls a year is 4.",
                        "When churn risk is at least 30% and churn risk is below 70% and e-mail consent is yes,"
                                + " then care level is normal and calls a year is 2.",
                        "When no row holds, then care level is normal and calls a year is 0.");
    }

    @Test
    void jsonReadsBackAsTheSameTable() throws JsonProcessingException {
        DecisionTable table = care("FIRST");
        assertThat(DecisionTableJson.write(table))
                .hasToString(json.readTree(CARE.formatted("FIRST")).toString());
        assertThat(DecisionTableJson.read(DecisionTableJson.write(table))).isEqualTo(table);
    }

    @Test
    void twoRowsOfAUniqueTableAreAnErrorThatNamesThem() throws JsonProcessingException {
        FeatureMatrix both = Rows.of(1)
                .numbers("churn_risk", 0.65)
                .texts("region", "West")
                .numbers("consent_email", 1)
                .build();
        CompiledTable unique = CompiledTable.compile(care("UNIQUE"), VOCABULARY);
        assertThatThrownBy(() -> unique.decide(both))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_STRATEGY))
                .hasMessageStartingWith("In the decision table care rows 1, 2 hold for the same customer, of which only"
                        + " one may under hit policy UNIQUE.\nMaybe");
        CompiledTable any = CompiledTable.compile(care("ANY"), VOCABULARY);
        assertThatThrownBy(() -> any.decide(both))
                .hasMessageContaining("rows 1, 2")
                .hasMessageContaining("must agree");
        assertThat(CompiledTable.compile(care("FIRST"), VOCABULARY).decide(both))
                .containsExactly(
                        List.of(Map.of("level", new Literal.OfText("high"), "calls", new Literal.OfNumber(4))));
    }

    @Test
    void aMissingValuePassesNoTestButTheEmptyOne() throws JsonProcessingException {
        FeatureMatrix unknown = Rows.of(1).withAll(VOCABULARY);
        assertThat(CompiledTable.compile(care("UNIQUE"), VOCABULARY).decide(unknown))
                .containsExactly(
                        List.of(Map.of("level", new Literal.OfText("normal"), "calls", new Literal.OfNumber(0))));
    }

    @Test
    void droolsAndColumnsAgreeOnItsRows() throws JsonProcessingException {
        CompiledTable table = CompiledTable.compile(care("FIRST"), VOCABULARY);
        assertThat(EngineParity.verify(table.rules(), 1, 2_000)).isEmpty();
    }

    @Test
    void everyProblemIsNamedByRow() throws JsonProcessingException {
        DecisionTable table = table(
                """
                {"name":"care","hitPolicy":"PRIORITY","aggregation":"SUM","inputs":["churn_rsk","region"],
                 "outputs":[{"name":"level"},{"name":"more","values":["a"]}],
                 "rows":[{"when":["-",">3"],"then":["x","b"]},{"when":["-","\\"Wset\\""],"then":["x"]}]}""");
        assertThatThrownBy(() -> table.require(VOCABULARY))
                .hasMessageContaining(
                        "Decision table care: There is no term \"churn_rsk\".\nMaybe churn_risk was meant.")
                .hasMessageContaining("Only a COLLECT table with one output can be aggregated by SUM.")
                .hasMessageContaining("Row 1: The term region is a text and cannot be compared by GREATER_THAN")
                .hasMessageContaining("Row 1: The output more cannot be b, only [a].")
                .hasMessageContaining("Row 2: It has 2 tests and 1 values for 2 inputs and 2 outputs.");
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertThatThrownBy(() ->
                        table("{\"name\":\"t\",\"hitPolicy\":\"FRIST\",\"inputs\":[],\"outputs\":[],\"rows\":[]}"))
                .hasMessageStartingWith("Decision table t: There is no \"FRIST\"")
                .hasMessageEndingWith("Maybe FIRST was meant.");
        for (String cell :
                List.of("", "18", "> ", "not(5)", "\"open", "[1..", "5;6", "x", "date(\"2020\")", "1,", "[30..18]")) {
            String text =
                    "{\"name\":\"t\",\"hitPolicy\":\"FIRST\",\"inputs\":[\"region\"],\"outputs\":[{\"name\":\"o\"}],"
                            + "\"rows\":[{\"when\":[" + json.valueToTree(cell) + "],\"then\":[1]}]}";
            assertThatThrownBy(() -> CompiledTable.compile(table(text), VOCABULARY))
                    .as(cell)
                    .isInstanceOf(EngineException.class)
                    .hasMessageStartingWith("Decision table t: ");
        }
    }

    @Test
    void cellsReadBackAsThemselves() {
        for (String cell : List.of(
                "-",
                ">=18",
                "<0.5",
                "5",
                "[18..30]",
                "(18..30]",
                "[18..30)",
                ">5,<2,3",
                "\"a\"",
                "\"a\\\"b\\\\\",\"c\"",
                "true",
                "false")) {
            Condition condition = UnaryTests.parse(cell, "x");
            assertThat(UnaryTests.write(condition)).isEqualTo(cell);
            assertThat(UnaryTests.parse(UnaryTests.write(condition), "x")).isEqualTo(condition);
        }
        assertThat(UnaryTests.parse(" \"a\" , \"b\" ", "x"))
                .isEqualTo(Condition.where("x", Operator.ONE_OF, List.of("a", "b")));
    }

    private DecisionTable care(String hitPolicy) throws JsonProcessingException {
        return table(CARE.formatted(hitPolicy));
    }

    private DecisionTable table(String text) throws JsonProcessingException {
        return DecisionTableJson.read(json.readTree(text));
    }
}
