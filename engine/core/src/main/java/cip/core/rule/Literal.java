package cip.core.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The constant a term is compared with. Numbers are finite and never -0.0, so equal literals are equal values. */
public sealed interface Literal {
    /** Whether an operator that wants this shape may be given this literal. */
    boolean fits(Operator.Value shape);

    /** As words in a message, e.g. {@code 0.6} or {@code [West, South]}. */
    String plain();

    JsonNode toJson(JsonNodeFactory nodes);

    /** Why a term is never compared with this value: another type, or outside the values the term can have. */
    Optional<String> problem(Term term);

    static double finite(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("The number " + number + " is not finite.");
        }
        return number + 0.0;
    }

    /** Of an operator that needs no value. */
    record Nothing() implements Literal {
        @Override
        public boolean fits(Operator.Value shape) {
            return shape == Operator.Value.NONE;
        }

        @Override
        public String plain() {
            return "";
        }

        @Override
        public JsonNode toJson(JsonNodeFactory nodes) {
            return nodes.nullNode();
        }

        @Override
        public Optional<String> problem(Term term) {
            return Optional.empty();
        }
    }

    record OfNumber(double value) implements Literal {
        public OfNumber {
            value = finite(value);
        }

        @Override
        public boolean fits(Operator.Value shape) {
            return shape == Operator.Value.SINGLE || shape == Operator.Value.NUMBER;
        }

        @Override
        public String plain() {
            return Numbers.plain(value);
        }

        @Override
        public JsonNode toJson(JsonNodeFactory nodes) {
            return number(nodes, value);
        }

        @Override
        public Optional<String> problem(Term term) {
            return numberProblem(term, Stream.of(value));
        }
    }

    record OfText(String value) implements Literal {
        @Override
        public boolean fits(Operator.Value shape) {
            return shape == Operator.Value.SINGLE;
        }

        @Override
        public String plain() {
            return value;
        }

        @Override
        public JsonNode toJson(JsonNodeFactory nodes) {
            return nodes.textNode(value);
        }

        @Override
        public Optional<String> problem(Term term) {
            return textProblem(term, Stream.of(value));
        }
    }

    record OfYesNo(boolean value) implements Literal {
        @Override
        public boolean fits(Operator.Value shape) {
            return shape == Operator.Value.SINGLE;
        }

        @Override
        public String plain() {
            return value ? "yes" : "no";
        }

        @Override
        public JsonNode toJson(JsonNodeFactory nodes) {
            return nodes.booleanNode(value);
        }

        @Override
        public Optional<String> problem(Term term) {
            return term.type() == Term.Type.YES_NO ? Optional.empty() : wrongType(term, "true or false");
        }
    }

    /** From {@code low} to {@code high}, both included. A range that ends before it begins holds no number. */
    record Range(double low, double high) implements Literal {
        public Range {
            low = finite(low);
            high = finite(high);
        }

        @Override
        public boolean fits(Operator.Value shape) {
            return shape == Operator.Value.RANGE;
        }

        @Override
        public String plain() {
            return "[" + Numbers.plain(low) + ", " + Numbers.plain(high) + "]";
        }

        @Override
        public JsonNode toJson(JsonNodeFactory nodes) {
            return nodes.arrayNode().add(number(nodes, low)).add(number(nodes, high));
        }

        @Override
        public Optional<String> problem(Term term) {
            return low > high
                    ? Optional.of("The range " + plain() + " for " + term.name() + " ends before it begins.")
                    : numberProblem(term, Stream.of(low, high));
        }
    }

    record OfNumbers(List<Double> values) implements Literal {
        public OfNumbers {
            values = values.stream().map(Literal::finite).toList();
        }

        @Override
        public boolean fits(Operator.Value shape) {
            return shape == Operator.Value.LIST;
        }

        @Override
        public String plain() {
            return list(values, Numbers::plain);
        }

        @Override
        public JsonNode toJson(JsonNodeFactory nodes) {
            ArrayNode list = nodes.arrayNode();
            values.forEach(value -> list.add(number(nodes, value)));
            return list;
        }

        @Override
        public Optional<String> problem(Term term) {
            return values.isEmpty() ? emptyList(term) : numberProblem(term, values.stream());
        }
    }

    record OfTexts(List<String> values) implements Literal {
        public OfTexts {
            values = List.copyOf(values);
        }

        @Override
        public boolean fits(Operator.Value shape) {
            return shape == Operator.Value.LIST;
        }

        @Override
        public String plain() {
            return list(values, Function.identity());
        }

        @Override
        public JsonNode toJson(JsonNodeFactory nodes) {
            ArrayNode list = nodes.arrayNode();
            values.forEach(list::add);
            return list;
        }

        @Override
        public Optional<String> problem(Term term) {
            return values.isEmpty() ? emptyList(term) : textProblem(term, values.stream());
        }
    }

    private static <T> String list(List<T> values, Function<T, String> words) {
        return "[" + String.join(", ", values.stream().map(words).toList()) + "]";
    }

    /** A whole number is written without a fraction, so that a hand-written 5 stays 5. */
    private static JsonNode number(JsonNodeFactory nodes, double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
        return whole ? nodes.numberNode((long) number) : nodes.numberNode(number);
    }

    private static Optional<String> numberProblem(Term term, Stream<Double> numbers) {
        if (term.type() != Term.Type.NUMBER) {
            return wrongType(term, "a number");
        }
        double minimum = term.minimum() == null ? Double.NEGATIVE_INFINITY : term.minimum();
        double maximum = term.maximum() == null ? Double.POSITIVE_INFINITY : term.maximum();
        return numbers.filter(number -> number < minimum || number > maximum)
                .findFirst()
                .map(number -> "The value " + Numbers.plain(number) + " for " + term.name() + " lies outside "
                        + Numbers.interval(minimum, maximum) + "."
                        + (term.isProbability() && number > 1 && number <= 100
                                ? "\nMaybe " + Numbers.plain(number / 100)
                                        + " was meant: a probability runs from 0 to 1."
                                : ""));
    }

    private static Optional<String> textProblem(Term term, Stream<String> texts) {
        if (term.type() != Term.Type.TEXT) {
            return wrongType(term, "a text");
        }
        return term.values().isEmpty()
                ? Optional.empty()
                : texts.filter(text -> !term.values().contains(text))
                        .findFirst()
                        .map(text -> "The value \"" + text + "\" is none of those that " + term.name() + " can have: "
                                + term.values() + "." + Nearest.hint(text, term.values()));
    }

    private static Optional<String> emptyList(Term term) {
        return Optional.of("The list of values for " + term.name() + " is empty.");
    }

    private static Optional<String> wrongType(Term term, String found) {
        return Optional.of("The term " + term.name() + " is compared with " + found + ", but it is "
                + term.type().words() + ".");
    }
}
