package cip.server.customers;

import static org.assertj.core.api.Assertions.assertThat;

import cip.core.hash.Sha256;
import cip.server.app.Browser;
import cip.server.app.RunningEngine;
import cip.server.http.Role;
import cip.server.models.LogisticFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.dropwizard.testing.ConfigOverride;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two customers, with names and contacts, and an age and an income that this installation calls personal too. */
class PersonalDataHttpTest {
    private static final String CUSTOMERS =
            """
            user_id,name,contact,age,annual_income,purchase_amount,loyalty_score,region,purchase_frequency,consent_email
            c1,Ada Ashdown,ada@example.org,41,61347,480,7.5,North,21,true
            c2,Ben Brook,ben@example.org,23,32113,150,3.5,South,9,true
            """;

    @RegisterExtension
    static final RunningEngine ENGINE = RunningEngine.onH2(
            ConfigOverride.config("customers.schema[3].personal", "true"),
            ConfigOverride.config("customers.schema[4].personal", "true"));

    @BeforeAll
    static void importAndDecide() throws Exception {
        imported(CUSTOMERS, false);
        ENGINE.succeeded(ENGINE.admin().post("/api/decision-runs", "{}").json());
    }

    /** Returns the path of the import. */
    private static String imported(String customers, boolean dryRun) {
        String file = ENGINE.admin()
                .write(
                        "POST",
                        "/api/imports/files",
                        customers,
                        Map.of("X-Requested-With", "cip", "X-File-Name", "two.csv"))
                .json()
                .path("fileId")
                .asText();
        JsonNode job = ENGINE.succeeded(ENGINE.admin()
                .post("/api/imports", "{\"fileId\":\"" + file + "\",\"table\":\"customers\",\"dryRun\":" + dryRun + "}")
                .json());
        return "/api/imports/" + job.path("id").asText();
    }

    @Test
    void whoMayNotSeeWhatIsPersonalDoesNotCountByIt() {
        String income = "{\"term\":\"annual_income\",\"operator\":\"AT_LEAST\",\"value\":40000}";
        String risk = "{\"term\":\"churn_risk\",\"operator\":\"AT_LEAST\",\"value\":0}";
        JsonNode made =
                ENGINE.admin().post("/api/drafts", "{\"name\":\"Counted\"}").json();
        JsonNode draft =
                ENGINE.admin().get("/api/drafts/" + made.path("id").asText()).json();
        String asItIs = unsaved(draft, null);
        String narrowed = unsaved(draft, income);
        String moved = at("segments/" + firstSegment(draft) + "/when", unsaved(draft, risk));
        Browser analyst = ENGINE.as(Role.ANALYST);

        assertRefused(analyst.post("/api/conditions/count", "{\"condition\":" + income + "}"));
        assertRefused(analyst.post("/api/audiences/preview", "{\"source\":{\"condition\":" + income + "}}"));
        assertRefused(analyst.post("/api/drafts/effect", narrowed));
        assertRefused(analyst.post("/api/drafts/findings", narrowed));
        assertRefused(analyst.post("/api/drafts/coverage", narrowed));
        assertRefused(
                analyst.post("/api/drafts/distribution", at("segments/" + firstSegment(draft) + "/when", narrowed)));
        assertThat(analyst.post("/api/drafts/effect", asItIs).status()).isEqualTo(200);
        assertThat(analyst.post("/api/conditions/count", "{\"condition\":" + risk + "}")
                        .status())
                .isEqualTo(200);
        assertThat(ENGINE.as(Role.MARKETER).post("/api/drafts/effect", narrowed).status())
                .isEqualTo(200);
        JsonNode distribution = ENGINE.as(Role.MARKETER)
                .post("/api/drafts/distribution", moved)
                .json()
                .path("distribution");
        assertThat(distribution.path("operator").asText()).isEqualTo("AT_LEAST");
        assertThat(distribution.at("/values/present").asInt()
                        + distribution.at("/values/missing").asInt())
                .isEqualTo(2);
        assertThat(distribution.at("/values/now/reached").asInt())
                .isEqualTo(distribution.at("/values/present").asInt());
        assertThat(distribution.at("/values/curve")).hasSizeGreaterThan(10);
        assertThat(distribution.at("/outcomes/text").asText()).contains("Churn risk version 1 measured");
        assertThat(distribution.at("/values/now/recall").asDouble()).isEqualTo(1);
        Browser.Answer nowhere =
                ENGINE.admin().post("/api/drafts/distribution", moved.replace("/when\"", "/when/all/7\""));
        assertThat(nowhere.body()).contains("there is no threshold to move");
    }

