package cip.core.feature;

import cip.spi.FeatureColumn;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A number's average rank among the reference customers, divided by their number: 0..1.
 *
 * @param within a text: only reference customers with the same text count; a text the reference has not seen gives missing;
 *     {@code null} = all count
 */
public record Percentile(FeatureExpression of, @Nullable FeatureExpression within) implements FeatureExpression {
    @Override
    public List<FeatureExpression> operands() {
        return within == null ? List.of(of) : List.of(of, within);
    }

    @Override
    public Optional<Reference> reference() {
        return Optional.of(new Reference(of, within));
    }

    @Override
    public Optional<FeatureDefinition.Type> type(Declarations declared, List<String> problems) {
        declared.expectNumber(of, problems);
        if (within != null) {
            declared.expectText(within, problems);
        }
        return Optional.of(FeatureDefinition.Type.NUMBER);
    }

    @Override
    public FeatureColumn compute(Rows rows) {
        double[] operand = rows.numbers(of);
        double[] values = new double[operand.length];
        if (within == null) {
            Distribution all = rows.distribution(of);
            for (int i = 0; i < values.length; i++) {
                values[i] = all.percentile(operand[i]);
            }
            return Rows.numbers(values);
        }
        Map<String, Distribution> byGroup = rows.distributions(new Reference(of, within));
        @Nullable String[] groups = rows.texts(within);
        for (int i = 0; i < values.length; i++) {
            String group = groups[i];
            Distribution distribution = group == null ? null : byGroup.get(group);
            values[i] = distribution == null ? Double.NaN : distribution.percentile(operand[i]);
        }
        return Rows.numbers(values);
    }

    @Override
    public String sentence(Declarations declared) {
        String plain = "percentile of " + of.term(declared) + " among the reference customers";
        return within == null ? plain : plain + " with the same " + within.term(declared);
    }

    @Override
    public JsonNode json(Function<String, JsonNode> named) {
        return FeatureJson.operation("percentile", new Reference(of, within).json(named));
    }
}
