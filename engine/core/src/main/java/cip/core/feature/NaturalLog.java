package cip.core.feature;

import cip.spi.FeatureColumn;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The natural logarithm of a positive number, the same bits on every machine. */
public record NaturalLog(FeatureExpression of) implements FeatureExpression {
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
            values[i] = operand[i] > 0 ? StrictMath.log(operand[i]) : Double.NaN;
        }
        return Rows.numbers(values);
    }

    @Override
    public <T> Optional<T> write(FeatureWriter<T> writer) {
        return of.write(writer).map(writer::logarithm);
    }

    @Override
    public String sentence(Declarations declared) {
        return "natural logarithm of " + of.term(declared);
    }

    @Override
    public JsonNode json(Function<String, JsonNode> named) {
        return FeatureJson.operation("naturalLog", of.json(named));
    }
}
