package cip.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.customer.CustomerRecord;
import cip.core.rule.DecisionTableJson;
import cip.core.rule.GeneratedTables;
import cip.core.rule.Term;
import cip.core.rule.Vocabulary;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Decision tables as a part of a strategy. */
class StrategyTablesTest {
    private static final DecisionContext CONTEXT = new DecisionContext(SmallStrategy.AS_OF);
    private static final String CARE =
            """
            {"name":"care","label":"Care level","hitPolicy":"FIRST","inputs":["churn_risk","region"],
             "outputs":[{"name":"care_level","label":"Level of care","values":["high","some","low"],"ifNoneHolds":"low"},
                        {"name":"care_calls","label":"Calls a year","ifNoneHolds":0}],
             "rows":[{"when":[">=0.6","\\"West\\",\\"South\\""],"then":["high",4]},
                     {"when":[">=0.3","-"],"then":["some",1]}]}""";

    @Test
    void aStrategyWithoutTablesIsWrittenAndHashedAsBefore() {
        JsonNode document = SmallStrategy.document();
        assertThat(StrategyJson.write(StrategyJson.read(document)).has("tables"))
                .isFalse();
        ((ObjectNode) document).putArray("tables");
        assertThat(StrategyJson.read(document).hash())
                .isEqualTo(StrategyJson.read(SmallStrategy.document()).hash());
        assertThat(StrategyJson.read(withCare(CARE)).hash())
                .isNotEqualTo(StrategyJson.read(document).hash());
        Strategy read = StrategyJson.read(withCare(CARE));
        assertThat(StrategyJson.read(StrategyJson.write(read))).isEqualTo(read);
    }

    @Test
    void segmentsAndActionsSpeakOfWhatATableGives() {
        Decider decider = SmallStrategy.compile(withCare(CARE));
        Vocabulary words = decider.vocabulary();
        assertThat(words.term("care_level")).hasValueSatisfying(term -> {
            assertThat(term.origin()).isEqualTo(Term.Origin.TABLE);
            assertThat(term.values()).containsExactly("high", "some", "low");
        });
        assertThat(words.term("care_calls"))
                .hasValueSatisfying(term -> assertThat(term.type()).isEqualTo(Term.Type.NUMBER));
        assertThat(decide(decider, 30, "West").segment().id()).isEqualTo("leaving");
        assertThat(decide(decider, 30, "North").segment().id()).isEqualTo("quiet");
    }

    @Test
    void theReasonsSayWhichRowGaveTheValue() {
        Decider decider = SmallStrategy.compile(withCare(CARE));
        Decision west = decide(decider, 30, "West");
        Decision.Reasons reasons = west.why().orElseThrow();
        assertThat(reasons.tables()).singleElement().satisfies(table -> {
            assertThat(table.rows()).containsExactly(0);
            assertThat(table.why())
                    .isEqualTo(
                            "Row 1 of Care level holds: churn_risk is at least 60% (70%), Region is one of West, South"
                                    + " (West)");
            assertThat(table.outputs())
                    .containsExactly(
                            new TableTrace.Output("care_level", "Level of care", "high"),
                            new TableTrace.Output("care_calls", "Calls a year", "4"));
            assertThat(table.lines()).hasSize(2);
        });
        assertThat(reasons.segments().get(1).trace().lines()).singleElement().satisfies(line -> {
            assertThat(line.text()).isEqualTo("Level of care is high");
            assertThat(line.because()).startsWith("Row 1 of Care level holds: ");
        });
        assertThat(decide(decider, 80, "West")
                        .why()
                        .orElseThrow()
                        .tables()
                        .get(0)
                        .why())
                .isEqualTo("No row of Care level holds");
        assertThat(DecisionJson.write(west).at("/trace/tables/0/rows/0").asInt())
                .isEqualTo(1);
        assertThat(DecisionJson.write(west)
                        .at("/trace/segments/1/conditions/0/because")
                        .asText())
                .startsWith("Row 1 of Care level");
    }

