package cip.server.app;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.core.Configuration;
import java.util.StringJoiner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the product runs with after defaults and environment, one line per key, secrets masked. */
final class EffectiveConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(EffectiveConfiguration.class);

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .addMixIn(Configuration.class, OurKeys.class)
            .setVisibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE);

    private EffectiveConfiguration() {}

    static void log(EngineConfiguration configuration) {
        LOG.info("Effective configuration:\n{}", text(configuration));
    }

    static String text(EngineConfiguration configuration) {
        StringJoiner lines = new StringJoiner("\n");
        JsonNode tree = MAPPER.valueToTree(configuration);
        tree.properties().forEach(field -> describe(field.getKey(), field.getValue(), lines));
        return lines.toString();
    }

    private static void describe(String key, JsonNode value, StringJoiner lines) {
        if (value.isObject()) {
            value.properties().forEach(field -> describe(key + "." + field.getKey(), field.getValue(), lines));
            return;
        }
        boolean masked = ConfigurationFile.isSecret(key) && !value.asText().isEmpty();
        lines.add(key + ": " + (masked ? "***" : value.isTextual() ? value.asText() : value.toString()));
    }

    /** Leaves out what Dropwizard reads and logs itself. */
    @JsonIgnoreProperties({"server", "logging", "metrics", "admin", "health"})
    private interface OurKeys {}
}
