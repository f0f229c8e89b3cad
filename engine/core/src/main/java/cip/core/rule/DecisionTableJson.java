package cip.core.rule;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A decision table as JSON: {@code {"name":"care","label":"Care level","hitPolicy":"FIRST","inputs":["churn_risk","region"],
 * "outputs":[{"name":"level","label":"Level","values":["high","low"],"ifNoneHolds":"low"}],
 * "rows":[{"when":[">=0.6","\"West\",\"South\""],"then":["high"]}]}}. Tests are written as {@link UnaryTests}.
 */
public final class DecisionTableJson {
    private static final Set<String> KEYS =
            Set.of("name", "label", "hitPolicy", "aggregation", "inputs", "outputs", "rows");

    private DecisionTableJson() {}

    /**
     * Reads the shape; whether terms and values fit is for {@link DecisionTable#require}.
     *
     * @throws EngineException INVALID_STRATEGY saying what is no decision table and where
     */
    public static DecisionTable read(JsonNode json) {
        String name = json.path("name").asText();
        try {
            onlyKeys(json, KEYS);
            List<String> inputs = new ArrayList<>();
            list(json, "inputs").forEach(input -> inputs.add(text(input, "input")));
            List<DecisionTable.Output> outputs = new ArrayList<>();
            for (JsonNode output : list(json, "outputs")) {
                onlyKeys(output, Set.of("name", "label", "values", "ifNoneHolds"));
                outputs.add(output(output));
            }
            List<DecisionTable.Row> rows = new ArrayList<>();
            for (JsonNode row : list(json, "rows")) {
                rows.add(row(row, inputs, rows.size() + 1));
            }
            JsonNode aggregation = json.path("aggregation");
            return new DecisionTable(
                    text(json.path("name"), "name"),
                    json.has("label") ? text(json.path("label"), "label") : name,
                    constant(HitPolicy.class, text(json.path("hitPolicy"), "hitPolicy")),
                    aggregation.isMissingNode() || aggregation.isNull()
                            ? null
                            : constant(Aggregation.class, text(aggregation, "aggregation")),
                    inputs,
                    outputs,
                    rows);
        } catch (IllegalArgumentException e) {
            throw new EngineException(ErrorCode.INVALID_STRATEGY, "Decision table " + name + ": " + e.getMessage(), e);
        }
    }

    public static JsonNode write(DecisionTable table) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        ObjectNode json = nodes.objectNode()
                .put("name", table.name())
                .put("label", table.label())
                .put("hitPolicy", table.hitPolicy().name());
        Aggregation aggregation = table.aggregation();
        if (aggregation != null) {
            json.put("aggregation", aggregation.name());
        }
        ArrayNode inputs = json.putArray("inputs");
        table.inputs().forEach(inputs::add);
        ArrayNode outputs = json.putArray("outputs");
        for (DecisionTable.Output output : table.outputs()) {
            ObjectNode node = outputs.addObject().put("name", output.name()).put("label", output.label());
            if (!output.values().isEmpty()) {
                literals(node.putArray("values"), output.values());
            }
            Literal ifNoneHolds = output.ifNoneHolds();
            if (ifNoneHolds != null) {
                node.set("ifNoneHolds", ifNoneHolds.toJson(nodes));
            }
        }
        ArrayNode rows = json.putArray("rows");
        for (DecisionTable.Row row : table.rows()) {
            ObjectNode node = rows.addObject();
            ArrayNode when = node.putArray("when");
            row.when().forEach(test -> when.add(UnaryTests.write(test)));
            literals(node.putArray("then"), row.then());
        }
        return json;
    }

    private static DecisionTable.Output output(JsonNode json) {
        String name = text(json.path("name"), "name of an output");
        List<Literal> values = new ArrayList<>();
        json.path("values").forEach(value -> values.add(literal(value)));
        JsonNode ifNoneHolds = json.path("ifNoneHolds");
        @Nullable Literal otherwise = ifNoneHolds.isMissingNode() || ifNoneHolds.isNull() ? null : literal(ifNoneHolds);
        return new DecisionTable.Output(
                name, json.has("label") ? text(json.path("label"), "label") : name, values, otherwise);
    }

    private static DecisionTable.Row row(JsonNode json, List<String> inputs, int number) {
        onlyKeys(json, Set.of("when", "then"));
        List<JsonNode> cells = list(json, "when");
        if (cells.size() != inputs.size()) {
            throw new IllegalArgumentException(
                    "Row " + number + " has " + cells.size() + " tests for " + inputs.size() + " inputs.");
        }
        List<Condition> when = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            when.add(UnaryTests.parse(text(cells.get(i), "test of row " + number), inputs.get(i)));
        }
        return new DecisionTable.Row(
                when,
                list(json, "then").stream().map(DecisionTableJson::literal).toList());
    }

    private static Literal literal(JsonNode json) {
        if (json.isBoolean()) {
            return new Literal.OfYesNo(json.booleanValue());
        }
        if (json.isNumber()) {
            return new Literal.OfNumber(json.doubleValue());
        }
        return new Literal.OfText(text(json, "output value"));
    }

    private static void literals(ArrayNode list, List<Literal> literals) {
        literals.forEach(literal -> list.add(literal.toJson(JsonNodeFactory.instance)));
    }

    private static List<JsonNode> list(JsonNode json, String key) {
        if (!json.path(key).isArray()) {
            throw new IllegalArgumentException("Expected a list under \"" + key + "\".");
        }
        List<JsonNode> list = new ArrayList<>();
        json.get(key).forEach(list::add);
        return list;
    }

    private static String text(JsonNode json, String what) {
        if (!json.isTextual()) {
            throw new IllegalArgumentException("Expected text for " + what + ", found " + json + ".");
        }
        return json.textValue();
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        if (!names.contains(name)) {
            throw new IllegalArgumentException(
                    "There is no \"" + name + "\", only " + names + "." + Nearest.hint(name, names));
        }
        return Enum.valueOf(type, name);
    }

    private static void onlyKeys(JsonNode json, Set<String> keys) {
        json.fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key)) {
                throw new IllegalArgumentException("The key \"" + key + "\" is unknown, expected only "
                        + new TreeSet<>(keys) + "." + Nearest.hint(key, keys));
            }
        });
    }
}