    @Test
    void oneCustomerAloneIsDecidedAsAmongOthersUnderGeneratedTables() {
        for (long seed = 1; seed <= 5; seed++) {
            Decider decider = SmallStrategy.compile(withTables(generated(seed)));
            assertThat(decider.baseConditions().difference()).isEmpty();
            List<CustomerRecord> customers = SmallStrategy.customers(60, seed);
            List<Decision> together = decider.decideWithReasons(customers, CONTEXT);
            for (int i = 0; i < customers.size(); i++) {
                assertThat(decider.decideWithReasons(List.of(customers.get(i)), CONTEXT))
                        .containsExactly(together.get(i));
            }
        }
    }

    @Test
    void everyProblemOfATableHasItsPlace() {
        JsonNode document = withTables(
                List.of(
                        """
                {"name":"care","label":"Care","hitPolicy":"RULE_ORDER","inputs":["churn_rsk","region"],
                 "outputs":[{"name":"age","label":"Age"},{"name":"level","label":"Level","values":["a"],"ifNoneHolds":"b"}],
                 "rows":[{"when":["-",">3"],"then":["x","a"]},{"when":["-","-"],"then":[1,"c"]}]}""",
                        """
                {"name":"care","label":"Care","hitPolicy":"FIRST","inputs":[],"outputs":[{"name":"level","label":"Level"}],
                 "rows":[]}"""));
        assertThat(problems(document))
                .contains(
                        "tables/care/inputs/0",
                        "tables/care/outputs/0",
                        "tables/care/outputs/1",
                        "tables/care/rows/0/when/1",
                        "tables/care/rows/1/then/0",
                        "tables/care/rows/1/then/1",
                        "tables/care/hitPolicy",
                        "tables/care");
    }

