package cip.core.feature;

import cip.spi.FeatureColumn;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether a number is strictly above a quantile of the reference.
 *
 * @param quantile 0..1
 */
public record AboveQuantile(FeatureExpression of, double quantile) implements FeatureExpression {
    public AboveQuantile {
        if (!(quantile >= 0 && quantile <= 1)) {
            throw new IllegalArgumentException("A quantile is " + quantile + ", expected 0 to 1.");
        }
    }

    @Override
    public List<FeatureExpression> operands() {
        return List.of(of);
    }

    @Override
    public Optional<Reference> reference() {
        return Optional.of(Reference.of(of));
    }

    @Override
    public Optional<FeatureDefinition.Type> type(Declarations declared, List<String> problems) {
        declared.expectNumber(of, problems);
        return Optional.of(FeatureDefinition.Type.YES_NO);
    }

    @Override
    public FeatureColumn compute(Rows rows) {
        double[] operand = rows.numbers(of);
        double cut = rows.distribution(of).quantile(quantile);
        double[] values = new double[operand.length];
        for (int i = 0; i < values.length; i++) {
            boolean missing = Double.isNaN(operand[i]) || Double.isNaN(cut);
            values[i] = missing ? Double.NaN : operand[i] > cut ? 1 : 0;
        }
        return Rows.numbers(values);
    }

    @Override
    public <T> Optional<T> write(FeatureWriter<T> writer) {
        double cut = writer.distribution(of).quantile(quantile);
        return Double.isNaN(cut) ? Optional.empty() : of.write(writer).map(number -> writer.isAbove(number, cut));
    }

    @Override
    public String sentence(Declarations declared) {
        return of.term(declared) + " above the " + FeatureJson.percent(quantile)
                + " quantile of the reference customers";
    }

    @Override
    public JsonNode json(Function<String, JsonNode> named) {
        ObjectNode json = FeatureJson.object();
        json.set("of", of.json(named));
        json.set("quantile", FeatureJson.number(quantile));
        return FeatureJson.operation("aboveQuantile", json);
    }
}
