package cip.core.feature;

import cip.core.customer.Attribute;
import cip.core.customer.CustomerRecord;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The customers of one computation, as columns made when first asked for. The dependencies were checked before, so there is
 * no cycle. Not thread-safe: it lives for one call.
 */
public final class Rows {
    private final Declarations declared;
    private final List<CustomerRecord> records;
    private final Instant asOf;
    private final BiFunction<Rows, Reference, Map<String, Distribution>> references;
    private final Map<String, FeatureColumn> columns = new HashMap<>();

    Rows(
            Declarations declared,
            List<CustomerRecord> records,
            Instant asOf,
            BiFunction<Rows, Reference, Map<String, Distribution>> references) {
        this.declared = declared;
        this.records = records;
        this.asOf = asOf;
        this.references = references;
    }

    int count() {
        return records.size();
    }

    Instant asOf() {
        return asOf;
    }

    CustomerRecord customer(int row) {
        return records.get(row);
    }

    /** The distributions by group; without grouping one, under the empty text. */
    Map<String, Distribution> distributions(Reference reference) {
        return references.apply(this, reference);
    }

    /** The one distribution of a reference without grouping. */
    Distribution distribution(FeatureExpression of) {
        return distributions(Reference.of(of)).getOrDefault("", Distribution.of(new double[0]));
    }

    double[] numbers(FeatureExpression expression) {
        return ((NumberColumn) expression.compute(this)).values();
    }

    @Nullable
    String[] texts(FeatureExpression expression) {
        return ((TextColumn) expression.compute(this)).values();
    }

    FeatureColumn column(String name) {
        FeatureColumn known = columns.get(name);
        if (known != null) {
            return known;
        }
        FeatureColumn made = declared.attribute(name).map(this::read).orElseGet(() -> declared.feature(name)
                .orElseThrow(() -> new IllegalStateException("There is no attribute or feature " + name + "."))
                .expression()
                .compute(this));
        FeatureColumn column = named(name, made);
        columns.put(name, column);
        return column;
    }

    /** Takes the array over: what is not finite becomes missing, and zero loses its sign. */
    static FeatureColumn numbers(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.isFinite(values[i]) ? values[i] + 0.0 : Double.NaN;
        }
        return new NumberColumn("", values);
    }

    static FeatureColumn texts(@Nullable String[] values) {
        return new TextColumn("", values);
    }

    private static FeatureColumn named(String name, FeatureColumn column) {
        return column instanceof TextColumn text
                ? new TextColumn(name, text.values())
                : new NumberColumn(name, ((NumberColumn) column).values());
    }

    private FeatureColumn read(Attribute attribute) {
        String name = attribute.name();
        if (attribute.type() == Attribute.Type.TEXT) {
            @Nullable String[] values = new String[records.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(records.get(i), name, String.class);
            }
            return texts(values);
        }
        double[] values = new double[records.size()];
        boolean yesNo = attribute.type() == Attribute.Type.YES_NO;
        for (int i = 0; i < values.length; i++) {
            values[i] = yesNo ? flag(records.get(i), name) : number(records.get(i), name);
        }
        return numbers(values);
    }

    private static double number(CustomerRecord customer, String name) {
        Double value = value(customer, name, Double.class);
        return value == null ? Double.NaN : value;
    }

    private static double flag(CustomerRecord customer, String name) {
        Boolean value = value(customer, name, Boolean.class);
        return value == null ? Double.NaN : value ? 1 : 0;
    }

    static <T> @Nullable T value(CustomerRecord customer, String name, Class<T> type) {
        Object value = customer.attributes().get(name);
        if (value != null && !type.isInstance(value)) {
            throw new EngineException(
                    ErrorCode.INVALID_VALUE,
                    "The attribute " + name + " of customer " + customer.id() + " is held as "
                            + value.getClass().getSimpleName() + ", expected " + type.getSimpleName()
                            + ".\nMaybe the schema's type of the attribute changed after the customer was imported.");
        }
        return type.cast(value);
    }
}
