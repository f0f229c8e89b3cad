package cip.core.feature;

import cip.core.customer.Attribute;
import cip.core.customer.CustomerSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The names that an expression may read, with their types and labels: the facts and consents of the schema, and the features.
 * Name, contact and identifier are nobody's feature; dates are read through {@link DaysSince} only.
 */
public final class Declarations {
    private final CustomerSchema schema;
    private final Map<String, Attribute> attributes = new LinkedHashMap<>();
    private final Map<String, FeatureDefinition> features = new LinkedHashMap<>();

    Declarations(CustomerSchema schema, List<FeatureDefinition> definitions) {
        this.schema = schema;
        for (Attribute attribute : schema.attributes()) {
            boolean readable = attribute.role() == Attribute.Role.FACT || attribute.role() == Attribute.Role.CONSENT;
            if (readable && attribute.type() != Attribute.Type.DATE) {
                attributes.put(attribute.name(), attribute);
            }
        }
        definitions.forEach(definition -> features.put(definition.name(), definition));
    }

    /** The attributes that become columns, in the order of the schema. */
    List<Attribute> attributes() {
        return List.copyOf(attributes.values());
    }

    Optional<FeatureDefinition> feature(String name) {
        return Optional.ofNullable(features.get(name));
    }

    Optional<Attribute> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    boolean isDate(String name) {
        return schema.attribute(name)
                .filter(a -> a.type() == Attribute.Type.DATE)
                .isPresent();
    }

    Optional<FeatureDefinition.Type> type(String name) {
        return attribute(name).map(Declarations::typeOf).or(() -> feature(name).map(FeatureDefinition::type));
    }

    List<String> values(String name) {
        return attribute(name)
                .map(Attribute::values)
                .or(() -> feature(name).map(f -> f.expression().values(this)))
                .orElse(List.of());
    }

    /** The label as it stands inside a sentence: "annual income", but "CLV". */
    String label(String name) {
        String label = schema.attribute(name)
                .map(Attribute::label)
                .or(() -> feature(name).map(FeatureDefinition::label))
                .orElse(name);
        boolean abbreviation = label.length() > 1 && Character.isUpperCase(label.charAt(1));
        return label.isEmpty() || abbreviation
                ? label
                : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }

    void expectNumber(FeatureExpression operand, List<String> problems) {
        expect(operand, FeatureDefinition.Type.NUMBER, problems);
    }

    void expectText(FeatureExpression operand, List<String> problems) {
        expect(operand, FeatureDefinition.Type.TEXT, problems);
    }

    void expectYesNo(FeatureExpression operand, List<String> problems) {
        expect(operand, FeatureDefinition.Type.YES_NO, problems);
    }

    /** A yes or no serves as the number 1 or 0. */
    private void expect(FeatureExpression operand, FeatureDefinition.Type wanted, List<String> problems) {
        FeatureDefinition.Type found = operand.type(this, problems).orElse(wanted);
        boolean asNumber = wanted == FeatureDefinition.Type.NUMBER && found == FeatureDefinition.Type.YES_NO;
        if (found != wanted && !asNumber) {
            problems.add(operand.sentence(this) + " is a " + found + ", expected a " + wanted);
        }
    }

    private static FeatureDefinition.Type typeOf(Attribute attribute) {
        return switch (attribute.type()) {
            case NUMBER, WHOLE_NUMBER -> FeatureDefinition.Type.NUMBER;
            case YES_NO -> FeatureDefinition.Type.YES_NO;
            case TEXT, DATE -> FeatureDefinition.Type.TEXT;
        };
    }
}
