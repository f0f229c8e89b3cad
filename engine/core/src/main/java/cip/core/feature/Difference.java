package cip.core.feature;

import cip.spi.FeatureColumn;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One number less another. */
public record Difference(FeatureExpression minuend, FeatureExpression subtrahend) implements FeatureExpression {
    @Override
    public List<FeatureExpression> operands() {
        return List.of(minuend, subtrahend);
    }

    @Override
    public Optional<FeatureDefinition.Type> type(Declarations declared, List<String> problems) {
        declared.expectNumber(minuend, problems);
        declared.expectNumber(subtrahend, problems);
        return Optional.of(FeatureDefinition.Type.NUMBER);
    }

    @Override
    public FeatureColumn compute(Rows rows) {
        double[] left = rows.numbers(minuend);
        double[] right = rows.numbers(subtrahend);
        double[] values = new double[left.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = left[i] - right[i];
        }
        return Rows.numbers(values);
    }

    @Override
    public <T> Optional<T> write(FeatureWriter<T> writer) {
        return minuend.write(writer)
                .flatMap(left -> subtrahend.write(writer).map(right -> writer.difference(left, right)));
    }

    @Override
    public String sentence(Declarations declared) {
        return minuend.term(declared) + " − " + subtrahend.term(declared);
    }

    @Override
    public JsonNode json(Function<String, JsonNode> named) {
        return FeatureJson.operation("difference", FeatureJson.expressions(operands(), named));
    }
}
