package cip.core.decide;

import cip.core.customer.Attribute;
import cip.core.customer.Contact;
import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.customer.CustomerSchema;
import cip.core.customer.PurchaseSummary;
import cip.core.hash.Sha256;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** A strategy small enough to be checked by hand: two linear models, three segments, four actions. */
public final class SmallStrategy {
    public static final Instant AS_OF = Instant.parse("2026-06-30T00:00:00Z");
    public static final CustomerSchema SCHEMA = new CustomerSchema(List.of(
            attribute("user_id", Attribute.Type.TEXT, Attribute.Role.IDENTIFIER),
            attribute("age", Attribute.Type.WHOLE_NUMBER, Attribute.Role.FACT),
            attribute("region", Attribute.Type.TEXT, Attribute.Role.FACT),
            attribute("income", Attribute.Type.NUMBER, Attribute.Role.FACT),
            attribute("consent_email", Attribute.Type.YES_NO, Attribute.Role.CONSENT)));
    /** clv = 10 + 0.01 × income. */
    private static final String CLV = regression("clv", 10, "income", 0.01);
    /** churn_risk = 1 − 0.01 × age. */
    private static final String CHURN = regression("churn_risk", 1, "age", -0.01);

    /** Another model of clv: 20 + 0.012 × income. */
    private static final String OTHER_CLV = regression("clv", 20, "income", 0.012);

    private SmallStrategy() {}

    public static JsonNode document() {
        ObjectNode document = (ObjectNode)
                json(
                        """
                {"features": {"features": [
                   {"name": "income_by_age", "label": "Income by age", "type": "NUMBER", "unit": "EUR", "description": "Income per year of age.",
                    "expression": {"ratio": ["income", "age"]}}]},
                 "segments": {"otherwise": "quiet", "segments": [
                   {"id": "valuable", "label": "Valuable", "color": "", "description": "", "when":
                     {"term": "clv", "operator": "AT_LEAST", "value": 500}},
                   {"id": "leaving", "label": "Leaving", "color": "", "description": "", "when":
                     {"term": "churn_risk", "operator": "AT_LEAST", "value": 0.6}},
                   {"id": "quiet", "label": "Quiet", "color": "", "description": "", "when": {"all": []}}]},
                 "actions": {"fallback": "window", "channels": [
                   {"id": "EMAIL", "label": "E-mail", "consent": "consent_email", "weight": 1},
                   {"id": "SHOP", "label": "Web shop", "consent": "", "weight": 0.5}],
                  "actions": [
                   {"id": "win_back", "name": "Win back", "description": "", "kind": "RETENTION", "channel": "EMAIL",
                    "priority": 1, "propensity": 0.5, "value": {"constant": 1, "coefficient": 1, "terms": ["clv", "churn_risk"]},
                    "cost": 1, "lever": 2, "validDays": 30},
                   {"id": "bundle", "name": "Bundle", "description": "", "kind": "OFFER", "channel": "SHOP",
                    "priority": 2, "propensity": 0.1, "value": 100, "cost": 1, "lever": 1, "validDays": 30},
                   {"id": "brochure", "name": "Brochure", "description": "", "kind": "OFFER", "channel": "SHOP",
                    "priority": 2, "propensity": 0.1, "value": 10, "cost": 5, "lever": 1, "validDays": 30},
                   {"id": "window", "name": "Window", "description": "", "kind": "SERVICE", "channel": "SHOP",
                    "priority": 9, "propensity": 0.1, "value": 1, "cost": 0, "lever": 1, "validDays": 30}]},
                 "engagement": {"rules": [
                   {"action": "win_back", "eligibility": {"term": "segment", "operator": "EQUALS", "value": "leaving"},
                    "applicability": {"all": []}, "suitability": {"term": "age", "operator": "LESS_THAN", "value": 35}},
                   {"action": "bundle", "eligibility": {"term": "region", "operator": "ONE_OF", "value": ["North", "West"]},
                    "applicability": {"term": "income_by_age", "operator": "AT_LEAST", "value": 100}, "suitability": {"all": []}},
                   {"action": "brochure", "eligibility": {"term": "region", "operator": "EQUALS", "value": "West"},
                    "applicability": {"all": []}, "suitability": {"all": []}}]},
                 "guardrails": {"files": []},
                 "featureReference": {"asOf": "2026-06-30T00:00:00Z", "customers": 0, "distributions": []},
                 "holdout": {"salt": "test", "share": 0.1}}
                """);
        document.putObject("models")
                .putArray("models")
                .add(model("clv", "AMOUNT", "EUR", CLV))
                .add(model("churn_risk", "PROBABILITY", "", CHURN));
        return document;
    }

