package cip.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Decision tables and cases that others published to compare engines of the DMN standard. */
class DecisionTableReferenceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Path> tables() throws IOException {
        Path folder =
                Path.of(System.getProperty("cip.root")).resolveSibling("shared").resolve("data/rules/decision-tables");
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void allSeventeenTablesAreThere() throws IOException {
        int cases = 0;
        for (Path file : tables()) {
            cases += JSON.readTree(Files.readString(file)).get("cases").size();
        }
        assertThat(tables()).hasSize(17);
        assertThat(cases).isEqualTo(51);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theTableGivesThePublishedAnswers(Path file) throws IOException {
        JsonNode published = JSON.readTree(Files.readString(file));
        Vocabulary vocabulary = vocabulary(published.get("inputs"));
        CompiledTable table = CompiledTable.compile(table(published), vocabulary);
        for (JsonNode testCase : published.get("cases")) {
            Rows customer = Rows.of(1);
            for (Term term : vocabulary.terms()) {
                JsonNode value = testCase.get("input").get(term.name());
                if (term.type() == Term.Type.TEXT) {
                    customer.texts(term.name(), value.textValue());
                } else {
                    customer.numbers(
                            term.name(), value.isBoolean() ? (value.booleanValue() ? 1 : 0) : value.doubleValue());
                }
            }
            List<Map<String, Literal>> answer = table.decide(customer.build()).get(0);
            assertThat(asJson(answer, table.table()))
                    .as("case %s", testCase.get("id"))
                    .isEqualTo(testCase.get("expected"));
        }
        assertThat(EngineParity.verify(table.rules(), 1, 500)).isEmpty();
        assertThat(DecisionTableJson.read(DecisionTableJson.write(table.table())))
                .isEqualTo(table.table());
        assertThat(table.table().sentences(vocabulary))
                .hasSizeGreaterThanOrEqualTo(table.table().rows().size());
    }

    private static Vocabulary vocabulary(JsonNode inputs) {
        List<Term> terms = new ArrayList<>();
        for (JsonNode input : inputs) {
            String name = input.get("expression").textValue();
            terms.add(
                    switch (input.get("type").textValue()) {
                        case "number" -> Term.number(name, name, "", Term.Origin.ATTRIBUTE);
                        case "boolean" -> Term.yesNo(name, name, Term.Origin.ATTRIBUTE);
                        default -> Term.text(name, name, texts(input.get("allowed")), Term.Origin.ATTRIBUTE);
                    });
        }
        return new Vocabulary(terms);
    }

    private static DecisionTable table(JsonNode published) {
        List<String> inputs = new ArrayList<>();
        published
                .get("inputs")
                .forEach(input -> inputs.add(input.get("expression").textValue()));
        List<DecisionTable.Output> outputs = new ArrayList<>();
        for (JsonNode output : published.get("outputs")) {
            String name = output.get("name").textValue();
            List<Literal> values = texts(output.get("allowed")).stream()
                    .<Literal>map(Literal.OfText::new)
                    .toList();
            JsonNode otherwise = output.get("default");
            outputs.add(new DecisionTable.Output(name, name, values, otherwise.isNull() ? null : literal(otherwise)));
        }
        List<DecisionTable.Row> rows = new ArrayList<>();
        for (JsonNode rule : published.get("rules")) {
            List<Condition> when = new ArrayList<>();
            for (int i = 0; i < inputs.size(); i++) {
                when.add(UnaryTests.parse(rule.get("when").get(i).textValue(), inputs.get(i)));
            }
            List<Literal> then = new ArrayList<>();
            rule.get("then").forEach(value -> then.add(literal(value)));
            rows.add(new DecisionTable.Row(when, then));
        }
        JsonNode aggregation = published.get("aggregation");
        return new DecisionTable(
                published.get("decision").textValue(),
                published.get("decision").textValue(),
                HitPolicy.valueOf(published.get("hitPolicy").textValue().replace(' ', '_')),
                aggregation.isNull() ? null : Aggregation.valueOf(aggregation.textValue()),
                inputs,
                outputs,
                rows);
    }

    /** One output is its value, several are an object; a policy of many hits or none gives a list. */
    private static JsonNode asJson(List<Map<String, Literal>> answer, DecisionTable table) {
        ArrayNode hits = JsonNodeFactory.instance.arrayNode();
        for (Map<String, Literal> hit : answer) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            hit.forEach((name, value) -> object.set(name, json(value)));
            hits.add(hit.size() == 1 ? object.elements().next() : object);
        }
        boolean many = table.aggregation() == null
                && List.of(HitPolicy.COLLECT, HitPolicy.RULE_ORDER, HitPolicy.OUTPUT_ORDER)
                        .contains(table.hitPolicy());
        return many ? hits : hits.get(0);
    }

    private static JsonNode json(Literal literal) {
        return literal instanceof Literal.OfNumber number
                ? JsonNodeFactory.instance.numberNode(number.value())
                : literal.toJson(JsonNodeFactory.instance);
    }

    private static Literal literal(JsonNode feel) {
        String text = feel.textValue();
        return text.startsWith("\"")
                ? new Literal.OfText(text.substring(1, text.length() - 1))
                : new Literal.OfNumber(Double.parseDouble(text));
    }

    private static List<String> texts(JsonNode allowed) {
        if (allowed.isNull()) {
            return List.of();
        }
        Condition.Comparison list = (Condition.Comparison) UnaryTests.parse(allowed.textValue(), "x");
        return ((Literal.OfTexts) list.value()).values();
    }
}
