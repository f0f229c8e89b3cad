package cip.core.contact;

import cip.core.action.Action;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A contact policy as JSON, in the form of {@code rules/contact.json}. What narrows nothing is left out. */
public final class ContactPolicyJson {
    private static final Set<String> OF_POLICY = Set.of("limits", "exempt");
    private static final Set<String> OF_LIMIT = Set.of("id", "counts", "most", "days", "channels", "kinds", "actions");

    private ContactPolicyJson() {}

    public static ObjectNode write(ContactPolicy policy) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode limits = json.putArray("limits");
        policy.limits().forEach(limit -> limits.add(write(limit)));
        texts(json, "exempt", policy.exempt());
        return json;
    }

    public static ObjectNode write(ContactLimit limit) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", limit.id());
        if (limit.counts() != ContactLimit.Counts.TOGETHER) {
            json.put("counts", limit.counts().name());
        }
        json.put("most", limit.most()).put("days", limit.days());
        texts(json, "channels", limit.channels());
        texts(json, "kinds", limit.kinds().stream().map(Enum::name).toList());
        texts(json, "actions", limit.actions());
        return json;
    }

    private static void texts(ObjectNode json, String member, List<String> texts) {
        if (!texts.isEmpty()) {
            texts.forEach(json.putArray(member)::add);
        }
    }

    /** @throws EngineException INVALID_STRATEGY naming the limit and the member that cannot be read */
    public static ContactPolicy read(JsonNode json) {
        String whose = "the contact policy";
        known(json, OF_POLICY, whose);
        if (!json.path("limits").isArray()) {
            throw unreadable("limits", whose, "a list of limits");
        }
        List<ContactLimit> limits = new ArrayList<>();
        json.path("limits").forEach(limit -> limits.add(readLimit(limit)));
        return new ContactPolicy(limits, texts(json, "exempt", whose, Function.identity(), "a list of action ids"));
    }

    /** @throws EngineException INVALID_STRATEGY naming the member that cannot be read */
    public static ContactLimit readLimit(JsonNode json) {
        if (!json.path("id").isTextual()) {
            throw unreadable("id", "a contact limit", "text");
        }
        String id = json.path("id").textValue();
        String whose = "the contact limit " + id;
        known(json, OF_LIMIT, whose);
        return new ContactLimit(
                id,
                json.has("counts") ? counts(json.path("counts"), whose) : ContactLimit.Counts.TOGETHER,
                number(json, "most", whose),
                number(json, "days", whose),
                texts(json, "channels", whose, Function.identity(), "a list of channel ids"),
                texts(
                        json,
                        "kinds",
                        whose,
                        Action.Kind::valueOf,
                        "a list of kinds out of " + Arrays.toString(Action.Kind.values())),
                texts(json, "actions", whose, Function.identity(), "a list of action ids"));
    }

    private static void known(JsonNode json, Set<String> members, String whose) {
        json.fieldNames().forEachRemaining(member -> {
            if (!members.contains(member)) {
                throw new EngineException(
                        ErrorCode.INVALID_STRATEGY,
                        "The member " + member + " of " + whose + " is not known, expected are "
                                + String.join(", ", members.stream().sorted().toList()) + ".");
            }
        });
    }

    private static ContactLimit.Counts counts(JsonNode json, String whose) {
        try {
            return ContactLimit.Counts.valueOf(json.asText());
        } catch (IllegalArgumentException e) {
            throw unreadable("counts", whose, "one of " + Arrays.toString(ContactLimit.Counts.values()));
        }
    }

    private static int number(JsonNode json, String member, String whose) {
        JsonNode value = json.path(member);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw unreadable(member, whose, "a whole number");
        }
        return value.intValue();
    }

    /** Left out = none. */
    private static <T> List<T> texts(
            JsonNode json, String member, String whose, Function<String, T> reading, String expected) {
        JsonNode list = json.path(member);
        if (!list.isArray() && !list.isMissingNode()) {
            throw unreadable(member, whose, expected);
        }
        List<T> texts = new ArrayList<>();
        for (JsonNode text : list) {
            if (!text.isTextual()) {
                throw unreadable(member, whose, expected);
            }
            try {
                texts.add(reading.apply(text.textValue()));
            } catch (IllegalArgumentException e) {
                throw unreadable(member, whose, expected);
            }
        }
        return texts;
    }

    private static EngineException unreadable(String member, String whose, String expected) {
        return new EngineException(
                ErrorCode.INVALID_STRATEGY,
                "The member " + member + " of " + whose + " cannot be read, expected " + expected + ".");
    }
}