    @Test
    void byAModelThatReadsWhatIsPersonalNobodyIsCountedForWhoMayNotSeeIt() {
        String pmml = LogisticFile.of("annual_income", 0);
        String hash = Sha256.hex(pmml);
        assertThat(ENGINE.as(Role.ANALYST)
                        .write(
                                "POST",
                                "/api/models?score=churn_risk&version=income",
                                pmml,
                                Map.of("X-Requested-With", "cip"))
                        .status())
                .isEqualTo(201);
        JsonNode made =
                ENGINE.admin().post("/api/drafts", "{\"name\":\"By income\"}").json();
        JsonNode draft =
                ENGINE.admin().get("/api/drafts/" + made.path("id").asText()).json();
        String body = unsaved(draft, null)
                .replace(draft.at("/document/models/churn_risk").asText(), hash);
        String tried = "{\"models\":{\"churn_risk\":\"" + hash + "\"}}";

        for (Role role : List.of(Role.ANALYST, Role.APPROVER)) {
            Browser browser = ENGINE.as(role);
            assertRefused(browser.post("/api/drafts/effect", body));
            assertRefused(browser.post("/api/drafts/findings", body));
            assertRefused(browser.post("/api/drafts/coverage", body));
            assertRefused(browser.post("/api/simulations", tried));
        }
        assertThat(ENGINE.as(Role.MARKETER).post("/api/drafts/effect", body).status())
                .isEqualTo(200);
        JsonNode job = ENGINE.admin().post("/api/simulations", tried).json();
        ENGINE.succeeded(job);
        String changes = "/api/simulations/" + job.path("id").asText() + "/changes";
        assertRefused(ENGINE.as(Role.ANALYST).get(changes));
        assertThat(ENGINE.admin().get(changes).status()).isEqualTo(200);
    }

    /** The draft with another condition for its first segment. */
    private static String unsaved(JsonNode draft, @Nullable String condition) {
        ObjectNode document = draft.path("document").deepCopy();
        ObjectNode first = (ObjectNode) document.at("/segments/segments/0");
        if (condition != null) {
            first.set("when", JsonNodeFactory.instance.rawValueNode(new RawValue(condition)));
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("basedOn", draft.path("basedOn").asText());
        body.set("document", document);
        return body.toString();
    }

    private static String firstSegment(JsonNode draft) {
        return draft.at("/document/segments/segments/0/id").asText();
    }

    private static String at(String place, String unsaved) {
        return "{\"place\":\"" + place + "\"," + unsaved.substring(1);
    }

    private static void assertRefused(Browser.Answer answer) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("identifies persons");
    }

