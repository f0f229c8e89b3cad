package cip.core.feature;

import cip.spi.FeatureColumn;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The same finite number for every customer. */
public record Constant(double value) implements FeatureExpression {
    public Constant {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A constant is " + value + ", expected a finite number.");
        }
    }

    @Override
    public List<FeatureExpression> operands() {
        return List.of();
    }

    @Override
    public Optional<FeatureDefinition.Type> type(Declarations declared, List<String> problems) {
        return Optional.of(FeatureDefinition.Type.NUMBER);
    }

    @Override
    public FeatureColumn compute(Rows rows) {
        double[] values = new double[rows.count()];
        Arrays.fill(values, value);
        return Rows.numbers(values);
    }

    @Override
    public <T> Optional<T> write(FeatureWriter<T> writer) {
        return Optional.of(writer.number(value));
    }

    @Override
    public String sentence(Declarations declared) {
        return FeatureJson.compact(FeatureJson.number(value));
    }

    @Override
    public boolean isSingleTerm() {
        return true;
    }

    @Override
    public JsonNode json(Function<String, JsonNode> named) {
        return FeatureJson.number(value);
    }
}
