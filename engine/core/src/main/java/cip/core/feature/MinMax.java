package cip.core.feature;

import cip.spi.FeatureColumn;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The place of a number between the smallest (0) and the largest (1) of the reference; outside it goes on in a line. */
public record MinMax(FeatureExpression of) implements FeatureExpression {
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
    public Optional<Reference> reference() {
        return Optional.of(Reference.of(of));
    }

    @Override
    public FeatureColumn compute(Rows rows) {
        double[] operand = rows.numbers(of);
        double[] values = new double[operand.length];
        Distribution distribution = rows.distribution(of);
        double minimum = distribution.minimum();
        double width = distribution.maximum() - minimum;
        for (int i = 0; i < values.length; i++) {
            values[i] = (operand[i] - minimum) / width;
        }
        return Rows.numbers(values);
    }

    @Override
    public <T> Optional<T> write(FeatureWriter<T> writer) {
        Distribution distribution = writer.distribution(of);
        double minimum = distribution.minimum();
        double width = distribution.maximum() - minimum;
        return width > 0 && Double.isFinite(width)
                ? of.write(writer)
                        .map(number -> writer.quotient(
                                writer.difference(number, writer.number(minimum)), writer.number(width)))
                : Optional.empty();
    }

    @Override
    public String sentence(Declarations declared) {
        return of.term(declared) + " scaled from 0 (lowest) to 1 (highest of the reference customers)";
    }

    @Override
    public JsonNode json(Function<String, JsonNode> named) {
        return FeatureJson.operation("minMax", of.json(named));
    }
}