    @Test
    void noAnswerHoldsAPersonalValueForARoleThatMayNotSeeIt() throws Exception {
        String broken = imported(
                CUSTOMERS.lines().findFirst().orElseThrow() + "\n"
                        + "c3,Cleo Cross,cleo@example.org,471183x,61347 EUR,480,seven,North,21,true\n",
                true);
        assertThat(ENGINE.admin().get(broken + "/errors").body())
                .contains("age,•••,", "annual_income,•••,", "loyalty_score,seven,is not");
        String decision = latestDecision();
        String condition = "{\"term\":\"annual_income\",\"operator\":\"AT_LEAST\",\"value\":1}";
        String audience = ENGINE.admin()
                .post("/api/audiences", "{\"name\":\"Earners\",\"source\":{\"condition\":" + condition + "}}")
                .json()
                .path("id")
                .asText();
        String export = "{\"format\":\"csv\",\"columns\":[\"name\",\"income_to_spend_ratio\"],\"channel\":null}";
        int answered = 0;
        for (Role role : List.of(Role.ANALYST, Role.APPROVER)) {
            Browser browser = ENGINE.as(role);
            List<Browser.Answer> answers = new ArrayList<>();
            for (String path : List.of(
                    "/api/customers",
                    "/api/customers?sort=-clv",
                    "/api/customers?search=c1",
                    "/api/customers?search=nobody",
                    "/api/customers/c1",
                    "/api/customers/c2",
                    "/api/decisions/" + decision,
                    "/api/schema",
                    "/api/vocabulary",
                    "/api/overview",
                    "/api/overview/scatter",
                    "/api/monitoring",
                    "/api/monitoring/history",
                    "/api/imports",
                    broken,
                    broken + "/errors",
                    "/api/audiences",
                    "/api/audiences/" + audience + "/exports",
                    "/api/jobs",
                    "/api/audit?limit=200",
                    "/api/strategies/live")) {
                answers.add(browser.get(path));
            }
            for (String customer : List.of("c1", "c2")) {
                for (String more : List.of("", ",\"reasons\":false", ",\"store\":true")) {
                    answers.add(browser.post("/api/decisions", "{\"customerId\":\"" + customer + "\"" + more + "}"));
                }
            }
            answers.add(browser.post("/api/decisions/" + decision + "/replay", "{}"));
            answers.add(browser.post("/api/conditions/count", "{\"condition\":" + condition + "}"));
            answers.add(browser.post("/api/audiences/preview", "{\"source\":{\"condition\":" + condition + "}}"));
            answers.add(browser.post("/api/audiences/" + audience + "/exports", export));
            for (Browser.Answer answer : answers) {
                answered += answer.status() == 200 ? 1 : 0;
                assertThat(answer.body())
                        .doesNotContainIgnoringCase("ashdown", "brook", "cleo", "@example.org")
                        .doesNotContain("61347", "61,347", "32113", "32,113", "471183", "is 41", "is 23", "(41", "(23");
            }
        }
        assertThat(answered).isGreaterThan(45);
        assertThat(ENGINE.as(Role.MARKETER)
                        .post("/api/decisions", "{\"customerId\":\"c1\"}")
                        .body())
                .contains("61,347");
    }

    @Test
    void everyWayToSeeACustomerIsOnRecord() throws Exception {
        String decision = latestDecision();
        Browser analyst = ENGINE.as(Role.ANALYST);
        String condition = "{\"condition\":{\"term\":\"region\",\"operator\":\"IS_PRESENT\"}}";

        assertThat(seenBy(() -> analyst.post("/api/decisions", "{\"customerId\":\"c2\"}")))
                .containsExactly("CUSTOMER_VIEWED c2");
        assertThat(seenBy(() -> analyst.post("/api/decisions", "{\"customerId\":\"c2\",\"store\":true}")))
                .containsExactly("CUSTOMER_VIEWED c2");
        assertThat(seenBy(() -> analyst.get("/api/decisions/" + decision))).containsExactly("CUSTOMER_VIEWED c1");
        assertThat(seenBy(() -> analyst.post("/api/decisions/" + decision + "/replay", "{}")))
                .containsExactly("CUSTOMER_VIEWED c1");
        assertThat(seenBy(() -> analyst.get("/api/customers"))).containsExactly("CUSTOMERS_LISTED customer list");
        assertThat(seenBy(() -> analyst.get("/api/customers?search=c1")))
                .containsExactly("CUSTOMERS_LISTED customer search");
        assertThat(seenBy(() -> analyst.get("/api/customers?search=nobody"))).isEmpty();
        assertThat(seenBy(() -> analyst.post("/api/conditions/count", condition)))
                .containsExactly("CUSTOMERS_LISTED sample of a condition");
        assertThat(seenBy(() -> analyst.post("/api/audiences/preview", "{\"source\":" + condition + "}")))
                .containsExactly("CUSTOMERS_LISTED audience preview");
        assertThat(seenBy(() -> analyst.post(
                        "/api/decisions",
                        "{\"customer\":{\"id\":\"x\",\"attributes\":{\"age\":30,\"region\":\"North\"}}}")))
                .isEmpty();
        assertThat(seenBy(() -> analyst.post("/api/decisions", "{\"customerId\":\"nobody\"}")))
                .isEmpty();
    }

