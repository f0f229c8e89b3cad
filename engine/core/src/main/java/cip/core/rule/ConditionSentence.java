package cip.core.rule;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A condition in English, e.g. "Churn risk is at least 60% and (region is West or age is below 30 years)". */
public final class ConditionSentence implements Condition.Visitor<String> {
    private final Vocabulary vocabulary;

    private ConditionSentence(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Begins with a capital and ends without a full stop. Terms that the vocabulary lacks are shown by their names. */
    public static String of(Condition condition, Vocabulary vocabulary) {
        String sentence = clause(condition, vocabulary);
        return sentence.isEmpty()
                ? sentence
                : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    /** What the cell of a decision table asks, which stands beside the label of its term: "is at least 60%". */
    public static String asked(Condition test, Vocabulary vocabulary) {
        if (test.equals(Condition.everyone())) {
            return "anything";
        }
        return test instanceof Condition.Comparison comparison
                ? predicate(vocabulary.termOrUnknown(comparison.term()), comparison)
                        .strip()
                : clause(test, vocabulary);
    }

    /** The sentence to stand inside another one: "if churn risk is at least 60%". */
    static String clause(Condition condition, Vocabulary vocabulary) {
        return condition.accept(new ConditionSentence(vocabulary));
    }

    @Override
    public String all(Condition.All group) {
        List<Condition> asked =
                group.children().stream().filter(child -> !isEveryone(child)).toList();
        return asked.isEmpty() ? "every customer" : join(new Condition.All(asked), " and ");
    }

    @Override
    public String any(Condition.Any group) {
        return group.children().isEmpty() ? "no customer" : join(group, " or ");
    }

    @Override
    public String not(Condition.Not negation) {
        return "not (" + negation.condition().accept(this) + ")";
    }

    @Override
    public String guardrail(Condition.Guardrail guardrail) {
        return "guardrail " + label(guardrail) + " holds";
    }

    @Override
    public String comparison(Condition.Comparison comparison) {
        Term term = vocabulary.termOrUnknown(comparison.term());
        return lowerCase(term.label()) + predicate(term, comparison);
    }

    /** The name of a guardrail as words: {@code settled_customer} is shown as "settled customer". */
    static String label(Condition.Guardrail guardrail) {
        return Quoting.text(guardrail.name().replace('_', ' '));
    }

    /** What follows the label: " is at least 60%". */
    static String predicate(Term term, Condition.Comparison comparison) {
        String value = new ValueWords(term).literal(comparison.value());
        return " " + comparison.operator().words() + (value.isEmpty() ? "" : " " + value);
    }

    private String join(Condition group, String word) {
        return group.children().stream()
                .map(child -> needsParentheses(child, group) ? "(" + child.accept(this) + ")" : child.accept(this))
                .collect(Collectors.joining(word));
    }

    /** Inside "and" it asks nothing, so it is left unsaid. */
    private static boolean isEveryone(Condition condition) {
        return condition instanceof Condition.All all
                && all.children().stream().allMatch(ConditionSentence::isEveryone);
    }

    /** Only "and" inside "or" and "or" inside "and" can be misread. */
    private static boolean needsParentheses(Condition child, Condition group) {
        boolean other =
                group instanceof Condition.All ? child instanceof Condition.Any : child instanceof Condition.All;
        return other && group.children().size() > 1 && child.children().size() > 1;
    }

    /** A label in mid-sentence: "Churn risk" becomes "churn risk", "CLV" stays. */
    public static String lowerCase(String label) {
        boolean acronym = label.length() > 1 && !Character.isLowerCase(label.charAt(1)) && label.charAt(1) != '-';
        return label.isEmpty() || acronym ? label : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }
}
