package cip.core.feature;

import cip.spi.FeatureColumn;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whether a text is the one category: one column of a one-hot coding. */
public record IsCategory(FeatureExpression of, String category) implements FeatureExpression {
    @Override
    public List<FeatureExpression> operands() {
        return List.of(of);
    }

    @Override
    public Optional<FeatureDefinition.Type> type(Declarations declared, List<String> problems) {
        declared.expectText(of, problems);
        List<String> known = of.values(declared);
        if (!known.isEmpty() && !known.contains(category)) {
            problems.add(of.sentence(declared) + " is never " + category + ", only one of " + known);
        }
        return Optional.of(FeatureDefinition.Type.YES_NO);
    }

    @Override
    public FeatureColumn compute(Rows rows) {
        @Nullable String[] operand = rows.texts(of);
        double[] values = new double[operand.length];
        for (int i = 0; i < values.length; i++) {
            String value = operand[i];
            values[i] = value == null ? Double.NaN : value.equals(category) ? 1 : 0;
        }
        return Rows.numbers(values);
    }

    @Override
    public <T> Optional<T> write(FeatureWriter<T> writer) {
        return of.write(writer).flatMap(text -> writer.isCategory(text, category));
    }

    @Override
    public String sentence(Declarations declared) {
        return of.term(declared) + " is " + category;
    }

    @Override
    public JsonNode json(Function<String, JsonNode> named) {
        ObjectNode json = FeatureJson.object();
        json.set("of", of.json(named));
        json.put("category", category);
        return FeatureJson.operation("isCategory", json);
    }
}
