package cip.core.feature;

import cip.spi.FeatureColumn;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Weighted numbers added up, in the given order. */
public record Sum(List<Term> terms) implements FeatureExpression {
    public Sum {
        terms = List.copyOf(terms);
    }

    /** A number and how often it counts. */
    public record Term(double weight, FeatureExpression of) {
        public Term {
            if (!Double.isFinite(weight)) {
                throw new IllegalArgumentException("A weight is " + weight + ", expected a finite number.");
            }
        }
    }

    @Override
    public List<FeatureExpression> operands() {
        return terms.stream().map(Term::of).toList();
    }

    @Override
    public Optional<FeatureDefinition.Type> type(Declarations declared, List<String> problems) {
        operands().forEach(operand -> declared.expectNumber(operand, problems));
        return Optional.of(FeatureDefinition.Type.NUMBER);
    }

    @Override
    public FeatureColumn compute(Rows rows) {
        double[] values = new double[rows.count()];
        for (Term term : terms) {
            double weight = term.weight();
            double[] summands = rows.numbers(term.of());
            for (int i = 0; i < values.length; i++) {
                values[i] += weight * summands[i];
            }
        }
        return Rows.numbers(values);
    }

    @Override
    public <T> Optional<T> write(FeatureWriter<T> writer) {
        Optional<T> sum = Optional.empty();
        for (Term term : terms) {
            Optional<T> next = term.of()
                    .write(writer)
                    .map(of -> term.weight() == 1 ? of : writer.product(writer.number(term.weight()), of));
            sum = sum.isEmpty() ? next : sum.flatMap(left -> next.map(right -> writer.sum(left, right)));
            if (next.isEmpty()) {
                return next;
            }
        }
        return sum;
    }

    @Override
    public String sentence(Declarations declared) {
        return terms.stream()
                .map(t -> isPlain()
                        ? t.of().term(declared)
                        : FeatureJson.compact(FeatureJson.number(t.weight())) + " × " + t.of().term(declared))
                .collect(Collectors.joining(" + "));
    }

    @Override
    public JsonNode json(Function<String, JsonNode> named) {
        if (isPlain()) {
            return FeatureJson.operation("sum", FeatureJson.expressions(operands(), named));
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Term term : terms) {
            ObjectNode json = array.addObject();
            json.set("weight", FeatureJson.number(term.weight()));
            json.set("of", term.of().json(named));
        }
        return FeatureJson.operation("weightedSum", array);
    }

    private boolean isPlain() {
        return terms.stream().allMatch(t -> t.weight() == 1);
    }
}
