package cip.server.strategies;

import cip.core.decide.ModelReference;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyJson;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.hash.Sha256;
import cip.server.models.ModelFolder;
import cip.server.models.ShippedModel;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The strategy as the operator's files describe it: one JSON file per part, of which contact policy, examples and tables may be
 * left out, guardrails as DRL, models by version.
 */
final class StrategyFolder {
    private static final List<String> OPTIONAL_PARTS = List.of("contact", "examples", "tables");
    private static final List<String> PARTS = List.of("features", "segments", "actions", "engagement", "holdout");

    private final ObjectMapper mapper = new ObjectMapper();
    private final Path rules;
    private final ModelFolder models;

    StrategyFolder(Path rules, ModelFolder models) {
        this.rules = rules;
        this.models = models;
    }

    /** What the files hold: a strategy and the bytes of everything it pins. */
    record Contents(Strategy strategy, List<ShippedModel> models, Map<String, Guardrail> guardrails) {}

    /** The text of one guardrail file. */
    record Guardrail(String file, String drl) {}

    /** @throws EngineException INVALID_STRATEGY naming the file that is missing or cannot be read */
    Contents read() {
        ObjectNode document = mapper.createObjectNode();
        for (String part : PARTS) {
            document.set(part, json(part + ".json"));
        }
        document.set("featureReference", json("feature-reference.json"));
        for (String part : OPTIONAL_PARTS) {
            if (Files.exists(rules.resolve(part + ".json"))) {
                document.set(part, json(part + ".json"));
            }
        }
        List<ShippedModel> pinned = pinnedModels(document);
        Map<String, Guardrail> guardrails = guardrails(document);
        return new Contents(StrategyJson.read(document), pinned, guardrails);
    }

    private List<ShippedModel> pinnedModels(ObjectNode document) {
        List<ShippedModel> pinned = new ArrayList<>();
        ArrayNode references = document.putObject("models").putArray("models");
        for (JsonNode named : json("models.json").path("models")) {
            ShippedModel model = models.read(
                    named.path("score").asText(), named.path("version").asText());
            references.add(mapper.valueToTree(
                    new ModelReference(model.card().label(), model.output(), model.version(), model.hash())));
            pinned.add(model);
        }
        return pinned;
    }

    private Map<String, Guardrail> guardrails(ObjectNode document) {
        Map<String, Guardrail> guardrails = new TreeMap<>();
        ArrayNode files = document.putObject("guardrails").putArray("files");
        Path folder = rules.resolve("guardrails");
        Map<String, String> read = Files.isDirectory(folder) ? guardrailFiles(folder) : Map.of();
        read.forEach((name, drl) -> {
            String hash = Sha256.hex(drl);
            guardrails.put(hash, new Guardrail(name, drl));
            files.addObject().put("file", name).put("hash", hash);
        });
        return guardrails;
    }

    private JsonNode json(String name) {
        Path file = rules.resolve(name);
        try {
            return mapper.readTree(text(file));
        } catch (JsonProcessingException e) {
            throw new EngineException(
                    ErrorCode.INVALID_STRATEGY,
                    "The file " + file + " is not JSON: line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ": " + e.getOriginalMessage(),
                    e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new EngineException(
                    ErrorCode.INVALID_STRATEGY,
                    "The file " + file + " cannot be read.\nMaybe it is missing or not UTF-8.",
                    e);
        }
    }

    /** The text of every {@code .drl} file in the folder and below it, by its path from there. */
    private static Map<String, String> guardrailFiles(Path folder) {
        Map<String, String> files = new LinkedHashMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(path -> path.toString().endsWith(".drl"))
                    .sorted()
                    .toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new EngineException(
                    ErrorCode.INVALID_STRATEGY,
                    "The guardrails in " + folder + " cannot be read: "
                            + e.getClass().getSimpleName()
                            + ".\nMaybe the engine's user may not read one of them, or it is not UTF-8.",
                    e);
        }
        return files;
    }
}
