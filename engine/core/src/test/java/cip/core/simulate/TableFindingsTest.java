package cip.core.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cip.core.decide.CustomerBase;
import cip.core.decide.Decider;
import cip.core.decide.SmallStrategy;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What authors of decision tables hardly mean is said, with how it is known. */
class TableFindingsTest {
    private static final Decider LIVE = SmallStrategy.decider();
    private static final CustomerBase BASE = SmallBase.of(LIVE);

    @Test
    void aRowThatNeverCountsIsProvenOrSeenInTheBase() {
        List<Finding> found = of(
                "FIRST",
                ",\"ifNoneHolds\":\"low\"",
                "[\">=0.5\",\"-\"],[\"-\",\"\\\"West\\\"\"],[\">0.7\",\"\\\"West\\\"\"],[\"<0.5\",\"\\\"West\\\",\\\"North\\\"\"]");
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.SHADOWED);
            assertThat(finding.place()).isEqualTo("tables/care/rows/2");
            assertThat(finding.basis()).isEqualTo(Finding.Basis.PROVEN);
        });
        assertThat(of("FIRST", ",\"ifNoneHolds\":\"low\"", "[\">=0.05\",\"-\"],[\"-\",\"-\"],[\"<=0.01\",\"-\"]"))
                .extracting(Finding::kind, Finding::basis)
                .contains(tuple(Finding.Kind.SHADOWED, Finding.Basis.PROVEN));
        assertThat(of("FIRST", ",\"ifNoneHolds\":\"low\"", "[\"<=0.86\",\"-\"],[\">0.05\",\"\\\"Mars\\\"\"]"))
                .extracting(Finding::kind, Finding::basis)
                .containsExactly(tuple(Finding.Kind.NOBODY, Finding.Basis.BASE));
    }

    @Test
    void rowsThatAskTheSameAndRowsThatNobodyCanMeetAreNamed() {
        List<Finding> found = of(
                "FIRST",
                ",\"ifNoneHolds\":\"low\"",
                "[\">=0.5\",\"-\"],[\"[0.5..1]\",\"-\"],[\"(0.5..0.5]\",\"-\"],[\"-\",\"\\\"West\\\"\"]");
        assertThat(found)
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder(Finding.Kind.DUPLICATE, Finding.Kind.CONTRADICTION);
        assertThat(found.get(0).others()).containsExactly("tables/care/rows/0");
    }

    @Test
    void customersWhomNoRowFitsAreCountedWithSuchACustomer() {
        List<Finding> found = of("FIRST", "", "[\">=0.5\",\"-\"],[\"<0.3\",\"-\"]");
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.GAP);
            assertThat(finding.customers()).isPositive();
            assertThat(finding.message()).contains("Such a customer has, for example: churn_risk 30%");
        });
    }

    @Test
    void whatATableGivesAndNobodyAsksForIsSaid() {
        ObjectNode document = document("FIRST", ",\"ifNoneHolds\":\"low\"", "[\">=0.5\",\"-\"]");
        ((ObjectNode) document.at("/segments/segments/1"))
                .set("when", SmallStrategy.document().at("/segments/segments/1/when"));
        assertThat(of(document))
                .extracting(Finding::kind, Finding::place)
                .containsExactly(tuple(Finding.Kind.UNUSED_OUTPUT, "tables/care/outputs/0"));
    }

    /** @param when the tests of the rows, separated by commas */
    private static List<Finding> of(String policy, String otherwise, String when) {
        return of(document(policy, otherwise, when));
    }

    private static List<Finding> of(JsonNode document) {
        Strategy strategy = StrategyJson.read(document);
        return Findings.of(strategy, SmallStrategy.SCHEMA, BASE, LIVE.baseConditions(), "clv").stream()
                .filter(finding -> finding.place().startsWith("tables/"))
                .toList();
    }

    private static ObjectNode document(String policy, String otherwise, String when) {
        ObjectNode document = (ObjectNode) SmallStrategy.document();
        String rows = when.replaceAll(
                "\\[(\"(?:[^\"\\\\]|\\\\.)*\",\"(?:[^\"\\\\]|\\\\.)*\")]", "{\"when\":[$1],\"then\":[\"high\"]}");
        document.putArray("tables")
                .add(json("{\"name\":\"care\",\"label\":\"Care\",\"hitPolicy\":\"" + policy
                        + "\",\"inputs\":[\"churn_risk\",\"region\"],\"outputs\":[{\"name\":\"level\",\"label\":\"Level\""
                        + otherwise + "}],\"rows\":[" + rows + "]}"));
        ((ObjectNode) document.at("/segments/segments/1"))
                .set("when", json("{\"term\":\"level\",\"operator\":\"EQUALS\",\"value\":\"high\"}"));
        return document;
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }
}
