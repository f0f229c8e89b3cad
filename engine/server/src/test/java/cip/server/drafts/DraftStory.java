package cip.server.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import cip.server.app.Browser;
import cip.server.app.RunningEngine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** What the stories of drafts over HTTP begin with, and what their people do. */
abstract class DraftStory {
    static final int CUSTOMERS = 60;
    static final String HEADER =
            "user_id,name,age,annual_income,purchase_amount,loyalty_score,region,purchase_frequency\n";
    static final String LIMITS = "/api/publishing/limits";
    static final String PASSWORD = "a long enough sentence";

    final RunningEngine engine;

    DraftStory(RunningEngine engine) {
        this.engine = engine;
    }

    static void importCustomers(RunningEngine engine) {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < CUSTOMERS; i++) {
            csv.append("D%03d,Customer %d,%d,%d,%d,%d,North,%d\n"
                    .formatted(i, i, 18 + i, 20_000 + 900 * i, 10 * i, i % 11, i % 31));
        }
        engine.imported("customers", "customers.csv", csv.toString());
        engine.awaitIdle();
        for (String name : new String[] {"mia", "paul"}) {
            engine.admin()
                    .post(
                            "/api/users",
                            "{\"username\":\"" + name + "\",\"displayName\":\"" + name
                                    + "\",\"roles\":[\"MARKETER\",\"APPROVER\"],\"password\":\"" + PASSWORD + "\"}");
        }
    }

    Browser as(String user) {
        return engine.stranger().signedIn(user, PASSWORD);
    }

    static JsonNode started(Browser browser, String name) {
        Browser.Answer made = post(browser, "/api/drafts", "{\"name\":\"" + name + "\"}");
        assertThat(made.status()).isEqualTo(201);
        return read(browser, made.json());
    }

    static JsonNode read(Browser browser, JsonNode draft) {
        Browser.Answer answer = browser.get(path(draft));
        assertThat(answer.header("ETag"))
                .isEqualTo("\"" + answer.json().path("revision").asText() + "\"");
        return answer.json();
    }

    static JsonNode saved(Browser browser, JsonNode seen, JsonNode document) {
        Browser.Answer answer = save(browser, seen, document);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    static Browser.Answer save(Browser browser, JsonNode seen, JsonNode document) {
        return put(browser, seen, content(seen, document));
    }

    static Browser.Answer put(Browser browser, JsonNode seen, JsonNode content) {
        return browser.write(
                "PUT",
                path(seen),
                content.toString(),
                Map.of(
                        "X-Requested-With",
                        "cip",
                        "If-Match",
                        "\"" + seen.path("revision").asText() + "\""));
    }

    static ObjectNode content(JsonNode draft, JsonNode document) {
        ObjectNode content = ((ObjectNode) draft).objectNode();
        content.put("name", draft.path("name").asText());
        content.put("basedOn", draft.path("basedOn").asText());
        content.set("document", document);
        return content;
    }

    static Browser.Answer pin(Browser browser, JsonNode draft, String customer) {
        return post(
                browser,
                path(draft) + "/examples",
                "{\"customerId\":\"" + customer + "\",\"why\":\"Forty-eight and as usual\"}");
    }

    static JsonNode examples(JsonNode draft) {
        return draft.at("/document/examples/examples");
    }

    static ObjectNode document(JsonNode draft) {
        return draft.get("document").deepCopy();
    }

    static JsonNode effect(Browser browser, JsonNode draft, JsonNode document) {
        return asked(browser, "effect", draft, document);
    }

    static JsonNode asked(Browser browser, String question, JsonNode draft, JsonNode document) {
        ObjectNode request = content(draft, document);
        request.remove("name");
        return post(browser, "/api/drafts/" + question, request.toString()).json();
    }

    static String drl(Browser browser, JsonNode draft, JsonNode document, String rule) {
        ObjectNode request = content(draft, document).put("rule", rule);
        request.remove("name");
        return post(browser, "/api/drafts/drl", request.toString())
                .json()
                .path("drl")
                .asText();
    }

    JsonNode simulated(Browser browser, JsonNode draft) {
        JsonNode job = post(browser, path(draft) + "/review/simulation", "").json();
        engine.succeeded(job);
        return browser.get("/api/simulations/" + job.path("id").asText()).json();
    }

    static Browser.Answer submit(Browser browser, JsonNode draft) {
        return step(browser, draft, "submission", remark());
    }

    static Browser.Answer approve(Browser browser, JsonNode draft) {
        return step(browser, draft, "approval", remark());
    }

    static Browser.Answer publish(Browser browser, JsonNode draft) {
        return step(browser, draft, "publication", reason());
    }

    /** A step of the review of exactly the revision that was seen. */
    static Browser.Answer step(Browser browser, JsonNode draft, String step, String json) {
        return browser.write(
                "POST",
                path(draft) + "/review/" + step,
                json,
                Map.of(
                        "X-Requested-With",
                        "cip",
                        "If-Match",
                        "\"" + draft.path("revision").asText() + "\""));
    }

    JsonNode rolledBack(JsonNode published, String hash) {
        Browser.Answer answer = post(
                as("paul"),
                "/api/strategies/" + hash + "/rollback",
                "{\"expectedVersion\":" + published.path("version").asInt() + ",\"reason\":\"Too many\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        engine.awaitIdle();
        return answer.json();
    }

    String segmentDecided(String customer) {
        return engine.admin()
                .post("/api/decisions", "{\"customerId\":\"" + customer + "\"}")
                .json()
                .at("/segment/name")
                .asText();
    }

    boolean listed(String query, JsonNode draft) {
        ArrayNode items =
                (ArrayNode) as("mia").get("/api/drafts" + query).json().path("items");
        return items.findValuesAsText("id").contains(draft.path("id").asText());
    }

    static ObjectNode segment(ObjectNode document, String id) {
        for (JsonNode segment : document.at("/segments/segments")) {
            if (segment.path("id").asText().equals(id)) {
                return (ObjectNode) segment;
            }
        }
        throw new AssertionError("No segment " + id);
    }

    static JsonNode moreThanNothing() {
        return agedAtLeast(18);
    }

    static JsonNode agedAtLeast(int years) {
        ObjectNode condition = JsonNodeFactory.instance.objectNode();
        return condition.put("term", "age").put("operator", "AT_LEAST").put("value", years);
    }

    static String remark() {
        return "{\"text\":\"Please look\"}";
    }

    static String reason() {
        return "{\"reason\":\"Agreed in the meeting\"}";
    }

    static String path(JsonNode draft) {
        return "/api/drafts/" + draft.path("id").asText();
    }

    /** A draft of mia's, simulated and submitted, that calls customers champions on a condition of its own. */
    JsonNode reviewed(String name, JsonNode champions) {
        Browser mia = as("mia");
        JsonNode draft = started(mia, name);
        ObjectNode document = document(draft);
        segment(document, "champions").set("when", champions);
        document.putObject("examples").putArray("examples");
        JsonNode saved = saved(mia, draft, document);
        simulated(mia, saved);
        Browser.Answer submitted = submit(mia, saved);
        assertThat(submitted.status()).as(submitted.body()).isEqualTo(200);
        return submitted.json();
    }

    /** The administrator sets limits. */
    JsonNode limited(String limits) {
        int revision = engine.admin().get(LIMITS).json().path("revision").asInt();
        Browser.Answer answer = putLimits(engine.admin(), revision, limits);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"" + (revision + 1) + "\"");
        return answer.json();
    }

    static Browser.Answer putLimits(Browser browser, int revision, String limits) {
        return browser.write(
                "PUT", LIMITS, limits, Map.of("X-Requested-With", "cip", "If-Match", "\"" + revision + "\""));
    }

    static Browser.Answer post(Browser browser, String path, String json) {
        return browser.post(path, json);
    }
}
