package cip.server.app;

import cip.server.http.Answers;
import cip.server.http.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.servers.Server;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The description of the routes (OpenAPI 3.0), made of their classes, their records and the comments of both. */
final class ApiDescription {
    private static final String JSON = "application/json";

    private final Set<Class<?>> resources;
    private final SourceComments comments;
    private final ShapeNames names = new ShapeNames();

    ApiDescription(Set<Class<?>> resources, SourceComments comments) {
        this.resources = resources;
        this.comments = comments;
    }

    /** Always the same text for the same sources. */
    String text() throws JsonProcessingException {
        OpenAPI description = read();
        description.info(new Info()
                .title("Customer Intelligence")
                .version("1")
                .license(new License().name("AGPL-3.0-or-later")));
        description.servers(List.of(new Server().url("/api")));
        new RecordShapes(description, comments).complete(names.classes());
        ObjectMapper mapper = Json.mapper()
                .copy()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(SerializationFeature.INDENT_OUTPUT);
        Object tree = mapper.readValue(mapper.writeValueAsString(description), TreeMap.class);
        return mapper.writeValueAsString(tree) + "\n";
    }

    /** After {@link #text}: why the names of the shapes cannot stay as they are; empty = they can. */
    List<String> problemsOfNames() {
        return names.problems();
    }

    private OpenAPI read() {
        ModelConverter shapes = new Shapes(names);
        ModelConverters converters = ModelConverters.getInstance();
        converters.addConverter(shapes);
        try {
            OpenAPI description = new Reader(new OpenAPI()).read(resources);
            Paths sorted = new Paths();
            new TreeMap<>(description.getPaths()).forEach(sorted::addPathItem);
            description.paths(sorted);
            Content problem = new Content()
                    .addMediaType(
                            Problem.MEDIA_TYPE, new MediaType().schema(shape(description, converters, Problem.class)));
            for (Class<?> resource : resources) {
                for (Method route : resource.getDeclaredMethods()) {
                    String verb = verb(route);
                    if (verb != null) {
                        complete(operation(description, resource, route, verb), route, description, converters);
                        operation(description, resource, route, verb)
                                .getResponses()
                                .addApiResponse(
                                        "default",
                                        new ApiResponse()
                                                .description("Why it was refused or failed")
                                                .content(problem));
                    }
                }
            }
            return description;
        } finally {
            converters.removeConverter(shapes);
        }
    }

    private void complete(Operation operation, Method route, OpenAPI description, ModelConverters converters) {
        String comment = comments.ofMethod(route.getDeclaringClass(), route.getName());
        int end = comment.indexOf(". ");
        operation.summary(end < 0 ? comment.replaceAll("\\.$", "") : comment.substring(0, end));
        operation.description(end < 0 ? null : comment.substring(end + 2));
        Answers answers = route.getAnnotation(Answers.class);
        ApiResponse response = operation.getResponses().remove("default");
        int status = answers != null ? answers.status() : route.getReturnType() == void.class ? 204 : 200;
        if (answers != null && answers.body() != void.class) {
            response.content(new Content()
                    .addMediaType(JSON, new MediaType().schema(shape(description, converters, answers.body()))));
        } else if (status == 204) {
            response.content(null);
        }
        operation.responses(
                new ApiResponses().addApiResponse(String.valueOf(status), response.description(words(status))));
    }

    private static Operation operation(OpenAPI description, Class<?> resource, Method route, String verb) {
        Path own = route.getAnnotation(Path.class);
        String path = ("/" + resource.getAnnotation(Path.class).value() + "/" + (own == null ? "" : own.value()))
                .replaceAll("/+", "/")
                .replaceAll("(.)/$", "$1");
        PathItem item = Objects.requireNonNull(description.getPaths().get(path));
        Operation operation = Objects.requireNonNull(item.readOperationsMap().get(PathItem.HttpMethod.valueOf(verb)));
        operation.operationId(verb.toLowerCase(Locale.ROOT) + words(path));
        return operation;
    }

    private static Schema<?> shape(OpenAPI description, ModelConverters converters, Class<?> type) {
        ResolvedSchema resolved = converters.resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
        resolved.referencedSchemas.forEach(description.getComponents()::addSchemas);
        return resolved.schema;
    }

    private static @Nullable String verb(Method route) {
        for (Annotation annotation : route.getAnnotations()) {
            HttpMethod method = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (method != null) {
                return method.value();
            }
        }
        return null;
    }

    private static String words(int status) {
        return switch (status) {
            case 201 -> "Made";
            case 202 -> "Accepted, a job does it";
            case 204 -> "Done";
            default -> "OK";
        };
    }

    /** {@code /jobs/{id}/events} becomes {@code JobsIdEvents}. */
    private static String words(String path) {
        StringBuilder words = new StringBuilder();
        for (String part : path.split("[^A-Za-z0-9]+", -1)) {
            if (!part.isEmpty()) {
                words.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
            }
        }
        return words.toString();
    }

    /** JSON that is no record of ours may be anything. */
    private static final class Shapes extends ModelResolver {
        private Shapes(ShapeNames names) {
            super(Json.mapper(), names);
        }

        @Override
        public Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
            Class<?> raw = _mapper.constructType(type.getType()).getRawClass();
            if (ObjectNode.class.isAssignableFrom(raw)) {
                return new ObjectSchema().additionalProperties(true);
            }
            return JsonNode.class.isAssignableFrom(raw) ? new Schema<>() : super.resolve(type, context, next);
        }
    }
}
