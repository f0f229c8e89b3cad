package cip.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.servers.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
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

    private static String generated() throws Exception {
        OpenAPI description = new Reader(new OpenAPI()).read(resources());
        description.info(new Info()
                .title("Customer Intelligence")
                .version("1")
                .license(new License().name("AGPL-3.0-or-later")));
        description.servers(List.of(new Server().url("/api")));
        Paths sorted = new Paths();
        new TreeMap<>(description.getPaths()).forEach((path, item) -> {
            item.readOperationsMap()
                    .forEach((method, operation) ->
                            operation.operationId(method.name().toLowerCase(Locale.ROOT) + words(path)));
            sorted.addPathItem(path, item);
        });
        description.paths(sorted);
        ObjectMapper mapper = Json.mapper()
                .copy()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(SerializationFeature.INDENT_OUTPUT);
        Object tree = mapper.readValue(mapper.writeValueAsString(description), TreeMap.class);
        return mapper.writeValueAsString(tree) + "\n";
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
}
