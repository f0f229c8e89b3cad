package cip.core.feature;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads an expression: a text is the name of an attribute or feature, a number is itself, and an object with one key is the
 * operation of that name. A part that cannot be read is replaced by zero after its problem was noted, so that the other parts
 * are checked too.
 */
final class ExpressionReader {
    private static final FeatureExpression UNREADABLE = new Constant(0);

    private final String feature;
    private final List<String> problems;
    private final Map<String, Operation> operations = new TreeMap<>();

    /** Makes one kind of expression from what stands behind its key. */
    private interface Operation {
        FeatureExpression read(JsonNode content, String where);
    }

    ExpressionReader(String feature, List<String> problems) {
        this.feature = feature;
        this.problems = problems;
        operations.put("ratio", (c, w) -> pair(c, w)
                .map(p -> (FeatureExpression) new Ratio(p.get(0), p.get(1)))
                .orElse(UNREADABLE));
        operations.put("difference", (c, w) -> pair(c, w)
                .map(p -> (FeatureExpression) new Difference(p.get(0), p.get(1)))
                .orElse(UNREADABLE));
        operations.put(
                "sum",
                (c, w) -> new Sum(
                        severalOf(c, w).stream().map(of -> new Sum.Term(1, of)).toList()));
        operations.put("weightedSum", this::weightedSum);
        operations.put("product", (c, w) -> new Product(severalOf(c, w)));
        operations.put("naturalLog", (c, w) -> new NaturalLog(read(c, w)));
        operations.put("truncate", (c, w) -> new Truncate(read(c, w)));
        operations.put("minMax", (c, w) -> new MinMax(read(c, w)));
        operations.put("percentile", this::percentile);
        operations.put("aboveQuantile", this::aboveQuantile);
        operations.put("quantileBins", this::quantileBins);
        operations.put("bins", this::bins);
        operations.put("categories", this::categories);
        operations.put("isCategory", this::isCategory);
        operations.put("all", (c, w) -> new Flags(Flags.Quantifier.ALL, severalOf(c, w)));
        operations.put("any", (c, w) -> new Flags(Flags.Quantifier.ANY, severalOf(c, w)));
        operations.put("purchases", this::purchases);
        operations.put("daysSince", (c, w) -> new DaysSince(text(c, w)));
    }

    FeatureExpression read(@Nullable JsonNode json, String where) {
        if (json == null || json.isMissingNode() || json.isNull()) {
            return unreadable(where, "is missing");
        }
        if (json.isTextual()) {
            return new ValueOf(json.asText());
        }
        if (json.isNumber()) {
            return new Constant(number(json, where));
        }
        if (!json.isObject() || json.size() != 1) {
            return unreadable(where, "is " + shortened(json) + ", expected a name, a number or an object with one key");
        }
        String key = json.fieldNames().next();
        Operation operation = operations.get(key);
        if (operation == null) {
            return unreadable(where, "has the unknown operation " + key + ", expected one of " + operations.keySet());
        }
        try {
            return operation.read(json.required(key), where + "." + key);
        } catch (IllegalArgumentException e) {
            return unreadable(where + "." + key, "is refused: " + e.getMessage());
        }
    }

    private FeatureExpression weightedSum(JsonNode content, String where) {
        List<Sum.Term> terms = new ArrayList<>();
        for (JsonNode term : several(content, where)) {
            String place = where + "[" + terms.size() + "]";
            Map<String, JsonNode> parts = parts(term, place, Set.of("weight", "of"), Set.of());
            terms.add(
                    new Sum.Term(number(parts.get("weight"), place + ".weight"), read(parts.get("of"), place + ".of")));
        }
        return new Sum(terms);
    }

    private FeatureExpression percentile(JsonNode content, String where) {
        Map<String, JsonNode> parts = parts(content, where, Set.of("of"), Set.of("within"));
        JsonNode within = parts.get("within");
        return new Percentile(of(parts, where), within == null ? null : read(within, where + ".within"));
    }

    private FeatureExpression aboveQuantile(JsonNode content, String where) {
        Map<String, JsonNode> parts = parts(content, where, Set.of("of", "quantile"), Set.of());
        return new AboveQuantile(of(parts, where), number(parts.get("quantile"), where + ".quantile"));
    }

    private FeatureExpression quantileBins(JsonNode content, String where) {
        Map<String, JsonNode> parts = parts(content, where, Set.of("of", "quantiles", "labels"), Set.of());
        List<Double> quantiles = new ArrayList<>();
        list(parts.get("quantiles"), where + ".quantiles").forEach(q -> quantiles.add(number(q, where + ".quantiles")));
        return new QuantileBins(of(parts, where), quantiles, texts(parts.get("labels"), where + ".labels"));
    }

