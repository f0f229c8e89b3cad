package cip.core.decide;

import cip.core.action.ActionCatalogue;
import cip.core.action.Amount;
import cip.core.contact.ContactPolicy;
import cip.core.contact.ContactPolicyJson;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.feature.FeatureReference;
import cip.core.feature.FeatureSet;
import cip.core.hash.Sha256;
import cip.core.rule.Condition;
import cip.core.rule.ConditionJson;
import cip.core.rule.DecisionTable;
import cip.core.rule.DecisionTableJson;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A strategy as one JSON document with a member per part, each in the form of its file under {@code rules/}. The
 * canonical form (members sorted, no spaces, UTF-8) is what is hashed. The parts {@code contact}, {@code examples} and
 * {@code tables} are there only if there are some, so that a strategy without keeps the hash it had before there was such a part.
 */
public final class StrategyJson {
    private static final String CONTACT = "contact";
    private static final String EXAMPLES = "examples";
    private static final String TABLES = "tables";
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .addModule(new SimpleModule()
                    .addSerializer(Condition.class, new ConditionWriter())
                    .addDeserializer(Condition.class, new ConditionReader())
                    .addSerializer(Amount.class, new AmountWriter())
                    .addDeserializer(Amount.class, new AmountReader()))
            .build();

    private StrategyJson() {}

    private record Engagement(List<EngagementRule> rules) {
        private Engagement {
            rules = List.copyOf(rules);
        }
    }

    private record Models(List<ModelReference> models) {
        private Models {
            models = List.copyOf(models);
        }
    }

    private record Guardrails(List<Strategy.GuardrailReference> files) {
        private Guardrails {
            files = List.copyOf(files);
        }
    }

    /** @throws EngineException INVALID_STRATEGY naming the part and the place that cannot be read */
    public static Strategy read(JsonNode document) {
        return new Strategy(
                FeatureSet.parse(part(document, "features").toString()),
                FeatureReference.parse(part(document, "featureReference").toString()),
                read(document, "models", Models.class).models(),
                read(document, "segments", SegmentRules.class),
                read(document, "actions", ActionCatalogue.class),
                read(document, "engagement", Engagement.class).rules(),
                read(document, "guardrails", Guardrails.class).files(),
                read(document, "holdout", Holdout.class),
                document.hasNonNull(TABLES) ? tables(document.get(TABLES)) : List.of(),
                document.hasNonNull(CONTACT) ? ContactPolicyJson.read(document.get(CONTACT)) : ContactPolicy.none(),
                document.hasNonNull(EXAMPLES) ? ExampleJson.read(document.get(EXAMPLES)) : List.of());
    }

    public static ObjectNode write(Strategy strategy) {
        ObjectNode document = MAPPER.createObjectNode();
        document.set("actions", MAPPER.valueToTree(strategy.actions()));
        if (!strategy.contacts().isEmpty()) {
            document.set(CONTACT, ContactPolicyJson.write(strategy.contacts()));
        }
        document.set("engagement", MAPPER.valueToTree(new Engagement(strategy.engagement())));
        if (!strategy.examples().isEmpty()) {
            document.set(EXAMPLES, ExampleJson.write(strategy.examples()));
        }
        document.set("featureReference", tree(strategy.reference().toJson()));
        document.set("features", tree(strategy.features().toJson()));
        document.set("guardrails", MAPPER.valueToTree(new Guardrails(strategy.guardrails())));
        document.set("holdout", MAPPER.valueToTree(strategy.holdout()));
        document.set("models", MAPPER.valueToTree(new Models(strategy.models())));
        document.set("segments", MAPPER.valueToTree(strategy.segments()));
        if (!strategy.tables().isEmpty()) {
            ArrayNode tables = document.putArray(TABLES);
            strategy.tables().forEach(table -> tables.add(DecisionTableJson.write(table)));
        }
        return document;
    }

    private static List<DecisionTable> tables(JsonNode part) {
        if (!part.isArray()) {
            throw new EngineException(
                    ErrorCode.INVALID_STRATEGY, "The part tables of the strategy is no list of decision tables.");
        }
        List<DecisionTable> tables = new ArrayList<>();
        part.forEach(table -> tables.add(DecisionTableJson.read(table)));
        return tables;
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A part of a strategy did not write JSON.", e);
        }
    }

    /** The canonical bytes of any JSON tree: members sorted, no spaces, UTF-8. */
    public static byte[] canonical(JsonNode tree) {
        try {
            return MAPPER.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree could not be written.", e);
        }
    }

    static StrategyHash hash(Strategy strategy) {
        return new StrategyHash(Sha256.hex(canonical(write(strategy))));
    }

    private static <T> T read(JsonNode document, String name, Class<T> type) {
        try {
            return MAPPER.treeToValue(part(document, name), type);
        } catch (JsonProcessingException e) {
            throw new EngineException(
                    ErrorCode.INVALID_STRATEGY,
                    "The part " + name + " of the strategy cannot be read: " + e.getOriginalMessage(),
                    e);
        }
    }

    private static JsonNode part(JsonNode document, String name) {
        JsonNode part = document.get(name);
        if (part == null || part.isNull()) {
            throw new EngineException(ErrorCode.INVALID_STRATEGY, "The strategy has no part " + name + ".");
        }
        return part;
    }

    private static final class ConditionWriter extends JsonSerializer<Condition> {
        @Override
        public void serialize(Condition condition, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeTree(ConditionJson.write(condition));
        }
    }

    private static final class ConditionReader extends JsonDeserializer<Condition> {
        @Override
        public Condition deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return ConditionJson.read(in.readValueAsTree());
        }
    }

    /** A constant is written as a plain number, anything else as an object. */
    private static final class AmountWriter extends JsonSerializer<Amount> {
        @Override
        public void serialize(Amount amount, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (amount.terms().isEmpty()) {
                out.writeNumber(amount.constant());
                return;
            }
            out.writeStartObject();
            out.writeNumberField("coefficient", amount.coefficient());
            out.writeNumberField("constant", amount.constant());
            out.writeArrayFieldStart("terms");
            for (String term : amount.terms()) {
                out.writeString(term);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
    }

    private static final class AmountReader extends JsonDeserializer<Amount> {
        private record Grown(double constant, double coefficient, List<String> terms) {}

        @Override
        public Amount deserialize(JsonParser in, DeserializationContext context) throws IOException {
            JsonNode node = in.readValueAsTree();
            if (node.isNumber()) {
                return Amount.of(node.doubleValue());
            }
            Grown grown = context.readTreeAsValue(node, Grown.class);
            return new Amount(grown.constant(), grown.coefficient(), grown.terms());
        }
    }
}
