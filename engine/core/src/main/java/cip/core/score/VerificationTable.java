package cip.core.score;

import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.w3c.dom.Element;

/**
 * The verification records of a model whose inputs have changed: training rows spread evenly and up to ten more with a missing
 * input, with the scores they must get. Precision and output stay as the trainer wrote them.
 */
final class VerificationTable {
    private static final int EVENLY = 40;
    private static final int WITH_MISSING = 10;

    private final PmmlMarkup markup;
    private final Element model;
    private final List<String> inputs;

    VerificationTable(PmmlMarkup markup, Element model, List<String> inputs) {
        this.markup = markup;
        this.model = model;
        this.inputs = inputs;
    }

    /** Writes nothing when the trainer wrote no records. */
    void write(FeatureMatrix rows, double[] fitted) {
        PmmlMarkup.children(model, "ModelVerification").forEach(old -> write(old, rows, fitted));
    }

    private void write(Element verification, FeatureMatrix rows, double[] fitted) {
        Element fields = PmmlMarkup.child(verification, "VerificationFields");
        List<Element> all = PmmlMarkup.children(fields, "VerificationField");
        Element output = all.get(all.size() - 1);
        all.forEach(PmmlMarkup::remove);
        for (String input : inputs) {
            markup.with(fields, markup.element("VerificationField", "field", input, "column", input));
        }
        markup.with(fields, output);
        boolean whole = output.getAttribute("precision").equals("0");
        Element table = PmmlMarkup.child(verification, "InlineTable");
        PmmlMarkup.children(table).forEach(PmmlMarkup::remove);
        Set<Integer> chosen = chosen(rows);
        for (int row : chosen) {
            Element written = markup.element("row");
            for (String input : inputs) {
                String value = value(rows.column(input), row);
                if (!value.isEmpty()) {
                    written.appendChild(markup.text(input, value));
                }
            }
            String score = whole ? Long.toString((long) fitted[row]) : Double.toString(fitted[row]);
            written.appendChild(markup.text(output.getAttribute("column"), score));
            markup.with(table, written);
        }
        verification.setAttribute("recordCount", Integer.toString(chosen.size()));
        verification.setAttribute("fieldCount", Integer.toString(inputs.size() + 1));
    }

    /** Empty = missing. */
    private static String value(FeatureColumn column, int row) {
        if (column instanceof TextColumn texts) {
            String text = texts.values()[row];
            return text == null ? "" : text;
        }
        double number = ((NumberColumn) column).values()[row];
        return Double.isNaN(number) ? "" : Double.toString(number);
    }

    private Set<Integer> chosen(FeatureMatrix rows) {
        TreeSet<Integer> chosen = new TreeSet<>();
        int evenly = Math.min(EVENLY, rows.rows());
        for (int i = 0; i < evenly; i++) {
            chosen.add((int) ((long) i * rows.rows() / evenly));
        }
        IntStream.range(0, rows.rows())
                .filter(row -> !chosen.contains(row)
                        && inputs.stream().anyMatch(input -> value(rows.column(input), row)
                                .isEmpty()))
                .limit(WITH_MISSING)
                .boxed()
                .toList()
                .forEach(chosen::add);
        return chosen;
    }
}
