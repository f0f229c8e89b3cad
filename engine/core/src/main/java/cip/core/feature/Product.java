package cip.core.feature;

import cip.spi.FeatureColumn;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Two or more numbers multiplied. */
public record Product(List<FeatureExpression> operands) implements FeatureExpression {
    public Product {
        operands = List.copyOf(operands);
    }

    @Override
    public Optional<FeatureDefinition.Type> type(Declarations declared, List<String> problems) {
        operands.forEach(operand -> declared.expectNumber(operand, problems));
        return Optional.of(FeatureDefinition.Type.NUMBER);
    }

    @Override
    public FeatureColumn compute(Rows rows) {
        double[] values = new double[rows.count()];
        Arrays.fill(values, 1);
        for (FeatureExpression operand : operands) {
            double[] factors = rows.numbers(operand);
            for (int i = 0; i < values.length; i++) {
                values[i] *= factors[i];
            }
        }
        return Rows.numbers(values);
    }

    @Override
    public <T> Optional<T> write(FeatureWriter<T> writer) {
        Optional<T> product = Optional.empty();
        for (FeatureExpression operand : operands) {
            Optional<T> next = operand.write(writer);
            product =
                    product.isEmpty() ? next : product.flatMap(left -> next.map(right -> writer.product(left, right)));
            if (next.isEmpty()) {
                return next;
            }
        }
        return product;
    }

    @Override
    public String sentence(Declarations declared) {
        return operands.stream().map(o -> o.term(declared)).collect(Collectors.joining(" × "));
    }

    @Override
    public JsonNode json(Function<String, JsonNode> named) {
        return FeatureJson.operation("product", FeatureJson.expressions(operands, named));
    }
}
