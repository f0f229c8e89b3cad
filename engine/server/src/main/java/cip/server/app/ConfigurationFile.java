package cip.server.app;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dropwizard.configuration.ConfigurationSourceProvider;
import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.configuration.UndefinedEnvironmentVariableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * config.yml as it is read: secrets must be references such as {@code ${CIP_DATABASE_PASSWORD}}; references in values are
 * filled in from the environment. Remembers its folder, because the paths in it start there.
 */
final class ConfigurationFile implements ConfigurationSourceProvider {
    private static final Set<String> SECRETS = Set.of("password", "secret", "token", "apikey", "privatekey");

    private final YAMLMapper yaml = new YAMLMapper();
    private final EnvironmentVariableSubstitutor environment = new EnvironmentVariableSubstitutor(true);
    private Path folder = Path.of("").toAbsolutePath();

    /** The folder of the file read last; the working directory before that. */
    Path folder() {
        return folder;
    }

    @Override
    public InputStream open(String path) throws IOException {
        Path file = Path.of(path).toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            throw refused("There is no configuration file " + file + ".\nMaybe the path is meant from another folder.");
        }
        JsonNode written = parsed(file);
        refuseWrittenSecrets(written, "");
        folder = file.getParent() == null ? folder : file.getParent();
        return new ByteArrayInputStream(yaml.writeValueAsBytes(filledIn(written)));
    }

    private JsonNode parsed(Path file) throws IOException {
        try {
            return yaml.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException failure) {
            throw refused(file + " is not YAML: " + failure.getOriginalMessage() + " (line "
                    + failure.getLocation().getLineNr() + ")");
        }
    }

    private JsonNode filledIn(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                field.setValue(filledIn(field.getValue()));
            }
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, filledIn(array.get(i)));
            }
        }
        return node.isTextual() ? TextNode.valueOf(filledIn(node.asText())) : node;
    }

    private String filledIn(String value) {
        try {
            return environment.replace(value);
        } catch (UndefinedEnvironmentVariableException failure) {
            throw refused("The value " + value + " in config.yml names an environment variable that is not set.\n"
                    + "Maybe give it a default: ${NAME:-default}.");
        }
    }

    private static void refuseWrittenSecrets(JsonNode node, String path) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String key = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            String value = field.getValue().asText("");
            if (isSecret(key) && !value.isEmpty() && !value.startsWith("${")) {
                throw refused("The key " + key + " in config.yml holds a secret in clear; expected a reference.\n"
                        + "Maybe write " + field.getKey() + ": ${CIP_"
                        + field.getKey().toUpperCase(Locale.ROOT)
                        + "} and set that variable.");
            }
            refuseWrittenSecrets(field.getValue(), key);
        }
        if (node.isArray()) {
            node.forEach(element -> refuseWrittenSecrets(element, path));
        }
    }

    private static EngineException refused(String message) {
        return new EngineException(ErrorCode.INVALID_CONFIGURATION, message);
    }

    static boolean isSecret(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return SECRETS.stream().anyMatch(lower::endsWith);
    }
}
