package cip.core.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads one condition from JSON and collects every problem with its place instead of stopping at the first. */
final class ConditionReader {
    private static final Set<String> KINDS = new TreeSet<>(Set.of("all", "any", "not", "guardrail", "term"));
    private static final Set<String> COMPARISON = Set.of("term", "operator", "value");
    /** Most values of a list; more is an attribute that is missing, not a condition. */
    private static final int MAX_VALUES = 1_000;

    private static final Condition UNREADABLE = Condition.everyone();

    private final List<Problem> problems = new ArrayList<>();
    private int read;

    List<Problem> problems() {
        return problems;
    }

    Condition read(JsonNode json, String path, int depth) {
        if (depth > Condition.MAX_DEPTH) {
            return refuse(path, "Conditions are nested deeper than " + Condition.MAX_DEPTH + " levels.");
        }
        if (++read > Condition.MAX_CONDITIONS) {
            return read == Condition.MAX_CONDITIONS + 1
                    ? refuse(path, "There are more than " + Condition.MAX_CONDITIONS + " conditions.")
                    : UNREADABLE;
        }
        if (!json.isObject()) {
            return refuse(path, "Expected a condition, an object with one of " + KINDS + ", found " + kind(json) + ".");
        }
        List<String> kinds = KINDS.stream().filter(json::has).toList();
        if (kinds.size() != 1) {
            return refuse(path, "Expected exactly one of " + KINDS + ", found " + kinds + ".");
        }
        String kind = kinds.get(0);
        boolean known = onlyKnownKeys(json, kind.equals("term") ? COMPARISON : Set.of(kind), path);
        JsonNode inside = json.get(kind);
        return switch (kind) {
            case "all" -> new Condition.All(list(inside, path + "/all", depth));
            case "any" -> new Condition.Any(list(inside, path + "/any", depth));
            case "not" -> new Condition.Not(read(inside, path + "/not", depth + 1));
            case "guardrail" -> guardrail(inside, path);
            default -> known ? comparison(json, path) : UNREADABLE;
        };
    }

    private List<Condition> list(JsonNode json, String path, int depth) {
        if (!json.isArray()) {
            refuse(path, "Expected a list of conditions, found " + kind(json) + ".");
            return List.of();
        }
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < json.size() && read <= Condition.MAX_CONDITIONS; i++) {
            conditions.add(read(json.get(i), path + "/" + i, depth + 1));
        }
        return conditions;
    }

    private Condition guardrail(JsonNode name, String path) {
        return name.isTextual()
                ? new Condition.Guardrail(name.textValue())
                : refuse(path, "Expected the name of a guardrail, found " + kind(name) + ".");
    }

    private Condition comparison(JsonNode json, String path) {
        JsonNode term = json.get("term");
        JsonNode operatorName = json.path("operator");
        if (!term.isTextual()) {
            return refuse(path, "Expected the name of a term, found " + kind(term) + ".");
        }
        if (!operatorName.isTextual()) {
            return refuse(path, "Expected an operator, found " + kind(operatorName) + ".");
        }
        List<String> names = List.of(Operator.values()).stream().map(Enum::name).toList();
        if (!names.contains(operatorName.textValue())) {
            return refuse(
                    path,
                    "There is no operator \"" + operatorName.textValue() + "\"; known are " + names + "."
                            + Nearest.hint(operatorName.textValue(), names));
        }
        Operator operator = Operator.valueOf(operatorName.textValue());
        Literal value = literal(json.path("value"), operator, path);
        if (value == null) {
            return UNREADABLE;
        }
        return new Condition.Comparison(term.textValue(), operator, value);
    }

    private @Nullable Literal literal(JsonNode json, Operator operator, String path) {
        Literal literal = literal(json, operator.value() == Operator.Value.RANGE);
        if (literal == null || !literal.fits(operator.value())) {
            refuse(
                    path,
                    "The operator " + operator + " takes " + operator.value().expectation() + ", found " + kind(json)
                            + ".");
            return null;
        }
        return literal;
    }

    private static @Nullable Literal literal(JsonNode json, boolean range) {
        if (json.isMissingNode() || json.isNull()) {
            return new Literal.Nothing();
        }
        if (json.isBoolean()) {
            return new Literal.OfYesNo(json.booleanValue());
        }
        if (json.isTextual()) {
            return new Literal.OfText(json.textValue());
        }
        if (isFinite(json)) {
            return new Literal.OfNumber(json.doubleValue());
        }
        return json.isArray() ? list(json, range) : null;
    }

    private static @Nullable Literal list(JsonNode json, boolean range) {
        List<JsonNode> values = new ArrayList<>();
        json.forEach(values::add);
        if (values.isEmpty() || values.size() > MAX_VALUES) {
            return null;
        }
        if (range) {
            return values.size() == 2 && values.stream().allMatch(ConditionReader::isFinite)
                    ? new Literal.Range(
                            values.get(0).doubleValue(), values.get(1).doubleValue())
                    : null;
        }
        if (values.stream().allMatch(JsonNode::isTextual)) {
            return new Literal.OfTexts(values.stream().map(JsonNode::textValue).toList());
        }
        return values.stream().allMatch(ConditionReader::isFinite)
                ? new Literal.OfNumbers(
                        values.stream().map(JsonNode::doubleValue).toList())
                : null;
    }

    private static boolean isFinite(JsonNode json) {
        return json.isNumber() && Double.isFinite(json.doubleValue());
    }

    private boolean onlyKnownKeys(JsonNode json, Set<String> keys, String path) {
        List<String> unknown = new ArrayList<>();
        json.fieldNames().forEachRemaining(name -> {
            if (!keys.contains(name)) {
                unknown.add(name);
            }
        });
        unknown.forEach(name ->
                refuse(path, "The key \"" + name + "\" is unknown here, expected only " + new TreeSet<>(keys) + "."));
        return unknown.isEmpty();
    }

    private Condition refuse(String path, String message) {
        problems.add(new Problem(path, message));
        return UNREADABLE;
    }

    private static String kind(JsonNode json) {
        return switch (json.getNodeType()) {
            case MISSING -> "nothing";
            case NULL -> "null";
            case ARRAY -> "a list of " + json.size();
            case OBJECT -> "an object";
            case STRING -> "a text";
            case BOOLEAN -> "true/false";
            default ->
                "the number "
                        + (json.asText().length() > 40 ? "of " + json.asText().length() + " digits" : json.asText());
        };
    }
}
