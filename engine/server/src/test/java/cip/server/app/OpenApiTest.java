package cip.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Run with {@code -Dopenapi.write=true} to bring the committed description up to date. */
class OpenApiTest {
    private static final Path COMMITTED =
            Path.of(System.getProperty("cip.root"), "engine/server/src/main/resources/openapi.json");

    @Test
    void theCommittedDescriptionIsWhatTheRoutesSay() throws Exception {
        String generated = generated();
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(COMMITTED, generated);
        }
        assertThat(Files.readString(COMMITTED))
                .as("Maybe run: mvn -pl engine/server -am test -Dtest=OpenApiTest -Dopenapi.write=true")
                .isEqualTo(generated);
    }

    @Test
    void everyRouteSaysWhatItIsForAndEveryShapeWhatItMeans() throws Exception {
        JsonNode description = new ObjectMapper().readTree(generated());
        for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                assertThat(operation.getValue().path("summary").asText())
                        .as("the first sentence of the comment on %s %s", operation.getKey(), path.getKey())
                        .isNotEmpty();
                assertThat(operation.getValue().path("responses").properties())
                        .extracting(Map.Entry::getKey)
                        .as("%s %s", operation.getKey(), path.getKey())
                        .hasSize(2)
                        .contains("default");
            }
        }
    }

    @Test
    void noShapeIsCalledLikeAnotherOrByAWordThatMeansNothingAlone() throws Exception {
        ApiDescription description = description();
        description.text();
        assertThat(description.problemsOfNames())
                .as("Maybe give the newcomer a name of its own in shape-names.properties")
                .isEmpty();
    }

    /** Out of them is refused, nothing is cut to fit. */
    @Test
    void everyLimitSaysItsBounds() throws Exception {
        JsonNode description = new ObjectMapper().readTree(generated());
        for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
            for (JsonNode parameter : path.getValue().at("/get/parameters")) {
                if (parameter.path("name").asText().equals("limit")) {
                    JsonNode bounds = parameter.path("schema");
                    assertThat(bounds.path("minimum").asInt()).as(path.getKey()).isPositive();
                    assertThat(bounds.path("maximum").asInt()).as(path.getKey()).isPositive();
                }
            }
        }
    }

    private static String generated() throws Exception {
        return description().text();
    }

    private static ApiDescription description() throws Exception {
        Path engine = Path.of(System.getProperty("cip.root"), "engine");
        SourceComments comments = SourceComments.of(Stream.of("spi", "core", "server")
                .map(module -> engine.resolve(module).resolve("src/main/java"))
                .toList());
        return new ApiDescription(resources(), comments);
    }

    private static Set<Class<?>> resources() {
        Set<Class<?>> resources = new LinkedHashSet<>();
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("cip.server").stream()
                        .filter(type -> type.isAnnotatedWith(jakarta.ws.rs.Path.class))
                        .sorted(java.util.Comparator.comparing(JavaClass::getName))
                        .forEach(type -> resources.add(type.reflect()));
        return resources;
    }
}
