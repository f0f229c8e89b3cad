package cip.core.feature;

import cip.spi.FeatureColumn;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The value of an attribute or of another feature. */
public record ValueOf(String name) implements FeatureExpression {
    @Override
    public List<FeatureExpression> operands() {
        return List.of();
    }

    @Override
    public Optional<FeatureDefinition.Type> type(Declarations declared, List<String> problems) {
        Optional<FeatureDefinition.Type> type = declared.type(name);
        if (type.isEmpty()) {
            problems.add(
                    declared.isDate(name)
                            ? name + " is a date; only daysSince reads dates"
                            : "there is no fact, consent or feature " + name);
        }
        return type;
    }

    @Override
    public FeatureColumn compute(Rows rows) {
        return rows.column(name);
    }

    @Override
    public <T> Optional<T> write(FeatureWriter<T> writer) {
        return writer.value(name);
    }

    @Override
    public String sentence(Declarations declared) {
        return declared.label(name);
    }

    @Override
    public boolean isSingleTerm() {
        return true;
    }

    @Override
    public List<String> values(Declarations declared) {
        return declared.values(name);
    }

    @Override
    public JsonNode json(Function<String, JsonNode> named) {
        return named.apply(name);
    }
}
