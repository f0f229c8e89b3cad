package cip.plugins.clv;

import cip.spi.Evidence.Finding;
import cip.spi.Evidence.Finding.Kind;
import cip.spi.Evidence.Row;
import cip.spi.Evidence.Table;
import cip.spi.TrainedModel.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says of both models' parameters how far the data fix them, and which they leave open. */
final class OpenParameters {
    /** Half the 95 % point of chi-squared with one degree of freedom: what one parameter gains by chance. */
    private static final double BY_CHANCE = 1.92;

    private final LogParameters purchases;
    private final @Nullable LogParameters value;
    private final double withoutLeaving;

    /** @param value {@code null} = what a purchase comes to was not fitted */
    OpenParameters(LogParameters purchases, @Nullable LogParameters value, double withoutLeaving) {
        this.purchases = purchases;
        this.value = value;
        this.withoutLeaving = withoutLeaving;
    }

    List<Finding> findings(List<String> timing, List<String> spend) {
        List<Finding> findings = new ArrayList<>();
        if (purchases.logLikelihood() - withoutLeaving < BY_CHANCE) {
            findings.add(open(
                    timing,
                    "The data do not say that customers ever leave: a model in which nobody does explains the purchases as well"
                            + " (log-likelihood %.2f against %.2f), so the probability of being alive says little here.",
                    withoutLeaving,
                    purchases.logLikelihood()));
        } else if (purchases.isVague(2) || purchases.isVague(3)) {
            findings.add(open(
                    timing,
                    "The data leave open how customers differ in leaving: a is %.3g and b is %.3g, but far other values explain"
                            + " the purchases as well.",
                    purchases.parameter(2),
                    purchases.parameter(3)));
        }
        if (purchases.isVague(0) || purchases.isVague(1)) {
            findings.add(open(
                    timing,
                    "The data leave open how customers differ in the rate of purchases: r is %.3g and alpha is %.3g, but far other"
                            + " values explain the purchases as well.",
                    purchases.parameter(0),
                    purchases.parameter(1)));
        }
        if (value != null && (value.isVague(0) || value.isVague(1) || value.isVague(2))) {
            findings.add(open(
                    spend,
                    "The data leave open how customers differ in what a purchase comes to: p is %.3g, q is %.3g and v is %.3g, but"
                            + " far other values explain the spend as well.",
                    value.parameter(0),
                    1 + value.parameter(1),
                    value.parameter(2)));
        }
        return findings;
    }

    /** Each parameter with its 95 % interval; none where the data leave it open. */
    Table table() {
        List<Row> rows = new ArrayList<>(List.of(
                row("r", purchases, 0, 0),
                row("alpha", purchases, 1, 0),
                row("a", purchases, 2, 0),
                row("b", purchases, 3, 0)));
        String title = String.format(
                Locale.ROOT,
                "Parameters of BG/NBD (log-likelihood %.2f; %.2f if nobody ever left)",
                purchases.logLikelihood(),
                withoutLeaving);
        if (value != null) {
            rows.addAll(List.of(row("p", value, 0, 0), row("q", value, 1, 1), row("v", value, 2, 0)));
            title += String.format(Locale.ROOT, " and Gamma-Gamma (%.2f)", value.logLikelihood());
        }
        return new Table("parameters", title + ", time in weeks.", rows);
    }

    private static Row row(String name, LogParameters found, int index, double above) {
        boolean vague = found.isVague(index);
        return new Row(
                name,
                List.of(new Metric(
                        "value",
                        above + found.parameter(index),
                        Double.NaN,
                        vague ? Double.NaN : above + found.low(index),
                        vague ? Double.NaN : above + found.high(index))),
                vague ? "left open by the data" : "");
    }

    private static Finding open(List<String> features, String text, Object... numbers) {
        return new Finding(Kind.NOT_IDENTIFIED, String.format(Locale.ROOT, text, numbers), features);
    }
}
