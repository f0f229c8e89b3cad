package cip.core.customer;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A customer record as JSON, with attribute values typed by the schema: text, number, true/false, ISO date. What is
 * written reads back as an equal record.
 */
public final class CustomerRecordJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<String, Attribute> attributes;

    public CustomerRecordJson(CustomerSchema schema) {
        this.attributes = schema.attributes().stream().collect(Collectors.toMap(Attribute::name, Function.identity()));
    }

    public ObjectNode write(CustomerRecord customer) {
        ObjectNode json = NODES.objectNode();
        json.put("id", customer.id().value());
        json.set("attributes", writeAttributes(customer.attributes()));
        json.set("purchases", writePurchases(customer.purchases()));
        writeContacts(customer.contacts(), json);
        return json;
    }

    /** Attributes by name, in the order of their names. */
    public static ObjectNode writeAttributes(Map<String, Object> attributes) {
        ObjectNode json = NODES.objectNode();
        new TreeMap<>(attributes).forEach((name, value) -> {
            if (value instanceof Double number) {
                json.put(name, number);
            } else if (value instanceof Boolean yes) {
                json.put(name, yes);
            } else {
                json.put(name, value.toString());
            }
        });
        return json;
    }

    /** @throws EngineException INVALID_VALUE naming every attribute that is unknown or of the wrong type */
    public CustomerRecord read(JsonNode json) {
        return new CustomerRecord(
                new CustomerId(json.path("id").asText()),
                readAttributes(json.path("attributes")),
                readPurchases(json.path("purchases")),
                readContacts(json.path("contacts")));
    }

    /** @throws EngineException INVALID_VALUE naming every attribute that is unknown, of the wrong type or out of range */
    public Map<String, Object> readAttributes(JsonNode json) {
        Map<String, Object> values = new HashMap<>();
        List<String> problems = new ArrayList<>();
        json.properties().forEach(member -> {
            Attribute attribute = attributes.get(member.getKey());
            if (attribute == null) {
                problems.add("The schema declares no attribute " + member.getKey() + ".");
            } else if (!member.getValue().isNull()) {
                Object value = value(attribute, member.getValue());
                if (value == null) {
                    problems.add("The attribute " + member.getKey() + " is not a valid "
                            + attribute.type().words() + ".");
                } else {
                    values.put(member.getKey(), value);
                }
            }
        });
        if (!problems.isEmpty()) {
            throw new EngineException(ErrorCode.INVALID_VALUE, String.join("\n", problems));
        }
        return values;
    }

    private static @Nullable Object value(Attribute attribute, JsonNode json) {
        return switch (attribute.type()) {
            case TEXT -> json.isTextual() && attribute.allows(json.textValue()) ? json.textValue() : null;
            case YES_NO -> json.isBoolean() ? (Object) json.booleanValue() : null;
            case NUMBER -> json.isNumber() && attribute.allows(json.doubleValue()) ? (Object) json.doubleValue() : null;
            case WHOLE_NUMBER ->
                json.isNumber()
                                && json.doubleValue() == Math.rint(json.doubleValue())
                                && attribute.allows(json.doubleValue())
                        ? (Object) json.doubleValue()
                        : null;
            case DATE -> json.isTextual() ? date(json.textValue()) : null;
        };
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    public static ObjectNode writePurchases(PurchaseSummary purchases) {
        ObjectNode json = NODES.objectNode();
        purchases.firstPurchaseAt().ifPresent(at -> json.put("firstPurchase", at.toString()));
        purchases.lastPurchaseAt().ifPresent(at -> json.put("lastPurchase", at.toString()));
        return json.put("purchaseDays", purchases.purchaseDays())
                .put("grossAmount", purchases.grossAmount())
                .put("refundedAmount", purchases.refundedAmount())
                .put("recentPurchaseDays", purchases.recentPurchaseDays())
                .put("recentNetAmount", purchases.recentNetAmount());
    }

    /** @throws DateTimeException when an instant is none */
    public static PurchaseSummary readPurchases(JsonNode json) {
        return new PurchaseSummary(
                instant(json.path("firstPurchase")),
                instant(json.path("lastPurchase")),
                json.path("purchaseDays").asInt(),
                json.path("grossAmount").asDouble(),
                json.path("refundedAmount").asDouble(),
                json.path("recentPurchaseDays").asInt(),
                json.path("recentNetAmount").asDouble());
    }

    /** Adds the member {@code contacts} if there are any, so that whoever was never contacted is written as before there was one. */
    public static void writeContacts(List<Contact> contacts, ObjectNode customer) {
        if (contacts.isEmpty()) {
            return;
        }
        ArrayNode list = customer.putArray("contacts");
        contacts.forEach(contact -> list.addObject()
                .put("action", contact.action())
                .put("channel", contact.channel())
                .put("at", contact.at().toString()));
    }

    /** Left out = never contacted. @throws DateTimeException when an instant is none */
    public static List<Contact> readContacts(JsonNode json) {
        List<Contact> contacts = new ArrayList<>();
        json.forEach(contact -> contacts.add(new Contact(
                contact.path("action").asText(),
                contact.path("channel").asText(),
                Instant.parse(contact.path("at").asText()))));
        return contacts;
    }

    private static @Nullable Instant instant(JsonNode json) {
        return json.isTextual() ? Instant.parse(json.textValue()) : null;
    }
}
