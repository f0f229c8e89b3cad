package cip.server.customers;

import cip.core.customer.Attribute;
import cip.core.customer.CustomerSchema;
import cip.server.http.Caller;
import cip.server.http.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who sees what identifies a person; everybody else sees {@value #MASK} in its place. */
public final class PersonalData {
    public static final String MASK = "•••";

    private static final String VALUE_FOLLOWS = "; it is ";

    private final Set<String> personal;
    private final Set<Role> seenBy;

    /** @param seenBy the roles one of which is needed */
    public PersonalData(CustomerSchema schema, Set<Role> seenBy) {
        this.personal = schema.attributes().stream()
                .filter(Attribute::identifiesPerson)
                .map(Attribute::name)
                .collect(Collectors.toUnmodifiableSet());
        this.seenBy = Set.copyOf(seenBy);
    }

    public boolean isSeenBy(Caller caller) {
        return caller.roles().stream().anyMatch(seenBy::contains);
    }

    /** Whether the caller sees a mask instead of the attribute's value. */
    boolean masks(Attribute attribute, @Nullable Object value, Caller caller) {
        return value != null && personal.contains(attribute.name()) && !isSeenBy(caller);
    }

    /** The decision as the caller may see it: rules stay readable, a personal value that met one is masked. */
    public ObjectNode shown(ObjectNode decision, Caller caller) {
        if (!isSeenBy(caller)) {
            decision.path("trace")
                    .forEach(rules ->
                            rules.forEach(rule -> rule.path("conditions").forEach(condition -> {
                                if (personal.contains(condition.path("term").asText())) {
                                    maskCondition((ObjectNode) condition, decision);
                                }
                            })));
            decision.at("/trace/scores")
                    .forEach(score -> score.path("attributions").forEach(part -> {
                        if (personal.contains(part.path("input").asText())) {
                            mask((ObjectNode) score, (ObjectNode) part);
                        }
                    }));
        }
        return decision;
    }

    private static void mask(ObjectNode score, ObjectNode part) {
        String label = part.path("label").asText();
        String named = label + " (" + part.path("value").asText() + ")";
        score.put("sentence", score.path("sentence").asText().replace(named, label + " (" + MASK + ")"));
        part.put("value", MASK);
    }

    private static void maskCondition(ObjectNode condition, ObjectNode decision) {
        condition.put("actual", MASK);
        String start = condition.path("text").asText() + VALUE_FOLLOWS;
        for (JsonNode action : decision.path("actions")) {
            ArrayNode reasons = (ArrayNode) action.path("reasons");
            List<String> masked = reasons.valueStream()
                    .map(reason -> masked(reason.asText(), start))
                    .toList();
            reasons.removeAll();
            masked.forEach(reasons::add);
        }
        for (JsonNode action : decision.path("notRecommended")) {
            ((ObjectNode) action).put("reason", masked(action.path("reason").asText(), start));
        }
    }

    private static String masked(String reason, String start) {
        return reason.startsWith(start) ? start + MASK + "." : reason;
    }
}
