package cip.core.feature;

import cip.core.customer.CustomerRecord;
import cip.core.customer.CustomerSchema;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The declared features in the order of the file. No name occurs twice and no feature depends on itself; whether the names it
 * reads exist depends on the schema, see {@link #problems}.
 */
public record FeatureSet(List<FeatureDefinition> definitions) {
    /** @throws EngineException {@code INVALID_STRATEGY} listing every name that occurs twice and every cycle */
    public FeatureSet {
        definitions = List.copyOf(definitions);
        List<String> problems = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (FeatureDefinition definition : definitions) {
            if (!names.add(definition.name())) {
                problems.add("feature " + definition.name() + " is declared twice");
            }
        }
        problems.addAll(new FeatureDependencies(definitions).cycles());
        refuse(problems, "two features were given one name, or a formula reads its own result");
    }

    /** @throws EngineException {@code INVALID_STRATEGY} listing every problem of the text and of the definitions */
    public static FeatureSet parse(String json) {
        return new FeatureSetReader().read(json);
    }

    /** Equal sets give equal bytes. */
    public String toJson() {
        ObjectNode root = FeatureJson.object();
        ArrayNode features = root.putArray("features");
        for (FeatureDefinition definition : definitions) {
            ObjectNode json = features.addObject()
                    .put("name", definition.name())
                    .put("label", definition.label())
                    .put("type", definition.type().name());
            if (!definition.unit().isEmpty()) {
                json.put("unit", definition.unit());
            }
            json.put("description", definition.description());
            json.set("expression", definition.expression().json(FeatureJson::name));
        }
        return FeatureJson.indented(root);
    }

    public Optional<FeatureDefinition> definition(String name) {
        return definitions.stream().filter(d -> d.name().equals(name)).findFirst();
    }

    /** One sentence for each definition that does not fit the schema; empty = all fit. */
    public List<String> problems(CustomerSchema schema) {
        Declarations declared = declarations(schema);
        List<String> problems = new ArrayList<>();
        for (FeatureDefinition definition : definitions) {
            List<String> own = new ArrayList<>();
            if (schema.attribute(definition.name()).isPresent()) {
                own.add("an attribute has the same name");
            }
            FeatureDefinition.Type result =
                    definition.expression().type(declared, own).orElse(definition.type());
            if (result != definition.type()) {
                own.add("its expression results in a " + result + ", declared is a " + definition.type());
            }
            own.forEach(problem -> problems.add("feature " + definition.name() + ": " + problem));
        }
        return problems;
    }

    /**
     * Learns the stored reference from customers as of an instant.
     *
     * @throws EngineException {@code INVALID_STRATEGY} when the set does not fit the schema
     */
    public FeatureReference fit(CustomerSchema schema, List<CustomerRecord> customers, Instant asOf) {
        refuse(problems(schema), "an attribute was renamed in config.yml");
        Map<Reference, Map<String, Distribution>> learned = new HashMap<>();
        Rows rows = new Rows(declarations(schema), customers, asOf, (all, reference) -> {
            Map<String, Distribution> known = learned.get(reference);
            if (known == null) {
                known = ReferenceLearner.learn(all, reference);
                learned.put(reference, known);
            }
            return known;
        });
        definitions.forEach(definition -> rows.column(definition.name()));
        Map<String, Map<String, Distribution>> named = new HashMap<>();
        learned.forEach((reference, groups) -> named.put(key(reference), groups));
        return new FeatureReference(asOf, customers.size(), named);
    }

    /** Every attribute, date and feature that the feature is computed from, however far down; transactions have no name. */
    public Set<String> lineage(String name) {
        return new FeatureDependencies(definitions).lineage(name);
    }

    /** The formula in English, e.g. "Purchase amount ÷ purchase frequency". */
    public String sentence(String name, CustomerSchema schema) {
        String sentence = required(name).expression().sentence(declarations(schema));
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    /** The texts that a feature can result in; empty = it is no text, or they are not known beforehand. */
    public List<String> values(String name, CustomerSchema schema) {
        return required(name).expression().values(declarations(schema));
    }

    Declarations declarations(CustomerSchema schema) {
        return new Declarations(schema, definitions);
    }

    /** The reference's name in a {@link FeatureReference}. */
    String key(Reference reference) {
        return FeatureJson.compact(reference.json(this::spelledOut));
    }

    private JsonNode spelledOut(String name) {
        return definition(name).map(d -> d.expression().json(this::spelledOut)).orElseGet(() -> FeatureJson.name(name));
    }

    private FeatureDefinition required(String name) {
        return definition(name)
                .orElseThrow(() -> new EngineException(
                        ErrorCode.NOT_FOUND,
                        "There is no feature " + name
                                + " in the feature set.\nMaybe it was renamed or is an attribute."));
    }

    static void refuse(List<String> problems, String likely) {
        if (!problems.isEmpty()) {
            throw new EngineException(
                    ErrorCode.INVALID_STRATEGY,
                    "The feature set has " + problems.size() + (problems.size() == 1 ? " problem:" : " problems:")
                            + "\n- " + String.join("\n- ", problems) + "\nMaybe " + likely + ".");
        }
    }
}
