package cip.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cip.spi.FeatureMatrix;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionTraceTest {
    private static final Vocabulary VOCABULARY = GeneratedConditions.VOCABULARY;

    @Test
    void everyComparisonIsShownWithWhatTheCustomerHas() {
        FeatureMatrix priya = Rows.of(1)
                .numbers("churn_risk", 0.7312)
                .numbers("clv", 2_884.37)
                .numbers("age", 41)
                .numbers("consent_email", 1)
                .texts("region", "West")
                .withAll(VOCABULARY);
        Condition condition = Condition.all(
                Condition.where("churn_risk", Operator.AT_LEAST, 0.6),
                Condition.where("clv", Operator.AT_LEAST, 1_500),
                Condition.any(
                        Condition.where("age", Operator.LESS_THAN, 30),
                        Condition.where("region", Operator.ONE_OF, List.of("West", "South"))),
                Condition.not(Condition.where("consent_email", Operator.EQUALS, false)),
                Condition.where("balance", Operator.AT_MOST, 100));
        ConditionTrace trace = traces(condition, priya).trace(0, 0);
        assertThat(trace.matched()).isFalse();
        assertThat(trace.lines())
                .extracting(line -> (line.met() ? "✓ " : "✗ ") + "  ".repeat(line.depth()) + line.group() + ": "
                        + line.text() + " · is " + line.actual())
                .containsExactly(
                        "✓ all: Churn risk is at least 60% · is 73%",
                        "✓ all: Lifetime value is at least €1,500 · is €2,884",
                        "✗   any: Age is below 30 years · is 41 years",
                        "✓   any: Region is one of West, South · is West",
                        "✗   not: E-mail consent is no · is yes",
                        "✗ all: Balance is at most €100 · is missing");
        assertThat(trace.lines().get(0))
                .isEqualTo(new ConditionTrace.Line(
                        new AskedLine(new AskedLine.Words(
                                "Churn risk is at least 60%", "churn_risk", "Churn risk", "AT_LEAST", "60%", "all", 0)),
                        "73%",
                        true,
                        ""));
    }

    @Test
    void aLineAsJsonIsWhatItSaysWhateverCharactersAreInIt() throws IOException {
        AskedLine.Words asked =
                new AskedLine.Words("Región is \"n\\o\"}", "region", "Región", "EQUALS", "\t", "all", 2);
        for (String actual : List.of("", "73%", "\"}", "back\\slash", "line\nbreak \u0001", "Zoë 𝄞")) {
            for (String because : List.of("", "Row 3 of \"Care\" holds")) {
                for (boolean met : List.of(true, false)) {
                    ConditionTrace.Line line = new ConditionTrace.Line(new AskedLine(asked), actual, met, because);
                    ObjectNode expected = JsonNodeFactory.instance
                            .objectNode()
                            .put("text", asked.text())
                            .put("term", "region")
                            .put("label", "Región")
                            .put("operator", "EQUALS")
                            .put("value", "\t")
                            .put("actual", actual)
                            .put("met", met)
                            .put("group", "all")
                            .put("depth", 2);
                    if (!because.isEmpty()) {
                        expected.put("because", because);
                    }
                    assertThat(written(line)).isEqualTo("[" + expected + "," + expected + "]");
                }
            }
        }
    }

    private static String written(ConditionTrace.Line line) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            json.writeStartArray();
            line.write(json);
            line.write(json);
            json.writeEndArray();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aRoundedValueNeverSeemsToReachAThresholdItMisses() {
        assertThat(actual("churn_risk", 0.59964, 0.6)).isEqualTo("59.96%");
        assertThat(actual("churn_risk", Math.nextDown(0.6), 0.6)).isEqualTo("59.99999999999999%");
        assertThat(actual("churn_risk", 0.6, 0.6)).isEqualTo("60%");
        assertThat(actual("churn_risk", 0.004, 0.6)).isEqualTo("0.4%");
        assertThat(actual("clv", 1_499.6, 1_500)).isEqualTo("€1,499.60");
        assertThat(actual("clv", 2_884.37, 2_884)).isEqualTo("€2,884.40");
        assertThat(actual("age", 29.999, 30)).isEqualTo("29.999 years");
    }

    @Test
    void theTraceAgreesWithTheColumns() {
        GeneratedConditions generated = new GeneratedConditions(11);
        for (int i = 0; i < 100; i++) {
            Condition condition = generated.next();
            FeatureMatrix customers = BoundaryCustomers.generate(VOCABULARY, List.of(new Rule("r", condition)), i, 20);
            BitSet expected = ConditionColumns.matching(condition, customers);
            ConditionTraces.Rows traces = traces(condition, customers);
            for (int row = 0; row < customers.rows(); row++) {
                ConditionTrace trace = traces.trace(0, row);
                assertThat(trace.matched()).as("%s row %s", condition, row).isEqualTo(expected.get(row));
            }
        }
    }

    @Test
    void manyConditionsTogetherAreTracedAsEachAloneFromScratch() {
        Vocabulary masking = new Vocabulary(VOCABULARY.terms().stream()
                        .map(term ->
                                term.name().equals("region") || term.name().equals("age") ? term.asPersonal() : term)
                        .toList())
                .withoutPersonal();
        for (long seed = 1; seed <= 20; seed++) {
            List<Rule> rules = new GeneratedConditions(seed).rules(30);
            List<Condition> conditions = rules.stream().map(Rule::condition).toList();
            FeatureMatrix customers = BoundaryCustomers.generate(VOCABULARY, rules, seed, 40);
            for (Vocabulary words : List.of(VOCABULARY, masking)) {
                ConditionTraces.Rows traces = ConditionTraces.of(conditions, VOCABULARY)
                        .rows(new CustomerWords(words, customers), Guardrails.none());
                for (int row = 0; row < customers.rows(); row++) {
                    for (int i = 0; i < conditions.size(); i++) {
                        assertThat(traces.trace(i, row))
                                .as("seed %s, row %s, %s", seed, row, conditions.get(i))
                                .isEqualTo(new TraceFromScratch(words, customers, row).of(conditions.get(i)));
                    }
                }
            }
        }
    }

    private static String actual(String term, double value, double threshold) {
        FeatureMatrix customer = Rows.of(1).numbers(term, value).build();
        return traces(Condition.where(term, Operator.AT_LEAST, threshold), customer)
                .trace(0, 0)
                .lines()
                .get(0)
                .actual();
    }

    private static ConditionTraces.Rows traces(Condition condition, FeatureMatrix customers) {
        return ConditionTraces.of(List.of(condition), VOCABULARY)
                .rows(new CustomerWords(VOCABULARY, customers), Guardrails.none());
    }
}
