package cip.core.rule;

import cip.spi.FeatureColumn;
import cip.spi.FeatureMatrix;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the customers of one matrix have, in words. What is said of a customer is worked out once, however many conditions
 * and explanations say it; so ask everything about one row before the next. Belongs to one thread.
 */
public final class CustomerWords {
    private final Vocabulary vocabulary;
    private final FeatureMatrix terms;
    private final Map<String, Column> columns = new HashMap<>();

    /** @param terms a row per customer */
    public CustomerWords(Vocabulary vocabulary, FeatureMatrix terms) {
        this.vocabulary = vocabulary;
        this.terms = terms;
    }

    FeatureMatrix terms() {
        return terms;
    }

    /** What a customer has: a probability in percent, an amount with its currency, "missing". */
    public String value(String term, int row) {
        return column(term).usual(row).words();
    }

    /** A number of the term, no matter whose it is. */
    public String value(String term, double number) {
        return vocabulary.value(term, number);
    }

    /** The term's label; of an unknown term its name. */
    public String label(String term) {
        return vocabulary.label(term);
    }

    /** Lets every condition on a term say where a customer's value comes from. @param because in words, by row */
    public void explain(String term, IntFunction<String> because) {
        column(term).because = because;
    }

    Column column(String term) {
        return columns.computeIfAbsent(term, name -> new Column(vocabulary.words(name), terms.column(name)));
    }

    /** The values of one term. */
    static final class Column {
        private final ValueWords words;
        private final FeatureColumn values;
        private IntFunction<String> because = row -> "";
        private int row = -1;
        private ValueWords.@Nullable Actual said;

        private Column(ValueWords words, FeatureColumn values) {
            this.words = words;
            this.values = values;
        }

        /** Where the value comes from; empty = it is known from the start. */
        String because(int row) {
            return because.apply(row);
        }

        /** Rounded, but never so far that it seems to lie on the other side of a threshold. */
        String actual(int row, double[] thresholds) {
            ValueWords.Actual usual = usual(row);
            return usual.keepsTo(thresholds) ? usual.words() : words.rounded(usual.number(), thresholds);
        }

        private ValueWords.Actual usual(int row) {
            ValueWords.Actual known = said;
            if (known == null || row != this.row) {
                known = words.actual(values, row);
                this.row = row;
                this.said = known;
            }
            return known;
        }
    }
}
