package cip.bench;

import cip.core.customer.Attribute;
import cip.core.customer.CustomerSchema;
import cip.core.decide.Artefacts;
import cip.core.decide.Decider;
import cip.core.decide.StrategyCompiler;
import cip.core.decide.StrategyJson;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A strategy of the size that the goals speak of: three models and 200 rules, made from a seed. 5 rules lead to segments;
 * the other 195 are the three stages of 65 actions.
 */
final class GeneratedStrategy implements Artefacts {
    static final int SEGMENTS = 5;
    static final int ACTIONS = 65;
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Map<String, byte[]> models = new HashMap<>();
    private final Random random = new Random(5);

    private final boolean counted;
    private final int actions;

    GeneratedStrategy() {
        this(true, ACTIONS);
    }

    /** @param counted whether its models say how many training rows went where, so that scores can be explained */
    private GeneratedStrategy(boolean counted, int actions) {
        this.counted = counted;
        this.actions = actions;
    }

    static Decider decider() throws Exception {
        return decider(true);
    }

    /** @param explained whether the scores of decisions with reasons come with what each input adds */
    static Decider decider(boolean explained) throws Exception {
        GeneratedStrategy artefacts = new GeneratedStrategy(explained, ACTIONS);
        return new StrategyCompiler(schema(), artefacts).compile(StrategyJson.read(artefacts.document()));
    }

    /** A draft of the live strategy: every fifth threshold of its 200 rules is another one. */
    static Decider draft() throws Exception {
        GeneratedStrategy artefacts = new GeneratedStrategy();
        ObjectNode document = artefacts.document();
        int[] seen = {0};
        document.findParents("operator").forEach(comparison -> {
            if (seen[0]++ % 5 == 0) {
                ObjectNode changed = (ObjectNode) comparison;
                changed.put("value", changed.get("value").asDouble() + 0.125);
            }
        });
        return new StrategyCompiler(schema(), artefacts).compile(StrategyJson.read(document));
    }

    /** A strategy with another number of actions, each of which has three rules; it names its own models. */
    static GeneratedStrategy withActions(int actions) {
        return new GeneratedStrategy(true, actions);
    }

    static CustomerSchema schema() {
        Stream<Attribute> numbers = IntStream.range(0, GeneratedModels.FEATURES)
                .mapToObj(i -> attribute(GeneratedModels.feature(i), Attribute.Type.NUMBER, Attribute.Role.FACT));
        return new CustomerSchema(Stream.concat(
                        Stream.of(
                                attribute("customer_id", Attribute.Type.TEXT, Attribute.Role.IDENTIFIER),
                                attribute("consent_email", Attribute.Type.YES_NO, Attribute.Role.CONSENT)),
                        numbers)
                .toList());
    }

    private static Attribute attribute(String name, Attribute.Type type, Attribute.Role role) {
        return new Attribute(name, name, type, "", null, null, List.of(), role, false, false, false);
    }

    @Override
    public byte[] pmml(String hash) {
        return Objects.requireNonNull(models.get(hash));
    }

    @Override
    public String guardrails(String hash) {
        throw new IllegalArgumentException("This strategy has no guardrails.");
    }

    /** The strategy as one document; its models are then to be had by their hashes. */
    ObjectNode document() throws Exception {
        ObjectNode document = JSON.createObjectNode();
        document.set("features", JSON.readTree("{\"features\": []}"));
        document.set(
                "featureReference",
                JSON.readTree("{\"asOf\": \"2026-06-30T00:00:00Z\", \"customers\": 0, \"distributions\": []}"));
        document.putObject("models")
                .putArray("models")
                .add(model("clv", "AMOUNT", GeneratedModels.clv(1)))
                .add(model("churn_risk", "PROBABILITY", GeneratedModels.churn(2)))
                .add(model("cluster", "CLUSTER", GeneratedModels.cluster(3)));
        document.set("segments", segments());
        document.set("actions", actions());
        document.set("engagement", engagement());
        document.putObject("guardrails").putArray("files");
        document.putObject("holdout").put("salt", "bench").put("share", 0.02);
        return document;
    }

    private ObjectNode model(String score, String kind, byte[] generated) throws Exception {
        byte[] pmml = counted ? generated : GeneratedModels.withoutCounts(generated);
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pmml));
        models.put(hash, pmml);
        ObjectNode model = JSON.createObjectNode();
        model.put("label", score).put("version", "1").put("hash", hash);
        model.putObject("output").put("name", score).put("kind", kind).put("unit", "");
        return model;
    }

    private ObjectNode segments() {
        ObjectNode segments = JSON.createObjectNode().put("otherwise", "s0");
        ArrayNode list = segments.putArray("segments");
        for (int i = 0; i < SEGMENTS; i++) {
            list.addObject()
                    .put("id", "s" + i)
                    .put("label", "Segment " + i)
                    .put("color", "")
                    .put("description", "")
                    .set("when", both(number("clv", 0.1), number("churn_risk", 0.1)));
        }
        return segments;
    }

    private ObjectNode actions() {
        ObjectNode actions = JSON.createObjectNode().put("fallback", "window");
        ArrayNode channels = actions.putArray("channels");
        channels.addObject()
                .put("id", "EMAIL")
                .put("label", "E-mail")
                .put("consent", "consent_email")
                .put("weight", 1);
        channels.addObject()
                .put("id", "SHOP")
                .put("label", "Web shop")
                .put("consent", "")
                .put("weight", 0.8);
        ArrayNode list = actions.putArray("actions");
        for (int i = 0; i < this.actions; i++) {
            action(list, "a" + i, i % 2 == 0 ? "EMAIL" : "SHOP")
                    .put("propensity", 0.05 + random.nextDouble() / 2)
                    .put("value", 5 + random.nextInt(90));
        }
        action(list, "window", "SHOP").put("propensity", 0.1).put("value", 1);
        return actions;
    }

    private static ObjectNode action(ArrayNode list, String id, String channel) {
        return list.addObject()
                .put("id", id)
                .put("name", "Action " + id)
                .put("description", "")
                .put("kind", "OFFER")
                .put("channel", channel)
                .put("priority", 2)
                .put("cost", 0.5)
                .put("lever", 1)
                .put("validDays", 30);
    }

    private ObjectNode engagement() {
        ObjectNode engagement = JSON.createObjectNode();
        ArrayNode rules = engagement.putArray("rules");
        for (int i = 0; i < this.actions; i++) {
            ObjectNode rule = rules.addObject().put("action", "a" + i);
            rule.set("eligibility", both(feature(), feature()));
            rule.set("applicability", both(feature(), number("churn_risk", 0.5)));
            rule.set("suitability", feature());
        }
        return engagement;
    }

    private ObjectNode both(ObjectNode one, ObjectNode other) {
        ObjectNode both = JSON.createObjectNode();
        both.putArray("all").add(one).add(other);
        return both;
    }

    private ObjectNode feature() {
        return number(GeneratedModels.feature(random.nextInt(GeneratedModels.FEATURES)), random.nextGaussian());
    }

    private ObjectNode number(String term, double value) {
        return JSON.createObjectNode()
                .put("term", term)
                .put("operator", random.nextBoolean() ? "AT_LEAST" : "LESS_THAN")
                .put("value", Double.parseDouble(String.format(Locale.ROOT, "%.3f", value)));
    }
}
