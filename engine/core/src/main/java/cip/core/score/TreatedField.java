package cip.core.score;

import cip.core.score.Formula.OfCategory;
import cip.core.score.Formula.OfInterval;
import cip.core.score.Formula.OfNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.w3c.dom.Element;

/**
 * What a model's mining schema makes of an input - what stands in for a missing number, which texts it knows - as a field derived
 * from it.
 */
final class TreatedField {
    /** What a mining field may say. */
    private static final Set<String> UNDERSTOOD = Set.of(
            "name", "usageType", "optype", "missingValueReplacement", "missingValueTreatment", "invalidValueTreatment");

    private static final Set<String> MEANS_NOTHING = Set.of("name", "usageType", "optype");

    private TreatedField() {}

    static boolean isUnderstood(Element mined) {
        return UNDERSTOOD.containsAll(attributes(mined))
                && PmmlMarkup.children(mined).isEmpty();
    }

    static List<String> attributes(Element element) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            names.add(element.getAttributes().item(i).getNodeName());
        }
        return names;
    }

    /** Whether the model takes the input as it comes: any number, any text, and missing as missing. */
    static boolean isPlain(Element mined, Element declared) {
        boolean text = declared.getAttribute("dataType").equals("string");
        return MEANS_NOTHING.containsAll(attributes(mined))
                && PmmlMarkup.children(mined).isEmpty()
                && (isPlainNumber(declared)
                        || text && PmmlMarkup.children(declared).isEmpty());
    }

    static boolean isPlainNumber(Element declared) {
        return declared.getAttribute("dataType").equals("double")
                && declared.getAttribute("optype").equals("continuous")
                && PmmlMarkup.children(declared).isEmpty();
    }

    static List<String> known(Element declared) {
        return PmmlMarkup.children(declared, "Value").stream()
                .map(value -> value.getAttribute("value"))
                .toList();
    }

    /**
     * @param input what the field is made of
     * @param named the name of a field that holds a number
     * @return empty = it cannot be said in PMML
     */
    static Optional<Element> value(
            PmmlMarkup markup, Formula input, Element mined, Element declared, Function<OfNumber, String> named) {
        List<String> known = known(declared);
        if (!isUnderstood(mined)) {
            return Optional.empty();
        }
        if (input instanceof OfNumber number) {
            return known.isEmpty() ? Optional.of(replaced(markup, number, mined, named)) : Optional.empty();
        }
        if (known.isEmpty()
                || !mined.getAttribute("invalidValueTreatment").equals("asMissing")
                || !mined.getAttribute("missingValueReplacement").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                input instanceof OfCategory category
                        ? DiscreteField.categories(markup, category, known)
                        : DiscreteField.intervals(markup, (OfInterval) input, Set.copyOf(known), "string"));
    }

    private static Element replaced(
            PmmlMarkup markup, OfNumber number, Element mined, Function<OfNumber, String> named) {
        if (mined.getAttribute("missingValueReplacement").isEmpty()) {
            return number.element();
        }
        String whole = named.apply(number);
        return markup.with(
                markup.element("Apply", "function", "if"),
                markup.with(
                        markup.element("Apply", "function", "isNotMissing"),
                        markup.element("FieldRef", "field", whole)),
                markup.element("FieldRef", "field", whole),
                markup.text("Constant", mined.getAttribute("missingValueReplacement"), "dataType", "double"));
    }

    /** A field of the type that the input was declared to have. */
    static Element derived(PmmlMarkup markup, String name, Element declared, Element value) {
        boolean text = declared.getAttribute("dataType").equals("string");
        return markup.with(
                markup.element(
                        "DerivedField",
                        "name",
                        name,
                        "optype",
                        text ? "categorical" : "continuous",
                        "dataType",
                        declared.getAttribute("dataType")),
                value);
    }
}