    private FeatureExpression bins(JsonNode content, String where) {
        Map<String, JsonNode> parts = parts(content, where, Set.of("of", "edges", "labels"), Set.of());
        List<JsonNode> written = list(parts.get("edges"), where + ".edges");
        List<Double> edges = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            JsonNode edge = written.get(i);
            if (edge.isNull() && (i == 0 || i == written.size() - 1)) {
                edges.add(i == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
            } else {
                edges.add(number(edge, where + ".edges[" + i + "]"));
            }
        }
        return new Bins(of(parts, where), edges, texts(parts.get("labels"), where + ".labels"));
    }

    private FeatureExpression categories(JsonNode content, String where) {
        Map<String, JsonNode> parts = parts(content, where, Set.of("of", "map"), Set.of());
        Map<String, String> map = new LinkedHashMap<>();
        JsonNode written = parts.get("map");
        if (written == null || !written.isObject()) {
            unreadable(where + ".map", "is not an object from category to category");
        } else {
            written.properties().forEach(e -> map.put(e.getKey(), text(e.getValue(), where + ".map." + e.getKey())));
        }
        return new Categories(of(parts, where), map);
    }

    private FeatureExpression isCategory(JsonNode content, String where) {
        Map<String, JsonNode> parts = parts(content, where, Set.of("of", "category"), Set.of());
        return new IsCategory(of(parts, where), text(parts.get("category"), where + ".category"));
    }

    private FeatureExpression purchases(JsonNode content, String where) {
        String key = text(content, where);
        Optional<Purchases.Measure> measure = Arrays.stream(Purchases.Measure.values())
                .filter(m -> m.key().equals(key))
                .findFirst();
        List<String> known = Arrays.stream(Purchases.Measure.values())
                .map(Purchases.Measure::key)
                .toList();
        return measure.map(m -> (FeatureExpression) new Purchases(m))
                .orElseGet(() -> unreadable(where, "is " + key + ", expected one of " + known));
    }

    private FeatureExpression of(Map<String, JsonNode> parts, String where) {
        return read(parts.get("of"), where + ".of");
    }

    private Map<String, JsonNode> parts(JsonNode json, String where, Set<String> required, Set<String> optional) {
        Map<String, JsonNode> parts = new TreeMap<>();
        json.properties().forEach(e -> parts.put(e.getKey(), e.getValue()));
        required.stream()
                .sorted()
                .filter(k -> !parts.containsKey(k))
                .forEach(k -> unreadable(where, "has no key " + k));
        parts.keySet().stream()
                .filter(k -> !required.contains(k) && !optional.contains(k))
                .forEach(k -> unreadable(where, "has the unknown key " + k));
        return parts;
    }

    private Optional<List<FeatureExpression>> pair(JsonNode content, String where) {
        List<FeatureExpression> operands = operands(content, where);
        if (operands.size() != 2) {
            unreadable(where, "has " + operands.size() + " operands, expected two");
            return Optional.empty();
        }
        return Optional.of(operands);
    }

    private List<FeatureExpression> severalOf(JsonNode content, String where) {
        several(content, where);
        return operands(content, where);
    }

    private List<JsonNode> several(JsonNode content, String where) {
        List<JsonNode> items = list(content, where);
        if (items.size() < 2) {
            unreadable(where, "has " + items.size() + " operands, expected two or more");
        }
        return items;
    }

    private List<FeatureExpression> operands(JsonNode content, String where) {
        List<FeatureExpression> operands = new ArrayList<>();
        content.forEach(operand -> operands.add(read(operand, where + "[" + operands.size() + "]")));
        return operands;
    }

    private List<JsonNode> list(@Nullable JsonNode json, String where) {
        List<JsonNode> items = new ArrayList<>();
        if (json == null || !json.isArray()) {
            unreadable(where, "is not a list");
        } else {
            json.forEach(items::add);
        }
        return items;
    }

    private List<String> texts(@Nullable JsonNode json, String where) {
        return list(json, where).stream().map(item -> text(item, where)).toList();
    }

    private String text(@Nullable JsonNode json, String where) {
        if (json == null || !json.isTextual() || json.asText().isBlank()) {
            unreadable(where, "is not a text");
            return "";
        }
        return json.asText();
    }

    private double number(@Nullable JsonNode json, String where) {
        if (json == null || !json.isNumber() || !Double.isFinite(json.doubleValue())) {
            unreadable(where, "is not a finite number");
            return 0;
        }
        return json.doubleValue();
    }

    private FeatureExpression unreadable(String where, String what) {
        problems.add(feature + ": " + where + " " + what);
        return UNREADABLE;
    }

    private static String shortened(JsonNode json) {
        String text = json.toString();
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