    /** What the audit trail says of look-ups that the call made. */
    private static List<String> seenBy(Supplier<Browser.Answer> call) {
        long before = ENGINE.admin()
                .get("/api/audit?limit=1")
                .json()
                .at("/items/0/sequence")
                .asLong();
        assertThat(call.get().status()).isIn(200, 404);
        List<String> seen = new ArrayList<>();
        for (JsonNode event : ENGINE.admin().get("/api/audit?limit=10").json().path("items")) {
            if (event.path("sequence").asLong() > before) {
                seen.add(event.path("kind").asText() + " "
                        + event.path("subject").asText());
            }
        }
        return seen;
    }

    private static String latestDecision() {
        return ENGINE.admin()
                .get("/api/customers/c1")
                .json()
                .at("/decision/decisionId")
                .asText();
    }

    @Test
    void anAgentSeesWhoTheCustomerIs() {
        JsonNode customer = ENGINE.as(Role.AGENT).get("/api/customers/c1").json();

        assertThat(customer.path("name").asText()).isEqualTo("Ada Ashdown");
        assertThat(attribute(customer, "contact").path("value").asText()).isEqualTo("ada@example.org");
        assertThat(attribute(customer, "age").path("value").asDouble()).isEqualTo(41);
        assertThat(attribute(customer, "age").path("masked").asBoolean()).isFalse();
    }

    @Test
    void whoeverNeedNotKnowSeesMasksAndEverythingElse() {
        for (Role role : List.of(Role.ANALYST, Role.APPROVER)) {
            Browser.Answer answer = ENGINE.as(role).get("/api/customers/c1");

            assertThat(answer.body()).doesNotContain("Ada", "ada@");
            assertThat(answer.json().path("name").isNull()).isTrue();
            for (String masked : List.of("name", "contact", "age")) {
                assertThat(attribute(answer.json(), masked).path("value").asText())
                        .isEqualTo("•••");
                assertThat(attribute(answer.json(), masked).path("masked").asBoolean())
                        .isTrue();
            }
            assertThat(attribute(answer.json(), "region").path("value").asText())
                    .isEqualTo("North");
            assertThat(attribute(answer.json(), "signup_date").path("masked").asBoolean())
                    .isFalse();
        }
    }

    @Test
    void reasonsKeepTheRuleAndMaskThePersonalValue() {
        String decision = ENGINE.admin()
                .get("/api/customers/c1")
                .json()
                .at("/decision/decisionId")
                .asText();
        String ask = "{\"customerId\":\"c1\"}";
        for (JsonNode shown : List.of(
                ENGINE.as(Role.ANALYST).get("/api/customers/c1").json().path("decision"),
                ENGINE.as(Role.ANALYST).get("/api/decisions/" + decision).json(),
                ENGINE.as(Role.ANALYST).post("/api/decisions", ask).json(),
                ENGINE.as(Role.ANALYST)
                        .post("/api/decisions/" + decision + "/replay", "{}")
                        .json()
                        .path("decision"))) {
            assertThat(actual(shown, "age")).isNotEmpty().containsOnly("•••");
            assertThat(actual(shown, "region")).doesNotContain("•••");
            assertThat(shown.toString()).doesNotContain("it is 41");
        }
        JsonNode clear = ENGINE.as(Role.AGENT).post("/api/decisions", ask).json();
        assertThat(actual(clear, "age")).isNotEmpty().doesNotContain("•••");
    }

