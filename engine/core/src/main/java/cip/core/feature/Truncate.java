package cip.core.feature;

import cip.spi.FeatureColumn;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The whole part of a number: 7.9 is 7, -7.9 is -7. */
public record Truncate(FeatureExpression of) implements FeatureExpression {
    @Override
    public List<FeatureExpression> operands() {
        return List.of(of);
    }

    @Override
    public Optional<FeatureDefinition.Type> type(Declarations declared, List<String> problems) {
        declared.expectNumber(of, problems);
        return Optional.of(FeatureDefinition.Type.NUMBER);
    }

    @Override
    public FeatureColumn compute(Rows rows) {
        double[] operand = rows.numbers(of);
        double[] values = new double[operand.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = operand[i] < 0 ? Math.ceil(operand[i]) : Math.floor(operand[i]);
        }
        return Rows.numbers(values);
    }

    @Override
    public String sentence(Declarations declared) {
        return "whole part of " + of.term(declared);
    }

    @Override
    public JsonNode json(Function<String, JsonNode> named) {
        return FeatureJson.operation("truncate", of.json(named));
    }
}
