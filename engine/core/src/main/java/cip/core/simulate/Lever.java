package cip.core.simulate;

import cip.core.customer.Attribute;
import cip.core.customer.CustomerRecord;
import cip.core.customer.CustomerSchema;
import cip.core.decide.CustomerBase;
import cip.core.feature.Distribution;
import cip.spi.FeatureColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * An attribute that could be another, with the values that customers have in it.
 *
 * @param values different ones, numbers rising; at most {@value #MOST_VALUES}
 * @param distribution of the base's numbers; of no values for texts
 */
record Lever(Attribute attribute, List<Object> values, Distribution distribution) {
    private static final int MOST_VALUES = 65;

    /** Every fact about a customer that is neither personal nor fixed and that the base knows two values of. */
    static List<Lever> of(CustomerSchema schema, CustomerBase base) {
        return schema.attributes().stream()
                .filter(attribute -> attribute.role() == Attribute.Role.FACT)
                .filter(attribute -> !attribute.fixed() && !attribute.identifiesPerson())
                .filter(attribute -> attribute.type() != Attribute.Type.DATE)
                .map(attribute -> of(attribute, base))
                .filter(lever -> lever.values.size() > 1)
                .toList();
    }

    private static Lever of(Attribute attribute, CustomerBase base) {
        FeatureColumn column = base.terms().column(attribute.name());
        if (column instanceof FeatureColumn.TextColumn text) {
            List<Object> texts = new ArrayList<>(new TreeSet<>(
                    Arrays.stream(text.values()).filter(Objects::nonNull).toList()));
            return new Lever(attribute, texts.size() > MOST_VALUES ? List.of() : texts, Distribution.of(new double[0]));
        }
        Distribution distribution = Distribution.of(((FeatureColumn.NumberColumn) column).values());
        if (attribute.type() == Attribute.Type.YES_NO) {
            return new Lever(attribute, List.of(false, true), distribution);
        }
        TreeSet<Object> numbers = new TreeSet<>();
        for (int i = 0; distribution.count() > 0 && i < MOST_VALUES; i++) {
            double number = distribution.quantile(i / (MOST_VALUES - 1.0));
            numbers.add(isWhole(attribute) ? Math.rint(number) : number);
        }
        return new Lever(attribute, List.copyOf(numbers), distribution);
    }

    boolean isNumber() {
        return attribute.type() == Attribute.Type.NUMBER || isWhole(attribute);
    }

    private static boolean isWhole(Attribute attribute) {
        return attribute.type() == Attribute.Type.WHOLE_NUMBER;
    }

    Optional<Object> now(CustomerRecord customer) {
        return customer.attribute(attribute.name());
    }

    /** The values that the customer does not have. */
    List<Object> others(CustomerRecord customer) {
        Optional<Object> now = now(customer);
        return values.stream().filter(value -> !now.equals(Optional.of(value))).toList();
    }

    /** Part of the base between what the customer has and another value; of values without an order, everybody. */
    double share(CustomerRecord customer, Object to) {
        if (isNumber() && now(customer).orElse(null) instanceof Double from) {
            return Math.abs(distribution.percentile((Double) to) - distribution.percentile(from));
        }
        return 1;
    }

    /** The smallest difference worth saying: a whole one, or about a thousandth of what customers have. */
    double unit() {
        double spread = distribution.maximum() - distribution.minimum();
        double unit = Math.pow(10, Math.floor(Math.log10(spread)) - 2);
        return isWhole(attribute) ? Math.max(1, Math.rint(unit)) : unit;
    }

    CustomerRecord moved(CustomerRecord customer, Object to) {
        Map<String, Object> attributes = new HashMap<>(customer.attributes());
        attributes.put(attribute.name(), to);
        return customer.with(attributes);
    }
}
