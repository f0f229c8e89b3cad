package cip.core.feature;

import cip.spi.FeatureColumn;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One number divided by another; by zero is missing. */
public record Ratio(FeatureExpression dividend, FeatureExpression divisor) implements FeatureExpression {
    @Override
    public List<FeatureExpression> operands() {
        return List.of(dividend, divisor);
    }

    @Override
    public Optional<FeatureDefinition.Type> type(Declarations declared, List<String> problems) {
        declared.expectNumber(dividend, problems);
        declared.expectNumber(divisor, problems);
        return Optional.of(FeatureDefinition.Type.NUMBER);
    }

    @Override
    public FeatureColumn compute(Rows rows) {
        double[] left = rows.numbers(dividend);
        double[] right = rows.numbers(divisor);
        double[] values = new double[left.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = left[i] / right[i];
        }
        return Rows.numbers(values);
    }

    @Override
    public <T> Optional<T> write(FeatureWriter<T> writer) {
        return dividend.write(writer).flatMap(left -> divisor.write(writer).map(right -> writer.quotient(left, right)));
    }

    @Override
    public String sentence(Declarations declared) {
        return dividend.term(declared) + " ÷ " + divisor.term(declared);
    }

    @Override
    public JsonNode json(Function<String, JsonNode> named) {
        return FeatureJson.operation("ratio", FeatureJson.expressions(operands(), named));
    }
}
