package cip.core.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A condition as JSON: {@code {"all":[…]}}, {@code {"any":[…]}}, {@code {"not":…}}, {@code {"guardrail":"name"}} or
 * {@code {"term":"churn_risk","operator":"AT_LEAST","value":0.6}}. What is written reads back as an equal condition.
 */
public final class ConditionJson {
    private ConditionJson() {}

    /**
     * Reads the shape only; whether the terms exist is for {@link ConditionCheck}.
     *
     * @throws cip.core.error.EngineException INVALID_CONDITION naming every place that is not a condition
     */
    public static Condition read(JsonNode json) {
        ConditionReader reader = new ConditionReader();
        Condition condition = reader.read(json, "", 1);
        if (!reader.problems().isEmpty()) {
            throw Problem.asException(reader.problems());
        }
        return condition;
    }

    /** Every place of the JSON that is not a condition; empty = it can be read. */
    public static List<Problem> problems(JsonNode json) {
        ConditionReader reader = new ConditionReader();
        reader.read(json, "", 1);
        return reader.problems();
    }

    /** Equal conditions give equal JSON, keys in the order shown above. */
    public static JsonNode write(Condition condition) {
        return condition.accept(new Writer());
    }

    private static final class Writer implements Condition.Visitor<JsonNode> {
        private final JsonNodeFactory nodes = JsonNodeFactory.instance;

        @Override
        public JsonNode all(Condition.All group) {
            return nodes.objectNode().set("all", list(group.children()));
        }

        @Override
        public JsonNode any(Condition.Any group) {
            return nodes.objectNode().set("any", list(group.children()));
        }

        @Override
        public JsonNode not(Condition.Not negation) {
            return nodes.objectNode().set("not", negation.condition().accept(this));
        }

        @Override
        public JsonNode guardrail(Condition.Guardrail guardrail) {
            return nodes.objectNode().put("guardrail", guardrail.name());
        }

        @Override
        public JsonNode comparison(Condition.Comparison comparison) {
            ObjectNode node = nodes.objectNode()
                    .put("term", comparison.term())
                    .put("operator", comparison.operator().name());
            return comparison.operator().value() == Operator.Value.NONE
                    ? node
                    : node.set("value", comparison.value().toJson(nodes));
        }

        private ArrayNode list(List<Condition> conditions) {
            ArrayNode list = nodes.arrayNode();
            conditions.forEach(condition -> list.add(condition.<JsonNode>accept(this)));
            return list;
        }
    }
}
