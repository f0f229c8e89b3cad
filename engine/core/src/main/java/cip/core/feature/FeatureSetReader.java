package cip.core.feature;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the file of feature definitions; every problem is collected before it is refused. */
final class FeatureSetReader {
    private static final Set<String> KEYS = Set.of("name", "label", "type", "unit", "description", "expression");

    private final List<String> problems = new ArrayList<>();

    FeatureSet read(String json) {
        List<FeatureDefinition> definitions = new ArrayList<>();
        try {
            JsonNode root = FeatureJson.parse(json);
            JsonNode features = root.path("features");
            if (root.size() != 1 || !features.isArray()) {
                problems.add("the file is not an object with the one key features, holding a list");
            }
            for (JsonNode feature : features) {
                definition(feature, definitions.size() + problems.size()).ifPresent(definitions::add);
            }
        } catch (JsonProcessingException e) {
            problems.add("the file is not JSON: " + e.getOriginalMessage() + " at line "
                    + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()));
        }
        FeatureSet.refuse(problems, "a key is misspelled; the guide to features lists all of them");
        return new FeatureSet(definitions);
    }

    private Optional<FeatureDefinition> definition(JsonNode json, int position) {
        String name = json.path("name").asText();
        String where = name.isEmpty() ? "feature number " + (position + 1) : "feature " + name;
        int before = problems.size();
        json.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                problems.add(where + ": unknown key " + key);
            }
        });
        if (!name.matches(FeatureDefinition.NAME_PATTERN)) {
            problems.add(where + ": the name is not made of lower-case letters, digits and underscores");
        }
        for (String key : List.of("label", "description")) {
            if (json.path(key).asText().isBlank()) {
                problems.add(where + ": " + key + " is missing");
            }
        }
        FeatureDefinition.Type type = type(json.path("type").asText(), where);
        FeatureExpression expression =
                new ExpressionReader(where, problems).read(json.path("expression"), "expression");
        if (problems.size() > before) {
            return Optional.empty();
        }
        return Optional.of(new FeatureDefinition(
                name,
                json.path("label").asText(),
                type,
                json.path("unit").asText(),
                json.path("description").asText(),
                expression));
    }

    private FeatureDefinition.Type type(String written, String where) {
        for (FeatureDefinition.Type type : FeatureDefinition.Type.values()) {
            if (type.name().equals(written)) {
                return type;
            }
        }
        problems.add(
                where + ": type is " + (written.isEmpty() ? "missing" : written) + ", expected NUMBER, TEXT or YES_NO");
        return FeatureDefinition.Type.NUMBER;
    }
}
