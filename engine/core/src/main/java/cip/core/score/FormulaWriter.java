package cip.core.score;

import cip.core.feature.Distribution;
import cip.core.feature.FeatureExpression;
import cip.core.feature.FeatureWriter;
import cip.core.feature.FittedFeatures;
import cip.core.score.Formula.OfCategory;
import cip.core.score.Formula.OfInterval;
import cip.core.score.Formula.OfNumber;
import cip.spi.FeatureInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;

/**
 * Writes one feature as PMML: expressions over attributes, and further derived fields where a number is asked about before it
 * is used, or sorted into intervals. Whatever could be missing is asked whether it is there first, so that every evaluator
 * agrees on what missing means. Not thread-safe.
 */
final class FormulaWriter implements FeatureWriter<Formula> {
    private final PmmlMarkup markup;
    private final FittedFeatures features;
    private final String feature;
    private final List<Element> steps = new ArrayList<>();
    private final Set<String> attributes = new TreeSet<>();

    FormulaWriter(PmmlMarkup markup, FittedFeatures features, String feature) {
        this.markup = markup;
        this.features = features;
        this.feature = feature;
    }

    /** Fields to be defined before the feature, in order. */
    List<Element> steps() {
        return List.copyOf(steps);
    }

    /** What the feature is computed from. */
    Set<String> attributes() {
        return Set.copyOf(attributes);
    }

    @Override
    public Optional<Formula> value(String name) {
        if (!features.isAttribute(name)) {
            return features.expression(name).flatMap(expression -> expression.write(this));
        }
        attributes.add(name);
        boolean text = features.type(name).equals(Optional.of(FeatureInput.Type.TEXT));
        return Optional.of(text ? new OfCategory(name, value -> value, Set.of()) : new OfNumber(reference(name)));
    }

    @Override
    public Formula number(double value) {
        return new OfNumber(constant(value));
    }

    @Override
    public Formula sum(Formula left, Formula right) {
        return apply("+", left, right);
    }

    @Override
    public Formula difference(Formula left, Formula right) {
        return apply("-", left, right);
    }

    @Override
    public Formula product(Formula left, Formula right) {
        return apply("*", left, right);
    }

    @Override
    public Formula quotient(Formula left, Formula right) {
        OfNumber divisor = (OfNumber) right;
        if (divisor.isConstant() && divisor.constant() != 0) {
            return apply("/", left, right);
        }
        String field = field(divisor);
        return ifPresent(
                field,
                apply(
                        "if",
                        apply("notEqual", reference(field), constant(0)),
                        apply("/", clone(left), reference(field))));
    }

    @Override
    public Formula logarithm(Formula of) {
        String field = field((OfNumber) of);
        return ifPresent(
                field, apply("if", apply("greaterThan", reference(field), constant(0)), apply("ln", reference(field))));
    }

    @Override
    public Formula isAbove(Formula of, double number) {
        return asked("greaterThan", of, number);
    }

    @Override
    public Formula isAtLeast(Formula of, double number) {
        return asked("greaterOrEqual", of, number);
    }

    private Formula asked(String comparison, Formula of, double number) {
        String field = field((OfNumber) of);
        return ifPresent(
                field, apply("if", apply(comparison, reference(field), constant(number)), constant(1), constant(0)));
    }

    @Override
    public Optional<Formula> bins(Formula of, List<Double> edges, List<String> labels, boolean lowerIncluded) {
        return Optional.of(new OfInterval(field((OfNumber) of), edges, labels, lowerIncluded));
    }

    @Override
    public Optional<Formula> categories(Formula of, Map<String, String> map) {
        if (of instanceof OfInterval intervals) {
            return Optional.of(intervals.named(label -> map.getOrDefault(label, label)));
        }
        OfCategory category = (OfCategory) of;
        Set<String> named = new HashSet<>(category.named());
        named.addAll(map.keySet());
        return Optional.of(new OfCategory(
                category.attribute(),
                value -> map.getOrDefault(
                        category.becomes().apply(value), category.becomes().apply(value)),
                named));
    }

    @Override
    public Optional<Formula> isCategory(Formula of, String category) {
        if (of instanceof OfInterval intervals) {
            Element yes = DiscreteField.intervals(
                    markup, intervals.named(label -> label.equals(category) ? "1" : "0"), Set.of("0", "1"), "double");
            return Optional.of(new OfNumber(reference(define(yes))));
        }
        return DiscreteField.isCategory(markup, (OfCategory) of, category)
                .map(yes -> new OfNumber(reference(define(yes))));
    }

    @Override
    public Distribution distribution(FeatureExpression of) {
        return features.distribution(of);
    }

    /** The name of a field that holds the number, to use it more than once. */
    String field(OfNumber number) {
        return number.element().getLocalName().equals("FieldRef")
                ? number.element().getAttribute("field")
                : define(clone(number));
    }

    private String define(Element expression) {
        String name = feature + "__" + (steps.size() + 1);
        steps.add(markup.with(
                markup.element(
                        "DerivedField",
                        "name",
                        name,
                        "displayName",
                        feature,
                        "optype",
                        "continuous",
                        "dataType",
                        "double"),
                expression));
        return name;
    }

    private Formula ifPresent(String field, Element then) {
        return new OfNumber(apply("if", apply("isNotMissing", reference(field)), then));
    }

    private Formula apply(String function, Formula left, Formula right) {
        return new OfNumber(apply(function, clone(left), clone(right)));
    }

    private Element apply(String function, Element... arguments) {
        return markup.with(markup.element("Apply", "function", function), arguments);
    }

    private Element reference(String field) {
        return markup.element("FieldRef", "field", field);
    }

    private Element constant(double value) {
        return markup.text("Constant", Double.toString(value), "dataType", "double");
    }

    private static Element clone(Formula number) {
        return (Element) ((OfNumber) number).element().cloneNode(true);
    }
}
