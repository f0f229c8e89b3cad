package cip.server.customers;

import cip.core.customer.Attribute;
import cip.core.customer.CustomerSchema;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Attributes as the one line of JSON they are stored in. Equal attributes make equal text. What the schema does not declare
 * any more is left out when read.
 */
final class AttributesJson {
    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, Attribute> declared;

    AttributesJson(CustomerSchema schema) {
        this.declared = schema.attributes().stream().collect(Collectors.toMap(Attribute::name, a -> a));
    }

    String write(Map<String, Object> attributes) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, Object> entry : new TreeMap<>(attributes).entrySet()) {
                json.writeFieldName(entry.getKey());
                write(json, entry.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Double number) {
            writeNumber(json, number);
        } else if (value instanceof Boolean yes) {
            json.writeBoolean(yes);
        } else {
            json.writeString(value.toString());
        }
    }

    private static void writeNumber(JsonGenerator json, double number) throws IOException {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            json.writeNumber((long) number);
        } else {
            json.writeNumber(number);
        }
    }

    /** @throws EngineException when a value is not of the type the schema now declares */
    Map<String, Object> read(String id, String text) {
        Map<String, Object> attributes = new HashMap<>();
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                Optional<Attribute> attribute = Optional.ofNullable(declared.get(name));
                if (attribute.isPresent()) {
                    Object value = value(json, attribute.get());
                    if (value == null) {
                        throw otherType(id, attribute.get());
                    }
                    attributes.put(name, value);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The attributes of customer " + id + " are not readable.", e);
        }
        return attributes;
    }

    private static @Nullable Object value(JsonParser json, Attribute attribute) throws IOException {
        JsonToken token = json.currentToken();
        return switch (attribute.type()) {
            case TEXT -> token == JsonToken.VALUE_STRING ? json.getText() : null;
            case NUMBER, WHOLE_NUMBER -> token.isNumeric() ? (Object) json.getDoubleValue() : null;
            case YES_NO -> token.isBoolean() ? (Object) json.getBooleanValue() : null;
            case DATE -> token == JsonToken.VALUE_STRING ? date(json.getText()) : null;
        };
    }

    private static @Nullable LocalDate date(String text) {
        return text.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(text) : null;
    }

    private static EngineException otherType(String id, Attribute attribute) {
        return new EngineException(
                ErrorCode.INVALID_CONFIGURATION,
                "The attribute " + attribute.name() + " of customer " + id + " is not stored as "
                        + attribute.type().words() + ", which customers.schema in config.yml declares.\n"
                        + "Maybe the declaration changed after the last import: restore it, or give the attribute a new"
                        + " name and import the customers again.");
    }
}
