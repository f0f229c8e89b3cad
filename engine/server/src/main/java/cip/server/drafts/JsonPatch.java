package cip.server.drafts;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a JSON value as RFC 6902 writes them: one operation after the other, all of them or none. Without {@code copy} and
 * {@code move}: what comes out is never larger than what came in, and each part of a document is named by its own place.
 */
public final class JsonPatch {
    static final String MEDIA_TYPE = "application/json-patch+json";

    private JsonPatch() {}

    /** Whoever changes more sends the whole. */
    static final int MOST_OPERATIONS = 1_000;

    /** Longer ones could nest a document deeper than anything can be read. */
    private static final int DEEPEST = 40;

    private static final Comparator<JsonNode> BY_VALUE = (one, other) -> one.isNumber() && other.isNumber()
            ? one.decimalValue().compareTo(other.decimalValue())
            : one.equals(other) ? 0 : 1;

    /**
     * @param op {@code add}, {@code remove}, {@code replace} or {@code test}
     * @param path a JSON pointer (RFC 6901), e.g. {@code /tables/0/rows/3/when/1}
     * @param value of add, replace and test
     */
    public record PatchOperation(@NotNull String op, @NotNull String path, @Nullable JsonNode value) {}

    /** @throws EngineException INVALID_VALUE when an operation cannot be done, CONFLICT when a test of it fails */
    static JsonNode applied(JsonNode before, List<PatchOperation> operations) {
        if (operations.size() > MOST_OPERATIONS) {
            throw new EngineException(
                    ErrorCode.INVALID_VALUE,
                    "A patch of " + operations.size() + " operations is too long, at most " + MOST_OPERATIONS
                            + " are allowed.\nMaybe send the whole instead.");
        }
        JsonNode[] root = {before.deepCopy()};
        for (int i = 0; i < operations.size(); i++) {
            PatchOperation operation = operations.get(i);
            Place place = new Place(root, operation.path(), i);
            switch (operation.op()) {
                case "add" -> place.add(value(operation, place));
                case "remove" -> place.remove();
                case "replace" -> place.replace(value(operation, place));
                case "test" -> place.test(value(operation, place));
                default -> throw place.refused("has the unknown op " + operation.op());
            }
        }
        return root[0];
    }

    private static JsonNode value(PatchOperation operation, Place place) {
        if (operation.value() == null) {
            throw place.refused("has no value");
        }
        return operation.value().deepCopy();
    }

    /** Where an operation works. */
    private static final class Place {
        private final JsonNode[] root;
        private final String path;
        private final int number;
        private final List<String> names = new ArrayList<>();

        Place(JsonNode[] root, String path, int number) {
            this.root = root;
            this.path = path;
            this.number = number;
            if (!path.isEmpty() && path.charAt(0) != '/') {
                throw refused("has a path that does not begin with /");
            }
            if (!path.isEmpty()) {
                for (String name : path.substring(1).split("/", -1)) {
                    names.add(name.replace("~1", "/").replace("~0", "~"));
                }
            }
            if (names.size() > DEEPEST) {
                throw refused("goes deeper than " + DEEPEST + " names");
            }
        }

        JsonNode value() {
            JsonNode found = root[0];
            for (String name : names) {
                found = child(found, name);
            }
            return found;
        }

        private JsonNode parent() {
            JsonNode found = root[0];
            for (String name : names.subList(0, names.size() - 1)) {
                found = child(found, name);
            }
            return found;
        }

        private JsonNode child(JsonNode of, String name) {
            JsonNode found = of.isArray() ? of.path(index(name, of.size() - 1)) : of.path(name);
            if (found.isMissingNode()) {
                throw refused("names a place that is not there");
            }
            return found;
        }

        private String last() {
            return names.get(names.size() - 1);
        }

        void add(JsonNode value) {
            if (names.isEmpty()) {
                root[0] = value;
            } else if (parent() instanceof ArrayNode list) {
                list.insert(last().equals("-") ? list.size() : index(last(), list.size()), value);
            } else if (parent() instanceof ObjectNode object) {
                object.set(last(), value);
            } else {
                throw refused("names a place in something that holds nothing");
            }
        }

        void remove() {
            value();
            if (names.isEmpty()) {
                throw refused("takes everything away");
            }
            if (parent() instanceof ArrayNode list) {
                list.remove(index(last(), list.size() - 1));
            } else if (parent() instanceof ObjectNode object) {
                object.remove(last());
            }
        }

        void replace(JsonNode value) {
            value();
            if (names.isEmpty()) {
                root[0] = value;
            } else if (parent() instanceof ArrayNode list) {
                list.set(index(last(), list.size() - 1), value);
            } else if (parent() instanceof ObjectNode object) {
                object.set(last(), value);
            }
        }

        void test(JsonNode expected) {
            if (!value().equals(BY_VALUE, expected)) {
                throw new EngineException(
                        ErrorCode.CONFLICT,
                        "Operation " + (number + 1) + " of the patch expects another value at " + path
                                + ".\nMaybe the document was changed meanwhile.");
            }
        }

        private int index(String name, int most) {
            boolean number = name.matches("0|[1-9][0-9]{0,8}");
            int index = number ? Integer.parseInt(name) : -1;
            if (index < 0 || index > most) {
                throw refused("names a place that is not there");
            }
            return index;
        }

        EngineException refused(String why) {
            return new EngineException(
                            ErrorCode.INVALID_VALUE,
                            "Operation " + (number + 1) + " of the patch " + why + ": " + path
                                    + ".\nMaybe it was made from another revision.")
                    .about("path");
        }
    }
}
