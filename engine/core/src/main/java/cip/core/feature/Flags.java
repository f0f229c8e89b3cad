package cip.core.feature;

import cip.spi.FeatureColumn;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether all, or any, of two or more yes-or-no values are yes; missing as soon as one of them is. */
public record Flags(Quantifier quantifier, List<FeatureExpression> operands) implements FeatureExpression {
    public Flags {
        operands = List.copyOf(operands);
    }

    /** How many have to be yes. */
    public enum Quantifier {
        ALL("all", " and "),
        ANY("any", " or ");

        private final String key;
        private final String word;

        Quantifier(String key, String word) {
            this.key = key;
            this.word = word;
        }
    }

    @Override
    public Optional<FeatureDefinition.Type> type(Declarations declared, List<String> problems) {
        operands.forEach(operand -> declared.expectYesNo(operand, problems));
        return Optional.of(FeatureDefinition.Type.YES_NO);
    }

    @Override
    public FeatureColumn compute(Rows rows) {
        double[] yes = new double[rows.count()];
        for (FeatureExpression operand : operands) {
            double[] flags = rows.numbers(operand);
            for (int i = 0; i < yes.length; i++) {
                yes[i] += flags[i];
            }
        }
        int enough = quantifier == Quantifier.ALL ? operands.size() : 1;
        for (int i = 0; i < yes.length; i++) {
            yes[i] = Double.isNaN(yes[i]) ? Double.NaN : yes[i] >= enough ? 1 : 0;
        }
        return Rows.numbers(yes);
    }

    @Override
    public <T> Optional<T> write(FeatureWriter<T> writer) {
        Optional<T> yes = new Sum(operands.stream()
                        .map(operand -> new Sum.Term(1, operand))
                        .toList())
                .write(writer);
        return yes.map(sum -> writer.isAtLeast(sum, quantifier == Quantifier.ALL ? operands.size() : 1));
    }

    @Override
    public String sentence(Declarations declared) {
        return operands.stream().map(o -> o.term(declared)).collect(Collectors.joining(quantifier.word));
    }

    @Override
    public JsonNode json(Function<String, JsonNode> named) {
        return FeatureJson.operation(quantifier.key, FeatureJson.expressions(operands, named));
    }
}
