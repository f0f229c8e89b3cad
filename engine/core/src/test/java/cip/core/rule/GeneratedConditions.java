package cip.core.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random but valid conditions over a vocabulary with every type of term; the same seed gives the same conditions. */
final class GeneratedConditions {
    static final Vocabulary VOCABULARY = new Vocabulary(List.of(
            Term.probability("churn_risk", "Churn risk", Term.Origin.SCORE),
            Term.number("clv", "Lifetime value", "EUR per 12 months", Term.Origin.SCORE),
            new Term(
                    "age",
                    "Age",
                    Term.Type.NUMBER,
                    "years",
                    0.0,
                    120.0,
                    List.of(),
                    "Age in whole years",
                    Term.Origin.ATTRIBUTE),
            Term.number("balance", "Balance", "EUR", Term.Origin.FEATURE),
            Term.text("region", "Region", List.of("West", "South", "East", "North"), Term.Origin.ATTRIBUTE),
            Term.text("note", "Note", List.of(), Term.Origin.ATTRIBUTE),
            Term.yesNo("consent_email", "E-mail consent", Term.Origin.ATTRIBUTE),
            Term.text("segment", "Segment", List.of("Champions", "At risk", "New"), Term.Origin.SEGMENT)));

    private final SplittableRandom random;
    private final List<Term> terms = List.copyOf(VOCABULARY.terms());

    GeneratedConditions(long seed) {
        random = new SplittableRandom(seed);
    }

    Condition next() {
        return next(random.nextInt(1, 5));
    }

    List<Rule> rules(int count) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rules.add(new Rule("rule " + i, next()));
        }
        return rules;
    }

    private Condition next(int depth) {
        if (depth == 1) {
            return comparison();
        }
        return switch (random.nextInt(5)) {
            case 0, 1 -> new Condition.All(list(depth));
            case 2, 3 -> new Condition.Any(list(depth));
            default -> new Condition.Not(next(depth - 1));
        };
    }

    private List<Condition> list(int depth) {
        List<Condition> list = new ArrayList<>();
        int size = random.nextInt(1, 4);
        for (int i = 0; i < size; i++) {
            list.add(next(random.nextInt(1, depth)));
        }
        return list;
    }

    private Condition comparison() {
        Term term = pick(terms);
        Operator operator = pick(List.copyOf(term.operators()));
        return new Condition.Comparison(term.name(), operator, literal(term, operator));
    }

    private Literal literal(Term term, Operator operator) {
        return switch (operator.value()) {
            case NONE -> new Literal.Nothing();
            case NUMBER -> new Literal.OfNumber(number(term));
            case RANGE -> {
                double one = number(term);
                double other = number(term);
                yield new Literal.Range(Math.min(one, other), Math.max(one, other));
            }
            case LIST -> list(term);
            case SINGLE ->
                switch (term.type()) {
                    case NUMBER -> new Literal.OfNumber(number(term));
                    case TEXT -> new Literal.OfText(text(term));
                    case YES_NO -> new Literal.OfYesNo(random.nextBoolean());
                };
        };
    }

    private Literal list(Term term) {
        int size = random.nextInt(1, 4);
        if (term.type() == Term.Type.TEXT) {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                texts.add(text(term));
            }
            return new Literal.OfTexts(texts);
        }
        List<Double> numbers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            numbers.add(number(term));
        }
        return new Literal.OfNumbers(numbers);
    }

    /** Few distinct values, so that rules share thresholds, and now and then one that no rule shares. */
    private double number(Term term) {
        if (term.isProbability()) {
            return random.nextInt(4) == 0 ? random.nextDouble() : random.nextInt(11) / 10.0;
        }
        if (term.maximum() != null) {
            return random.nextInt(term.maximum().intValue() + 1);
        }
        return switch (random.nextInt(6)) {
            case 0 -> -0.0;
            case 1 -> random.nextDouble(-1e6, 1e6);
            case 2 -> Double.MIN_VALUE;
            default -> random.nextInt(-5, 6) * 500.0;
        };
    }

    private String text(Term term) {
        return term.values().isEmpty() ? pick(List.of("", "a", "A", "é", "a\"b", "${x}")) : pick(term.values());
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
