package cip.core.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The notation of decision table cells, a small part of the unary tests of DMN: {@code -} (anything), {@code >=18},
 * {@code [18..30]}, {@code (18..30]}, {@code 5}, {@code "Medium","Low"}, {@code true}. A comma means "or".
 */
final class UnaryTests {
    private static final String NUMBER = "[+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?";
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\[\"\\\\])*)\"");
    private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>|)\\s*(" + NUMBER + ")");
    private static final Pattern RANGE =
            Pattern.compile("([\\[(])\\s*(" + NUMBER + ")\\s*\\.\\.\\s*(" + NUMBER + ")\\s*([\\])])");
    private static final Pattern TEST = Pattern.compile(
            "\\s*(" + TEXT.pattern() + "|" + RANGE.pattern() + "|" + COMPARISON.pattern() + "|true|false)\\s*(,|$)");
    private static final Map<String, Operator> SIGNS = Map.of(
            "", Operator.EQUALS,
            "<", Operator.LESS_THAN,
            "<=", Operator.AT_MOST,
            ">", Operator.GREATER_THAN,
            ">=", Operator.AT_LEAST);

    private UnaryTests() {}

    /**
     * The condition that a cell puts on its term; {@code -} is {@link Condition#everyone()}.
     *
     * @throws IllegalArgumentException when the text is none of the forms above
     */
    static Condition parse(String cell, String term) {
        if (cell.strip().equals("-")) {
            return Condition.everyone();
        }
        List<Condition> tests = new ArrayList<>();
        Matcher matcher = TEST.matcher(cell);
        int at = 0;
        boolean more = true;
        while (more) {
            if (!matcher.region(at, cell.length()).lookingAt()) {
                throw new IllegalArgumentException("The cell " + cell
                        + " is none of -, >=18, [18..30], 5, \"Medium\",\"Low\", true (a comma means or).");
            }
            tests.add(test(matcher.group(1), term));
            at = matcher.end();
            more = matcher.group(matcher.groupCount()).equals(",");
        }
        return oneOf(tests, term).orElseGet(() -> tests.size() == 1 ? tests.get(0) : new Condition.Any(tests));
    }

    /** The cell that {@link #parse} reads as this condition, which it made. */
    static String write(Condition condition) {
        if (condition.equals(Condition.everyone())) {
            return "-";
        }
        if (condition instanceof Condition.Any any) {
            return any.children().stream().map(UnaryTests::write).collect(Collectors.joining(","));
        }
        if (condition instanceof Condition.All open) {
            Condition.Comparison low = (Condition.Comparison) open.children().get(0);
            Condition.Comparison high = (Condition.Comparison) open.children().get(1);
            return (low.operator() == Operator.AT_LEAST ? "[" : "(")
                    + low.value().plain() + ".." + high.value().plain()
                    + (high.operator() == Operator.AT_MOST ? "]" : ")");
        }
        Condition.Comparison comparison = (Condition.Comparison) condition;
        Literal value = comparison.value();
        if (value instanceof Literal.OfTexts texts) {
            return texts.values().stream().map(UnaryTests::quote).collect(Collectors.joining(","));
        }
        if (value instanceof Literal.Range range) {
            return "[" + Numbers.plain(range.low()) + ".." + Numbers.plain(range.high()) + "]";
        }
        if (value instanceof Literal.OfYesNo yesNo) {
            return String.valueOf(yesNo.value());
        }
        if (value instanceof Literal.OfText text) {
            return quote(text.value());
        }
        String sign = SIGNS.entrySet().stream()
                .filter(entry -> entry.getValue() == comparison.operator())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        return sign + value.plain();
    }

    private static Condition test(String text, String term) {
        if (text.equals("true") || text.equals("false")) {
            return Condition.where(term, Operator.EQUALS, Boolean.parseBoolean(text));
        }
        Matcher string = TEXT.matcher(text);
        if (string.matches()) {
            return Condition.where(term, Operator.EQUALS, string.group(1).replaceAll("\\\\(.)", "$1"));
        }
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            return range(range, term);
        }
        Matcher comparison = COMPARISON.matcher(text);
        if (!comparison.matches()) {
            throw new IllegalArgumentException("The cell " + text + " is no test.");
        }
        Operator operator = SIGNS.getOrDefault(comparison.group(1), Operator.EQUALS);
        return Condition.where(term, operator, Double.parseDouble(comparison.group(2)));
    }

    private static Condition range(Matcher range, String term) {
        double low = Double.parseDouble(range.group(2));
        double high = Double.parseDouble(range.group(3));
        boolean fromLow = range.group(1).equals("[");
        boolean toHigh = range.group(4).equals("]");
        return fromLow && toHigh
                ? Condition.between(term, low, high)
                : Condition.all(
                        Condition.where(term, fromLow ? Operator.AT_LEAST : Operator.GREATER_THAN, low),
                        Condition.where(term, toHigh ? Operator.AT_MOST : Operator.LESS_THAN, high));
    }

    /** Several texts are one comparison with a list. */
    private static Optional<Condition> oneOf(List<Condition> tests, String term) {
        List<String> texts = new ArrayList<>();
        for (Condition test : tests) {
            if (test instanceof Condition.Comparison comparison && comparison.value() instanceof Literal.OfText text) {
                texts.add(text.value());
            }
        }
        return texts.size() > 1 && texts.size() == tests.size()
                ? Optional.of(Condition.where(term, Operator.ONE_OF, texts))
                : Optional.empty();
    }

    static String quote(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