    @Test
    void rowsOfAUniqueTableThatMeetAreNamedWithACustomer() {
        JsonNode document = withCare(CARE.replace("FIRST", "UNIQUE"));
        Strategy strategy = StrategyJson.read(document);
        assertThat(StrategyProblems.of(strategy, SmallStrategy.SCHEMA, Set.of()))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.place()).isEqualTo("tables/care/rows/1");
                    assertThat(problem.message())
                            .startsWith(
                                    "Decision table Care level: Row 2: Row 1 and this one hold for the same customer,"
                                            + " of which only one may under hit policy UNIQUE: churn_risk 60%, Region West.");
                });
        assertThatThrownBy(() -> SmallStrategy.compile(document)).hasMessageContaining("Row 1 and this one");
        assertThat(problems(withCare(CARE.replace("FIRST", "UNIQUE").replace("\">=0.3\"", "\"<0.6\""))))
                .isEmpty();
    }

    @Test
    void aConditionOnAValueThatNoRowGivesIsAProblem() {
        JsonNode document = withCare(CARE);
        ((ObjectNode) document.at("/segments/segments/1/when")).put("value", "enormous");
        assertThat(problems(document)).containsExactly("segments/leaving/when");
    }

    @Test
    void aTableThatReadsTheSegmentDecidesAfterItAndBeforeActions() {
        Decider decider = SmallStrategy.compile(withTouch(CARE, TOUCH));
        Decision leaving = decide(decider, 30, "West");
        assertThat(leaving.segment().id()).isEqualTo("leaving");
        assertThat(leaving.recommended().get(0).action().id()).isEqualTo("win_back");
        assertThat(leaving.why().orElseThrow().tables())
                .satisfiesExactly(
                        touch -> {
                            assertThat(touch.name()).isEqualTo("touch");
                            assertThat(touch.why())
                                    .isEqualTo("Row 1 of Touch holds: Segment is Leaving, Level of care is high");
                        },
                        care -> assertThat(care.name()).isEqualTo("care"));
        assertThat(decide(decider, 50, "West").recommended().get(0).action().id())
                .isNotEqualTo("win_back");
    }

    @Test
    void oneCustomerAloneIsDecidedAsAmongOthersUnderTablesThatReadTheSegment() {
        Decider decider = SmallStrategy.compile(withTouch(CARE, TOUCH));
        assertThat(decider.baseConditions().difference()).isEmpty();
        List<CustomerRecord> customers = SmallStrategy.customers(200, 7);
        assertThat(decider.difference(customers, CONTEXT)).isEmpty();
        List<Decision> together = decider.decideWithReasons(customers, CONTEXT);
        for (int i = 0; i < customers.size(); i++) {
            assertThat(decider.decideWithReasons(List.of(customers.get(i)), CONTEXT))
                    .containsExactly(together.get(i));
        }
    }

    @Test
    void aSegmentThatAsksForWhatATableMakesOfSegmentsIsRefusedNamingTheWay() {
        JsonNode document = withTouch(CARE, TOUCH);
        ((ObjectNode) document.at("/segments/segments/0"))
                .set("when", SmallStrategy.json("{\"term\":\"touch\",\"operator\":\"EQUALS\",\"value\":\"person\"}"));
        assertThat(StrategyProblems.of(StrategyJson.read(document), SmallStrategy.SCHEMA, Set.of()))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.place()).isEqualTo("segments/valuable/when");
                    assertThat(problem.message())
                            .startsWith("Segment valuable: Touch is known only when the segment is, so no segment can"
                                    + " ask for it: Touch reads the segment.");
                });
    }

    @Test
    void tablesThatWaitForEachOtherAreRefusedNamingAll() {
        JsonNode document = withTouch(
                CARE.replace("[\"churn_risk\",\"region\"]", "[\"churn_risk\",\"touch\"]")
                        .replace("\"\\\"West\\\",\\\"South\\\"\"", "\"-\""),
                TOUCH);
        assertThat(StrategyProblems.of(StrategyJson.read(document), SmallStrategy.SCHEMA, Set.of()))
                .anySatisfy(problem -> {
                    assertThat(problem.place()).isEqualTo("tables");
                    assertThat(problem.message())
                            .startsWith("Decision tables wait for each other: Touch reads Care level reads Touch.");
                });
    }

    private static final String TOUCH =
            """
            {"name":"touch","label":"Touch","hitPolicy":"FIRST","inputs":["segment","care_level"],
             "outputs":[{"name":"touch","label":"Touch","values":["person","letter"]}],
             "rows":[{"when":["\\"leaving\\"","\\"high\\""],"then":["person"]},
                     {"when":["\\"leaving\\",\\"quiet\\"","-"],"then":["letter"]}]}""";

    /** The table that reads what the other one gives, and the segment, stands first; winning back asks for it. */
    private static JsonNode withTouch(String care, String touch) {
        JsonNode document = withTables(List.of(touch, care));
        ((ObjectNode) document.at("/engagement/rules/0"))
                .set(
                        "eligibility",
                        SmallStrategy.json("{\"term\":\"touch\",\"operator\":\"EQUALS\",\"value\":\"person\"}"));
        return document;
    }

    private static List<String> generated(long seed) {
        List<String> tables = new ArrayList<>();
        GeneratedTables generated = new GeneratedTables(seed);
        for (int i = 0; tables.size() < 4; i++) {
            String table = DecisionTableJson.write(generated.next("t" + i))
                    .toString()
                    .replace("\"note\"", "\"region\"")
                    .replace("\"balance\"", "\"income\"");
            Strategy strategy = StrategyJson.read(withTables(List.of(table)));
            if (StrategyProblems.of(strategy, SmallStrategy.SCHEMA, Set.of()).isEmpty()) {
                tables.add(table);
            }
        }
        return tables;
    }

    private static List<String> problems(JsonNode document) {
        return StrategyProblems.of(StrategyJson.read(document), SmallStrategy.SCHEMA, Set.of()).stream()
                .map(StrategyProblem::place)
                .distinct()
                .toList();
    }

    private static Decision decide(Decider decider, double age, String region) {
        CustomerRecord customer = SmallStrategy.customer(
                "c", Map.of("age", age, "region", region, "income", 1000.0, "consent_email", true));
        return decider.decideWithReasons(List.of(customer), CONTEXT).get(0);
    }

    /** The segment of those who leave asks for high care instead of a churn risk. */
    private static JsonNode withCare(String table) {
        JsonNode document = withTables(List.of(table));
        ObjectNode leaving = (ObjectNode) document.at("/segments/segments/1");
        leaving.set("when", SmallStrategy.json("{\"term\":\"care_level\",\"operator\":\"EQUALS\",\"value\":\"high\"}"));
        return document;
    }

    private static JsonNode withTables(List<String> tables) {
        ObjectNode document = (ObjectNode) SmallStrategy.document();
        ArrayNode part = document.putArray("tables");
        tables.forEach(table -> part.add(SmallStrategy.json(table)));
        return document;
    }
}
