package cip.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A folder that the product can be started from: configuration, the generated strategy, its models with their cards. */
final class ProductFolder {
    static final String PASSWORD = "bench-password-of-one-run";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PARTS = List.of("features", "segments", "actions", "engagement", "holdout");

    private ProductFolder() {}

    /** @return the configuration file */
    static Path write(Path folder, int port, int adminPort) throws Exception {
        GeneratedStrategy strategy = new GeneratedStrategy();
        ObjectNode document = strategy.document();
        Files.createDirectories(folder.resolve("plugins"));
        Path rules = Files.createDirectories(folder.resolve("rules"));
        for (String part : PARTS) {
            JSON.writeValue(rules.resolve(part + ".json").toFile(), document.get(part));
        }
        JSON.writeValue(rules.resolve("feature-reference.json").toFile(), document.get("featureReference"));
        ObjectNode models = JSON.createObjectNode();
        for (JsonNode model : document.get("models").get("models")) {
            String score = model.get("output").get("name").asText();
            models.withArray("models").addObject().put("score", score).put("version", "1");
            writeModel(folder.resolve("pmml").resolve(score).resolve("1"), score, model, strategy);
        }
        JSON.writeValue(rules.resolve("models.json").toFile(), models);
        return Files.writeString(folder.resolve("config.yml"), configuration(port, adminPort));
    }

    private static void writeModel(Path folder, String score, JsonNode model, GeneratedStrategy strategy)
            throws IOException {
        String hash = model.get("hash").asText();
        Files.createDirectories(folder);
        Files.write(folder.resolve("model.pmml"), strategy.pmml(hash));
        ObjectNode card = JSON.createObjectNode()
                .put("score", score)
                .put("version", "1")
                .put("label", score)
                .put("description", "Made from a seed.")
                .put("kind", model.get("output").get("kind").asText())
                .put("unit", "")
                .put("hash", hash)
                .put("trainer", "")
                .put("seed", 0)
                .put("protocol", "None: the model is made from a seed.");
        card.set("settings", JSON.createObjectNode());
        card.set(
                "data",
                JSON.valueToTree(Map.of(
                        "source",
                        "generated",
                        "target",
                        "none",
                        "asOf",
                        "2026-06-30T00:00:00Z",
                        "horizonMonths",
                        0,
                        "customers",
                        0,
                        "rows",
                        0,
                        "hash",
                        hash)));
        card.putArray("metrics");
        card.putArray("notices");
        card.putArray("inputs");
        card.putObject("scores").put("missing", 0).putArray("quantiles");
        ((ObjectNode) card.get("scores")).putObject("shares");
        JSON.writeValue(folder.resolve("card.json").toFile(), card);
    }

    private static String configuration(int port, int adminPort) {
        String attributes = GeneratedStrategy.schema().attributes().stream()
                .map(attribute -> "    - {name: " + attribute.name() + ", label: " + attribute.label() + ", type: "
                        + attribute.type() + ", role: " + attribute.role() + "}\n")
                .collect(Collectors.joining());
        return """
                dataFolder: data
                sample:
                  customers: 0
                security:
                  firstPassword: ${CIP_FIRST_PASSWORD}
                customers:
                  schema:
                %sserver:
                  rootPath: /api/*
                  maxThreads: 64
                  applicationConnectors:
                    - {type: http, bindHost: 127.0.0.1, port: %d}
                  adminConnectors:
                    - {type: http, bindHost: 127.0.0.1, port: %d}
                  requestLog: {appenders: []}
                logging:
                  level: WARN
                """
                .formatted(attributes, port, adminPort);
    }
}
