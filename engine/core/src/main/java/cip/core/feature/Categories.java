package cip.core.feature;

import cip.spi.FeatureColumn;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Categories merged or renamed.
 *
 * @param map from a category to its new name, in the order written; a category that is not in it stays as it is
 */
public record Categories(FeatureExpression of, Map<String, String> map) implements FeatureExpression {
    public Categories {
        map = Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    @Override
    public List<FeatureExpression> operands() {
        return List.of(of);
    }

    @Override
    public Optional<FeatureDefinition.Type> type(Declarations declared, List<String> problems) {
        declared.expectText(of, problems);
        return Optional.of(FeatureDefinition.Type.TEXT);
    }

    @Override
    public FeatureColumn compute(Rows rows) {
        @Nullable String[] operand = rows.texts(of);
        @Nullable String[] values = new String[operand.length];
        for (int i = 0; i < values.length; i++) {
            String value = operand[i];
            values[i] = value == null ? null : map.getOrDefault(value, value);
        }
        return Rows.texts(values);
    }

    @Override
    public <T> Optional<T> write(FeatureWriter<T> writer) {
        return of.write(writer).flatMap(text -> writer.categories(text, map));
    }

    @Override
    public String sentence(Declarations declared) {
        return of.term(declared) + " with "
                + map.entrySet().stream()
                        .map(e -> e.getKey() + " counted as " + e.getValue())
                        .collect(Collectors.joining(", "));
    }

    @Override
    public List<String> values(Declarations declared) {
        return of.values(declared).stream()
                .map(v -> map.getOrDefault(v, v))
                .distinct()
                .toList();
    }

    @Override
    public JsonNode json(Function<String, JsonNode> named) {
        ObjectNode json = FeatureJson.object();
        json.set("of", of.json(named));
        map.forEach(json.putObject("map")::put);
        return FeatureJson.operation("categories", json);
    }
}
