package cip.core.feature;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a stored distribution is of.
 *
 * @param within a text expression: one distribution for each of its values; {@code null} = one for all customers
 */
public record Reference(FeatureExpression of, @Nullable FeatureExpression within) {
    public static Reference of(FeatureExpression expression) {
        return new Reference(expression, null);
    }

    public Optional<FeatureExpression> grouping() {
        return Optional.ofNullable(within);
    }

    ObjectNode json(Function<String, JsonNode> named) {
        ObjectNode json = FeatureJson.object();
        json.set("of", of.json(named));
        grouping().ifPresent(g -> json.set("within", g.json(named)));
        return json;
    }
}
