package cip.core.decide;

import cip.core.customer.Contact;
import cip.core.customer.CustomerRecordJson;
import cip.core.customer.PurchaseSummary;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The examples of a strategy as JSON, in the form of {@code rules/examples.json}. */
public final class ExampleJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ExampleJson() {}

    public static ObjectNode write(List<Example> examples) {
        ObjectNode json = NODES.objectNode();
        ArrayNode list = json.putArray("examples");
        examples.forEach(example -> list.add(write(example)));
        return json;
    }

    public static ObjectNode write(Example example) {
        ObjectNode json = NODES.objectNode()
                .put("id", example.id())
                .put("why", example.why())
                .put("asOf", example.asOf().toString());
        ObjectNode customer = json.putObject("customer");
        customer.<ObjectNode>set(
                        "attributes",
                        CustomerRecordJson.writeAttributes(example.customer().attributes()))
                .set(
                        "purchases",
                        CustomerRecordJson.writePurchases(example.customer().purchases()));
        CustomerRecordJson.writeContacts(example.customer().contacts(), customer);
        ObjectNode expected =
                json.putObject("expected").put("segment", example.expected().segment());
        example.expected().actions().forEach(expected.putArray("actions")::add);
        example.expected().never().forEach(expected.putArray("never")::add);
        return json;
    }

    /** @throws EngineException INVALID_STRATEGY naming the example and the member that cannot be read */
    static List<Example> read(JsonNode json) {
        if (!json.path("examples").isArray()) {
            throw new EngineException(
                    ErrorCode.INVALID_STRATEGY, "The part examples of the strategy has no list examples.");
        }
        List<Example> examples = new ArrayList<>();
        json.path("examples").forEach(example -> examples.add(example(example)));
        return examples;
    }

    private static Example example(JsonNode json) {
        String id = text(json, "id", "");
        return new Example(
                id,
                text(json, "why", id),
                instant(text(json, "asOf", id), id),
                new Example.Frozen(
                        attributes(json.at("/customer/attributes"), id),
                        purchases(json.at("/customer/purchases"), id),
                        contacts(json.at("/customer/contacts"), id)),
                new Example.Expected(
                        text(json.path("expected"), "segment", id),
                        texts(json.at("/expected/actions"), "actions", id),
                        texts(json.at("/expected/never"), "never", id)));
    }

    private static Map<String, Object> attributes(JsonNode json, String example) {
        Map<String, Object> attributes = new HashMap<>();
        json.properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (value.isNumber()) {
                attributes.put(member.getKey(), value.doubleValue());
            } else if (value.isBoolean()) {
                attributes.put(member.getKey(), value.booleanValue());
            } else if (value.isTextual()) {
                attributes.put(member.getKey(), value.textValue());
            } else if (!value.isNull()) {
                throw unreadable(example, "attribute " + member.getKey(), "text, a number, true or false");
            }
        });
        return attributes;
    }

    private static PurchaseSummary purchases(JsonNode json, String example) {
        try {
            return CustomerRecordJson.readPurchases(json);
        } catch (DateTimeException e) {
            throw unreadable(example, "purchases", "dates such as 2026-06-30T00:00:00Z");
        }
    }

    private static List<Contact> contacts(JsonNode json, String example) {
        try {
            return CustomerRecordJson.readContacts(json);
        } catch (DateTimeException e) {
            throw unreadable(example, "contacts", "instants such as 2026-06-30T00:00:00Z");
        }
    }

    private static Instant instant(String text, String example) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw unreadable(example, "asOf", "an instant such as 2026-06-30T00:00:00Z");
        }
    }

    private static String text(JsonNode json, String member, String example) {
        JsonNode value = json.path(member);
        if (!value.isTextual()) {
            throw unreadable(example, member, "text");
        }
        return value.textValue();
    }

    /** Left out = none. */
    private static List<String> texts(JsonNode json, String member, String example) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : json) {
            if (!element.isTextual()) {
                throw unreadable(example, member, "a list of ids");
            }
            texts.add(element.textValue());
        }
        return texts;
    }

    private static EngineException unreadable(String example, String member, String expected) {
        String whose = example.isEmpty() ? "an example" : "the example " + example;
        return new EngineException(
                ErrorCode.INVALID_STRATEGY,
                "The " + member + " of " + whose + " cannot be read, expected " + expected + ".");
    }
}
