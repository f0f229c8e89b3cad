package cip.server.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ComposedSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says of every shape what its record says: what a field means, and whether it may be null. An answer has every field; a
 * request must have those that may not be null.
 */
final class RecordShapes {
    private final OpenAPI description;
    private final SourceComments comments;
    private final Set<String> sent;

    RecordShapes(OpenAPI description, SourceComments comments) {
        this.description = description;
        this.comments = comments;
        this.sent = sent();
    }

    /** @param classes the record behind each shape */
    void complete(Map<String, Class<?>> classes) {
        description.getComponents().getSchemas().forEach((name, shape) -> {
            Class<?> type = classes.get(name);
            if (type == null || !type.isRecord() || shape.getProperties() == null) {
                return;
            }
            shape.setDescription(textOrNull(comments.ofClass(type)));
            JsonInclude left = type.getAnnotation(JsonInclude.class);
            List<String> required = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                String field = component.getName();
                Schema<?> property = (Schema<?>) shape.getProperties().get(field);
                if (property == null) {
                    continue;
                }
                if (isAnything(component.getType())) {
                    property.setType(null);
                }
                boolean nullable = isNullable(component.getAnnotatedType());
                boolean many = Collection.class.isAssignableFrom(component.getType())
                        || Map.class.isAssignableFrom(component.getType());
                if (left == null ? !(nullable && sent.contains(name)) : !nullable && !many) {
                    required.add(field);
                }
                inner(component.getAnnotatedType(), property);
                Schema<?> said = described(property, comments.ofComponent(type, field), nullable);
                shape.getProperties().put(field, said);
            }
            shape.setRequired(required.isEmpty() ? null : required);
        });
    }

    /** Elements and values that may be null. */
    private static void inner(AnnotatedType type, Schema<?> shape) {
        AnnotatedType element = null;
        if (type instanceof AnnotatedParameterizedType parameterized) {
            AnnotatedType[] arguments = parameterized.getAnnotatedActualTypeArguments();
            element = arguments[arguments.length - 1];
        } else if (type instanceof AnnotatedArrayType array) {
            element = array.getAnnotatedGenericComponentType();
        }
        Schema<?> inside = shape.getItems() != null
                ? shape.getItems()
                : shape.getAdditionalProperties() instanceof Schema<?> values ? values : null;
        if (element == null || inside == null) {
            return;
        }
        inner(element, inside);
        if (isNullable(element)) {
            Schema<?> nullable = described(inside, "", true);
            if (shape.getItems() != null) {
                shape.setItems(nullable);
            } else {
                shape.setAdditionalProperties(nullable);
            }
        }
    }

    /** A reference can say nothing of its own, so it is put into a shape that can. */
    private static Schema<?> described(Schema<?> property, String meaning, boolean nullable) {
        boolean reference = property.get$ref() != null;
        if (!nullable && (reference || meaning.isEmpty())) {
            return property;
        }
        Schema<?> said =
                reference ? new ComposedSchema().addAllOfItem(new Schema<>().$ref(property.get$ref())) : property;
        if (!meaning.isEmpty()) {
            said.setDescription(meaning);
        }
        if (nullable) {
            said.setNullable(true);
        }
        return said;
    }

    /** Text, number, list or object, as the case may be. */
    private static boolean isAnything(Class<?> type) {
        return type == Object.class || type == JsonNode.class;
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static @Nullable String textOrNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** The shapes a request is made of. */
    private Set<String> sent() {
        Deque<Schema<?>> open = new ArrayDeque<>();
        description.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> operation.getRequestBody() != null)
                .flatMap(operation -> operation.getRequestBody().getContent().values().stream())
                .map(MediaType::getSchema)
                .forEach(open::add);
        Set<String> names = new HashSet<>();
        while (!open.isEmpty()) {
            Schema<?> shape = open.remove();
            if (shape.get$ref() != null) {
                String name = shape.get$ref().replaceAll(".*/", "");
                if (names.add(name)) {
                    open.add(Objects.requireNonNull(
                            description.getComponents().getSchemas().get(name)));
                }
            }
            if (shape.getItems() != null) {
                open.add(shape.getItems());
            }
            if (shape.getAdditionalProperties() instanceof Schema<?> values) {
                open.add(values);
            }
            if (shape.getProperties() != null) {
                open.addAll((Collection<Schema<?>>)
                        (Collection<?>) shape.getProperties().values());
            }
        }
        return names;
    }
}