    @Test
    void whoeverSeesNoNamesFindsCustomersByNumberOnly() {
        Browser analyst = ENGINE.as(Role.ANALYST);

        assertThat(analyst.get("/api/customers?search=ada").json().path("items"))
                .isEmpty();
        JsonNode found = analyst.get("/api/customers?search=c1").json().path("items");
        assertThat(found).hasSize(1);
        assertThat(found.at("/0/name").isNull()).isTrue();
        assertThat(analyst.get("/api/customers?sort=name").status()).isEqualTo(403);
        assertThat(analyst.get("/api/customers?sort=-clv").body())
                .contains("c1", "c2")
                .doesNotContain("Ada");
        assertThat(analyst.get("/api/schema").json().path("personalShown").asBoolean())
                .isFalse();
        assertThat(ENGINE.as(Role.AGENT)
                        .get("/api/customers?search=ada")
                        .json()
                        .at("/items/0/name")
                        .asText())
                .isEqualTo("Ada Ashdown");
    }

    @Test
    void samplesOfConditionsAndAudiencesNameNobodyToWhomNamesAreMasked() {
        String condition = "{\"condition\":{\"term\":\"region\",\"operator\":\"EQUALS\",\"value\":\"North\"}}";

        assertThat(ENGINE.as(Role.ANALYST)
                        .post("/api/conditions/count", condition)
                        .body())
                .contains("c1")
                .doesNotContain("Ada");
        assertThat(ENGINE.as(Role.ANALYST)
                        .post("/api/audiences/preview", "{\"source\":" + condition + "}")
                        .body())
                .doesNotContain("Ada");
        assertThat(ENGINE.as(Role.MARKETER)
                        .post("/api/conditions/count", condition)
                        .body())
                .contains("Ada Ashdown");
    }

    @Test
    void everyLookUpIsOnRecordWithWhoSawWhat() {
        ENGINE.as(Role.ANALYST).get("/api/customers/c2");
        ENGINE.as(Role.AGENT).get("/api/customers/c2");
        ENGINE.as(Role.AGENT).get("/api/customers/nobody");

        JsonNode events = ENGINE.admin()
                .get("/api/audit?kind=CUSTOMER_VIEWED&limit=2")
                .json()
                .path("items");

        assertThat(events.at("/0/actor").asText()).isEqualTo("agent");
        assertThat(events.at("/0/subject").asText()).isEqualTo("c2");
        assertThat(events.at("/0/detail").asText()).contains("shown");
        assertThat(events.at("/1/actor").asText()).isEqualTo("analyst");
        assertThat(events.at("/1/detail").asText()).contains("masked");
        assertThat(ENGINE.admin().get("/api/audit/verify").json().path("valid").asBoolean())
                .isTrue();
    }

    private static JsonNode attribute(JsonNode customer, String name) {
        for (JsonNode attribute : customer.path("attributes")) {
            if (attribute.path("name").asText().equals(name)) {
                return attribute;
            }
        }
        throw new AssertionError("There is no attribute " + name + " in " + customer);
    }

    /** What the trace says the customer has, wherever a rule asks for the term. */
    private static List<String> actual(JsonNode decision, String term) {
        List<String> values = new ArrayList<>();
        decision.path("trace")
                .forEach(rules -> rules.forEach(rule -> rule.path("conditions").forEach(condition -> {
                    if (condition.path("term").asText().equals(term)) {
                        values.add(condition.path("actual").asText());
                    }
                })));
        return values;
    }
}
