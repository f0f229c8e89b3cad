package cip.core.rule;

import cip.spi.FeatureColumn;
import cip.spi.FeatureMatrix;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What a guardrail file may ask about one customer, by the names of the vocabulary. A missing value makes every comparison
 * false; {@code !=} would make it true, so files use {@link #isNot} instead.
 */
public final class Customer {
    private final FeatureMatrix terms;
    private final int row;

    Customer(FeatureMatrix terms, int row) {
        this.terms = terms;
        this.row = row;
    }

    int row() {
        return row;
    }

    /** {@code null} = missing, also when the term is not known yet at this step; never -0.0. */
    public @Nullable Double number(String term) {
        if (!terms.has(term)) {
            return null;
        }
        double number = ((FeatureColumn.NumberColumn) terms.column(term)).values()[row];
        return Double.isNaN(number) ? null : Double.valueOf(number + 0.0);
    }

    /** {@code null} = missing. */
    public @Nullable String text(String term) {
        return terms.has(term) ? ((FeatureColumn.TextColumn) terms.column(term)).values()[row] : null;
    }

    /** Whether a yes/no term is known to be yes. */
    public boolean yes(String term) {
        Double number = number(term);
        return number != null && number == 1;
    }

    /** Whether a yes/no term is known to be no. */
    public boolean no(String term) {
        Double number = number(term);
        return number != null && number == 0;
    }

    /** Whether the term is known and is another text. */
    public boolean isNot(String term, String value) {
        String text = text(term);
        return text != null && !text.equals(value);
    }

    /** Whether the term is known and is another number. */
    public boolean isNot(String term, double value) {
        Double number = number(term);
        return number != null && number != value;
    }

    public boolean isMissing(String term) {
        return value(term) == null;
    }

    /** Whether the term is known and is in the list, of numbers or of texts. */
    public boolean isOneOf(String term, Collection<?> values) {
        Object value = value(term);
        return value != null && values.contains(value);
    }

    /** Whether the term is known and is not in the list, of numbers or of texts. */
    public boolean isNoneOf(String term, Collection<?> values) {
        Object value = value(term);
        return value != null && !values.contains(value);
    }

    private @Nullable Object value(String term) {
        return terms.has(term) && terms.column(term) instanceof FeatureColumn.NumberColumn ? number(term) : text(term);
    }
}
