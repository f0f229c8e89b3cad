package cip.core.score;

import cip.core.score.Formula.OfCategory;
import cip.core.score.Formula.OfInterval;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.w3c.dom.Element;

/** Tables in PMML: what becomes of a text, or of a number in an interval. What is in no row is missing. */
final class DiscreteField {
    private static final String INPUT = "input";
    private static final String OUTPUT = "output";

    private DiscreteField() {}

    /** @param known texts that the model knows; any other counts as missing */
    static Element categories(PmmlMarkup markup, OfCategory category, Collection<String> known) {
        TreeMap<String, String> rows = new TreeMap<>();
        Set<String> values = new TreeSet<>(known);
        values.addAll(category.named());
        for (String value : values) {
            String becomes = category.becomes().apply(value);
            if (known.contains(becomes)) {
                rows.put(value, becomes);
            }
        }
        return table(markup, category.attribute(), rows, "string");
    }

    /** 1 for the values that become the category, 0 for all others; empty = none becomes it. */
    static Optional<Element> isCategory(PmmlMarkup markup, OfCategory category, String wanted) {
        TreeMap<String, String> rows = new TreeMap<>();
        Set<String> values = new TreeSet<>(category.named());
        values.add(wanted);
        for (String value : values) {
            if (category.becomes().apply(value).equals(wanted)) {
                rows.put(value, "1");
            }
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Element table = table(markup, category.attribute(), rows, "double");
        table.setAttribute("defaultValue", "0");
        return Optional.of(table);
    }

    /** @param known names of intervals that the model knows; a number in any other counts as missing */
    static Element intervals(PmmlMarkup markup, OfInterval intervals, Set<String> known, String dataType) {
        Element discretize = markup.element("Discretize", "field", intervals.field(), "dataType", dataType);
        for (int i = 0; i < intervals.labels().size(); i++) {
            double low = intervals.edges().get(i);
            double high = intervals.edges().get(i + 1);
            if (low < high && known.contains(intervals.labels().get(i))) {
                Element bin = markup.element(
                        "DiscretizeBin", "binValue", intervals.labels().get(i));
                markup.with(discretize, markup.with(bin, interval(markup, low, high, intervals.lowerIncluded())));
            }
        }
        return discretize;
    }

    private static Element interval(PmmlMarkup markup, double low, double high, boolean lowerIncluded) {
        boolean closedLow = lowerIncluded && !Double.isInfinite(low);
        boolean closedHigh = !lowerIncluded && !Double.isInfinite(high);
        Element interval = markup.element("Interval", "closure", closure(closedLow, closedHigh));
        if (!Double.isInfinite(low)) {
            interval.setAttribute("leftMargin", Double.toString(low));
        }
        if (!Double.isInfinite(high)) {
            interval.setAttribute("rightMargin", Double.toString(high));
        }
        return interval;
    }

    private static String closure(boolean closedLow, boolean closedHigh) {
        return closedLow ? "closedOpen" : closedHigh ? "openClosed" : "openOpen";
    }

    private static Element table(PmmlMarkup markup, String field, TreeMap<String, String> rows, String dataType) {
        Element inline = markup.element("InlineTable");
        rows.forEach((input, output) -> markup.with(
                inline, markup.with(markup.element("row"), markup.text(INPUT, input), markup.text(OUTPUT, output))));
        return markup.with(
                markup.element("MapValues", "outputColumn", OUTPUT, "dataType", dataType),
                markup.element("FieldColumnPair", "field", field, "column", INPUT),
                inline);
    }
}