    public static Decider decider() {
        return compile(document());
    }

    /** The same strategy with another model of clv. */
    public static Decider withOtherModel() {
        JsonNode document = document();
        ((ObjectNode) document.at("/models/models/0")).put("hash", Sha256.hex(OTHER_CLV));
        return compile(document);
    }

    public static Decider compile(JsonNode document) {
        return compile(document, SCHEMA);
    }

    static Decider compile(JsonNode document, CustomerSchema schema) {
        Artefacts artefacts = new Artefacts() {
            @Override
            public byte[] pmml(String hash) {
                return SmallStrategy.pmml(hash);
            }

            @Override
            public String guardrails(String hash) {
                throw new AssertionError("The strategy names no guardrails.");
            }
        };
        return new StrategyCompiler(schema, artefacts).compile(StrategyJson.read(document));
    }

    static byte[] pmml(String hash) {
        return Stream.of(CLV, CHURN, OTHER_CLV)
                .filter(pmml -> Sha256.hex(pmml).equals(hash))
                .findFirst()
                .orElseThrow()
                .getBytes(StandardCharsets.UTF_8);
    }

    public static CustomerRecord customer(String id, Map<String, Object> attributes) {
        return new CustomerRecord(new CustomerId(id), attributes, PurchaseSummary.none());
    }

    /** Every other customer was contacted lately, with actions of ours and others, by channels of ours and others. */
    private static List<Contact> contacts(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Contact> contacts = new ArrayList<>();
        for (int i = random.nextBoolean() ? 0 : random.nextInt(1, 9); i > 0; i--) {
            contacts.add(new Contact(
                    List.of("win_back", "bundle", "brochure", "window", "gone", "")
                            .get(random.nextInt(6)),
                    List.of("EMAIL", "SHOP", "FAX").get(random.nextInt(3)),
                    AS_OF.minus(random.nextInt(0, 40 * 24), ChronoUnit.HOURS)));
        }
        return contacts;
    }

    /** Customers of every kind, with values missing here and there. */
    public static List<CustomerRecord> customers(int n, long seed) {
        List<CustomerRecord> customers = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            SplittableRandom random = new SplittableRandom(seed * 1_000_003 + i);
            Map<String, Object> attributes = new HashMap<>();
            put(attributes, random, "age", (double) random.nextInt(14, 95));
            put(attributes, random, "income", random.nextInt(0, 90_000) * 1.0);
            put(
                    attributes,
                    random,
                    "region",
                    List.of("North", "South", "East", "West").get(random.nextInt(4)));
            put(attributes, random, "consent_email", random.nextBoolean());
            customers.add(new CustomerRecord(
                    new CustomerId("c" + i), attributes, PurchaseSummary.none(), contacts(seed * 7_368_787 + i)));
        }
        return customers;
    }

    private static void put(Map<String, Object> attributes, SplittableRandom random, String name, Object value) {
        if (random.nextInt(10) > 0) {
            attributes.put(name, value);
        }
    }

    private static Attribute attribute(String name, Attribute.Type type, Attribute.Role role) {
        return new Attribute(
                name,
                name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                type,
                "",
                null,
                null,
                List.of(),
                role,
                false,
                false,
                name.equals("region"));
    }

    private static JsonNode model(String score, String kind, String unit, String pmml) {
        ObjectNode model = (ObjectNode) json("{}");
        model.put("label", score).put("version", "1").put("hash", Sha256.hex(pmml));
        model.putObject("output").put("name", score).put("kind", kind).put("unit", unit);
        return model;
    }

    private static String regression(String target, double intercept, String input, double coefficient) {
        return """
                <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/>
                <DataDictionary><DataField name="%s" optype="continuous" dataType="double"/>
                <DataField name="%s" optype="continuous" dataType="double"/></DataDictionary>
                <RegressionModel functionName="regression"><MiningSchema><MiningField name="%s" usageType="target"/>
                <MiningField name="%s"/></MiningSchema>
                <RegressionTable intercept="%s"><NumericPredictor name="%s" coefficient="%s"/></RegressionTable>
                </RegressionModel></PMML>
                """
                .formatted(target, input, target, input, intercept, input, coefficient);
    }

    public static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
