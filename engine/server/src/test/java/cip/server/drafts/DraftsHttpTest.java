package cip.server.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import cip.server.app.Browser;
import cip.server.app.OnEveryEngine;
import cip.server.app.RunningEngine;
import cip.server.http.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** A marketer changes the strategy, somebody else approves it, and it decides. */
@OnEveryEngine
class DraftsHttpTest {
    private static final int CUSTOMERS = 60;
    private static final String PASSWORD = "a long enough sentence";

    private final RunningEngine engine;

    DraftsHttpTest(RunningEngine engine) {
        this.engine = engine;
    }

    @BeforeParameterizedClassInvocation
    static void importCustomers(RunningEngine engine) {
        StringBuilder csv = new StringBuilder(
                "user_id,name,age,annual_income,purchase_amount,loyalty_score,region,purchase_frequency\n");
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

    @Test
    void whatAMarketerChangesIsApprovedBySomebodyElseAndThenDecides() {
        Browser mia = as("mia");
        JsonNode draft = started(mia, "Champions from 1");
        ObjectNode document = document(draft);
        segment(document, "champions").set("when", moreThanNothing());
        document.putObject("examples").putArray("examples");
        JsonNode saved = saved(mia, draft, document);
        JsonNode effect = effect(mia, saved, document);
        assertThat(effect.at("/segments/0/reached").asInt()).isEqualTo(CUSTOMERS);
        assertThat(saved.at("/changes/0/place").asText()).isEqualTo("segments/champions/condition");
        assertThat(asked(mia, "findings", saved, document)
                        .at("/findings/0/kind")
                        .asText())
                .isEqualTo("SHADOWED");
        assertThat(drl(mia, saved, document, "champions")).contains("Customer(");

        assertThat(submit(mia, saved).status()).isEqualTo(412);
        JsonNode simulation = simulated(mia, saved);
        assertThat(simulation.at("/result/customers").asInt()).isEqualTo(CUSTOMERS);
        assertThat(post(mia, "/api/simulations/" + simulation.path("id").asText() + "/publication", reason())
                        .status())
                .isEqualTo(409);
        assertThat(submit(mia, saved).json().path("state").asText()).isEqualTo("IN_REVIEW");

        assertThat(approve(mia, saved).status()).isEqualTo(403);
        assertThat(publish(as("paul"), saved).status()).isEqualTo(409);
        assertThat(approve(as("paul"), saved).json().path("state").asText()).isEqualTo("APPROVED");
        Browser.Answer published = publish(mia, saved);

        assertThat(published.status()).isEqualTo(200);
        assertThat(published.json().at("/strategy/value").asText())
                .isEqualTo(saved.path("strategyHash").asText());
        assertThat(segmentDecided("D001")).isEqualTo("champions");
        assertThat(read(mia, saved).path("state").asText()).isEqualTo("PUBLISHED");
        assertThat(save(mia, saved, document).status()).isEqualTo(409);
        JsonNode back = rolledBack(published.json(), saved.path("basedOn").asText());
        assertThat(back.path("reason").asText()).startsWith("Back to version ");
        assertThat(segmentDecided("D001")).isNotEqualTo("champions");
    }

    @Test
    void aCustomerPinnedFromTheBaseStopsADraftThatDecidesOtherwise() {
        Browser mia = as("mia");
        JsonNode draft = started(mia, "Pinned");
        Browser.Answer pinned = pin(mia, draft, "D030");
        assertThat(pinned.status()).as(pinned.body()).isEqualTo(201);
        assertThat(pinned.header("ETag")).isEqualTo("\"2\"");
        JsonNode example = examples(pinned.json()).get(examples(draft).size());
        assertThat(example.at("/customer/attributes/age").asInt()).isEqualTo(48);
        assertThat(example.at("/customer/attributes").has("name")).isFalse();
        assertThat(example.toString()).doesNotContain("D030");

        ObjectNode document = document(pinned.json());
        segment(document, "champions").set("when", moreThanNothing());
        JsonNode saved = saved(mia, pinned.json(), document);
        JsonNode ran = asked(mia, "examples", saved, document);
        JsonNode last = ran.path("examples").get(examples(draft).size());
        assertThat(last.path("met").asBoolean()).isFalse();
        assertThat(last.at("/differences/0").asText()).startsWith("The segment is Champions, expected ");
        assertThat(ran.at("/coverage/customers").asInt()).isEqualTo(CUSTOMERS);
        simulated(mia, saved);
        Browser.Answer refused = submit(mia, saved);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("Forty-eight and as usual", "is not met", "accept the new results");

        for (int i = 0; i < examples(saved).size(); i++) {
            ObjectNode expected = (ObjectNode) document.at("/examples/examples/" + i + "/expected");
            JsonNode result = ran.path("examples").get(i);
            expected.put("segment", result.path("segment").asText()).putArray("never");
            expected.putArray("actions").add(result.at("/actions/0").asText());
        }
        JsonNode accepted = saved(mia, saved, document);
        simulated(mia, accepted);
        assertThat(submit(mia, accepted).json().path("state").asText()).isEqualTo("IN_REVIEW");
    }

    @Test
    void onlyWhoWritesDraftsPinsAndOnlyCustomersOfTheBase() {
        JsonNode draft = started(as("mia"), "Refused pins");

        assertThat(pin(as("mia"), draft, "nobody").status()).isEqualTo(404);
        assertThat(pin(engine.as(Role.ANALYST), draft, "D030").status()).isEqualTo(403);
        assertThat(read(as("mia"), draft).path("revision").asInt()).isEqualTo(1);
    }

    @Test
    void aDraftFromBeforeThereWereExamplesHasNone() {
        JsonNode draft = started(as("mia"), "Older");
        ObjectNode document = document(draft);
        document.remove("examples");

        JsonNode saved = saved(as("mia"), draft, document);

        assertThat(examples(saved)).isEmpty();
        assertThat(saved.path("problems")).isEmpty();
    }

    @Test
    void anyChangeVoidsTheApproval() {
        Browser mia = as("mia");
        JsonNode draft = started(mia, "Changed after approval");
        ObjectNode document = document(draft);
        segment(document, "champions").put("label", "Winners");
        JsonNode saved = saved(mia, draft, document);
        simulated(mia, saved);
        submit(mia, saved);
        approve(as("paul"), saved);

        segment(document, "champions").put("label", "Favourites");
        JsonNode changed = saved(mia, saved, document);

        assertThat(changed.path("state").asText()).isEqualTo("OPEN");
        assertThat(changed.at("/events/2/kind").asText()).isEqualTo("REOPENED");
        assertThat(publish(as("paul"), changed).status()).isEqualTo(409);
        assertThat(approve(as("paul"), changed).status()).isEqualTo(409);
    }

    @Test
    void whoeverWroteAnyOfItCannotApproveEvenIfSomebodyElseSubmits() {
        JsonNode draft = started(as("mia"), "Written by two");
        ObjectNode document = document(draft);
        segment(document, "loyal").put("label", "True");
        JsonNode first = saved(as("paul"), draft, document);
        segment(document, "loyal").put("label", "Faithful");
        JsonNode second = saved(as("mia"), first, document);
        simulated(as("mia"), second);
        submit(as("mia"), second);

        assertThat(approve(as("paul"), second).status()).isEqualTo(403);
        assertThat(second.path("authors")).extracting(JsonNode::asText).containsExactly("mia", "paul");
        assertThat(approve(engine.admin(), second).status()).isEqualTo(200);
    }

    @Test
    void whatAnApiKeySavesCountsAsItsMakers() {
        Browser.Answer key =
                post(engine.admin(), "/api/api-keys", "{\"name\":\"campaign tool\",\"roles\":[\"MARKETER\"]}");
        String token = key.json().path("key").asText();
        JsonNode draft = started(as("mia"), "By a program");
        ObjectNode document = document(draft);
        segment(document, "loyal").put("label", "Devoted");

        Browser.Answer saved = engine.stranger()
                .write(
                        "PUT",
                        path(draft),
                        content(draft, document).toString(),
                        Map.of("Authorization", "Bearer " + token, "If-Match", "\"1\""));

        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        assertThat(saved.json().path("authors")).extracting(JsonNode::asText).containsExactly("admin");
        simulated(as("mia"), saved.json());
        submit(as("mia"), saved.json());
        assertThat(approve(engine.admin(), saved.json()).status()).isEqualTo(403);
    }

    @Test
    void anEarlierStrategyIsBroughtBackAsADraftOfTheLiveOne() {
        JsonNode first = as("mia").get("/api/strategies?limit=200").json().path("items");
        String oldest = first.get(first.size() - 1).at("/strategy/value").asText();
        publishedLabel("Renamed for now");

        JsonNode draft = read(
                as("mia"),
                post(as("mia"), "/api/drafts", "{\"name\":\"Back\",\"strategy\":\"" + oldest + "\"}")
                        .json());

        assertThat(draft.path("upToDate").asBoolean()).isTrue();
        assertThat(draft.path("strategyHash").asText()).isEqualTo(oldest);
        assertThat(draft.path("changes")).isNotEmpty();
        assertThat(draft.path("authors")).extracting(JsonNode::asText).containsExactly("mia");
    }

    private void publishedLabel(String label) {
        JsonNode draft = started(as("mia"), label);
        ObjectNode document = document(draft);
        segment(document, "promising").put("label", label);
        JsonNode saved = saved(as("mia"), draft, document);
        simulated(as("mia"), saved);
        submit(as("mia"), saved);
        approve(as("paul"), saved);
        assertThat(publish(as("paul"), saved).status()).isEqualTo(200);
        engine.awaitIdle();
    }

    @Test
    void whatIsNoStrategyAtAllIsKeptAndSaidToBeUnreadable() {
        JsonNode draft = started(as("mia"), "Odd");
        ObjectNode document = document(draft);
        ((ArrayNode) document.at("/engagement/rules")).addNull();

        JsonNode saved = saved(as("mia"), draft, document);

        assertThat(saved.path("problems")).hasSize(1);
        assertThat(saved.at("/problems/0/message").asText()).contains("engagement");
        assertThat(document(read(as("mia"), saved))).isEqualTo(document);
    }

    @Test
    void twoWhoSaveAtOnceBothKeepWhatTheyWrote() {
        JsonNode draft = started(as("mia"), "At once");
        ObjectNode document = document(draft);
        segment(document, "new").put("label", "Fresh");
        JsonNode first = saved(as("mia"), draft, document);

        segment(document, "new").put("label", "Newcomers");
        Browser.Answer second = save(as("paul"), draft, document);

        assertThat(second.status()).isEqualTo(412);
        assertThat(second.body()).contains("revision 2", "saved by mia");
        assertThat(read(as("paul"), draft).path("revision").asInt()).isEqualTo(2);
        String old = "/api/drafts/" + draft.path("id").asText() + "/revisions/1";
        assertThat(as("paul").get(old).json().path("document")).isEqualTo(document(draft));
        assertThat(saved(as("paul"), first, document).path("revision").asInt()).isEqualTo(3);
    }

    @Test
    void anUnfinishedConditionIsKeptAndSaidToBeOne() {
        JsonNode draft = started(as("mia"), "Unfinished");
        ObjectNode document = document(draft);
        ((ObjectNode) segment(document, "loyal").get("when"))
                .removeAll()
                .put("term", "clv")
                .put("operator", "AT_LEAST");
        ((ObjectNode) document.at("/actions/actions/0")).put("cost", -1);

        JsonNode saved = saved(as("mia"), draft, document);

        assertThat(document(saved)).isEqualTo(document);
        assertThat(saved.path("strategyHash").isNull()).isTrue();
        assertThat(saved.path("problems"))
                .extracting(problem -> problem.path("place").asText())
                .contains("segments/loyal/when", "actions/personal_retention_call");
        JsonNode effect = effect(as("mia"), saved, document);
        assertThat(effect.path("segments").isNull()).isTrue();
        assertThat(effect.path("problems")).hasSameSizeAs(saved.path("problems"));
        assertThat(post(as("mia"), path(saved) + "/review/simulation", "").status())
                .isEqualTo(422);
    }

    @Test
    void whoeverGotNoAnswerAndSavesAgainIsToldTheRevisionTheyMade() {
        JsonNode draft = started(as("mia"), "Answer lost");
        ObjectNode document = document(draft);
        segment(document, "new").put("label", "Fresh");
        JsonNode first = saved(as("mia"), draft, document);

        JsonNode again = saved(as("mia"), draft, document);

        assertThat(again.path("revision")).isEqualTo(first.path("revision"));
        assertThat(save(as("paul"), draft, document).status()).isEqualTo(412);
    }

    @Test
    void theSameContentAgainIsNoNewRevision() {
        JsonNode draft = started(as("mia"), "Same");

        JsonNode again = saved(as("mia"), draft, document(draft));

        assertThat(again.path("revision").asInt()).isEqualTo(1);
        assertThat(again.path("authors")).isEmpty();
    }

    @Test
    void aDraftThatIsDiscardedIsOutOfTheListAndComesBack() {
        JsonNode draft = started(as("mia"), "Not now");
        assertThat(as("mia").delete(path(draft)).status()).isEqualTo(204);
        assertThat(listed("", draft)).isFalse();
        assertThat(listed("?discarded=true", draft)).isTrue();

        assertThat(post(as("mia"), path(draft) + "/restoration", "")
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("OPEN");

        assertThat(listed("", draft)).isTrue();
        assertThat(post(as("mia"), path(draft) + "/restoration", "").status()).isEqualTo(409);
    }

    @Test
    void aRequestThatMakesNoSenseIsRefusedByName() {
        JsonNode draft = started(as("mia"), "Refusals");
        ObjectNode content = content(draft, document(draft));
        assertThat(as("mia").put(path(draft), content.toString()).body()).contains("If-Match");
        content.set("document", content.objectNode().put("segments", 1));
        assertThat(put(as("mia"), draft, content).body()).contains("\"document\"", "holdout");
        content.put("basedOn", "0".repeat(64));
        content.set("document", document(draft));
        assertThat(put(as("mia"), draft, content).status()).isEqualTo(404);
        assertThat(as("mia").get("/api/drafts/unknown").status()).isEqualTo(404);
        assertThat(engine.as(Role.ANALYST)
                        .post("/api/drafts", "{\"name\":\"Mine\"}")
                        .status())
                .isEqualTo(403);
        assertThat(engine.as(Role.AGENT).get("/api/drafts").status()).isEqualTo(403);
    }

    private Browser as(String user) {
        return engine.stranger().signedIn(user, PASSWORD);
    }

    private static JsonNode started(Browser browser, String name) {
        Browser.Answer made = post(browser, "/api/drafts", "{\"name\":\"" + name + "\"}");
        assertThat(made.status()).isEqualTo(201);
        return read(browser, made.json());
    }

    private static JsonNode read(Browser browser, JsonNode draft) {
        Browser.Answer answer = browser.get(path(draft));
        assertThat(answer.header("ETag"))
                .isEqualTo("\"" + answer.json().path("revision").asText() + "\"");
        return answer.json();
    }

    private static JsonNode saved(Browser browser, JsonNode seen, JsonNode document) {
        Browser.Answer answer = save(browser, seen, document);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static Browser.Answer save(Browser browser, JsonNode seen, JsonNode document) {
        return put(browser, seen, content(seen, document));
    }

    private static Browser.Answer put(Browser browser, JsonNode seen, JsonNode content) {
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

    private static ObjectNode content(JsonNode draft, JsonNode document) {
        ObjectNode content = ((ObjectNode) draft).objectNode();
        content.put("name", draft.path("name").asText());
        content.put("basedOn", draft.path("basedOn").asText());
        content.set("document", document);
        return content;
    }

    private static Browser.Answer pin(Browser browser, JsonNode draft, String customer) {
        return post(
                browser,
                path(draft) + "/examples",
                "{\"customerId\":\"" + customer + "\",\"why\":\"Forty-eight and as usual\"}");
    }

    private static JsonNode examples(JsonNode draft) {
        return draft.at("/document/examples/examples");
    }

    private static ObjectNode document(JsonNode draft) {
        return draft.get("document").deepCopy();
    }

    private static JsonNode effect(Browser browser, JsonNode draft, JsonNode document) {
        return asked(browser, "effect", draft, document);
    }

    private static JsonNode asked(Browser browser, String question, JsonNode draft, JsonNode document) {
        ObjectNode request = content(draft, document);
        request.remove("name");
        return post(browser, "/api/drafts/" + question, request.toString()).json();
    }

    private static String drl(Browser browser, JsonNode draft, JsonNode document, String rule) {
        ObjectNode request = content(draft, document).put("rule", rule);
        request.remove("name");
        return post(browser, "/api/drafts/drl", request.toString())
                .json()
                .path("drl")
                .asText();
    }

    private JsonNode simulated(Browser browser, JsonNode draft) {
        JsonNode job = post(browser, path(draft) + "/review/simulation", "").json();
        engine.succeeded(job);
        return browser.get("/api/simulations/" + job.path("id").asText()).json();
    }

    private static Browser.Answer submit(Browser browser, JsonNode draft) {
        return post(browser, path(draft) + "/review/submission", verdict(draft));
    }

    private static Browser.Answer approve(Browser browser, JsonNode draft) {
        return post(browser, path(draft) + "/review/approval", verdict(draft));
    }

    private static Browser.Answer publish(Browser browser, JsonNode draft) {
        return post(browser, path(draft) + "/review/publication", reason());
    }

    private JsonNode rolledBack(JsonNode published, String hash) {
        Browser.Answer answer = post(
                as("paul"),
                "/api/strategies/" + hash + "/rollback",
                "{\"expectedVersion\":" + published.path("version").asInt() + ",\"reason\":\"Too many\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        engine.awaitIdle();
        return answer.json();
    }

    private String segmentDecided(String customer) {
        return engine.admin()
                .post("/api/decisions", "{\"customerId\":\"" + customer + "\"}")
                .json()
                .at("/segment/name")
                .asText();
    }

    private boolean listed(String query, JsonNode draft) {
        ArrayNode items =
                (ArrayNode) as("mia").get("/api/drafts" + query).json().path("items");
        return items.findValuesAsText("id").contains(draft.path("id").asText());
    }

    private static ObjectNode segment(ObjectNode document, String id) {
        for (JsonNode segment : document.at("/segments/segments")) {
            if (segment.path("id").asText().equals(id)) {
                return (ObjectNode) segment;
            }
        }
        throw new AssertionError("No segment " + id);
    }

    private static JsonNode moreThanNothing() {
        ObjectNode condition = JsonNodeFactory.instance.objectNode();
        return condition.put("term", "age").put("operator", "AT_LEAST").put("value", 18);
    }

    private static String verdict(JsonNode draft) {
        return "{\"revision\":" + draft.path("revision").asInt() + ",\"text\":\"Please look\"}";
    }

    private static String reason() {
        return "{\"reason\":\"Agreed in the meeting\"}";
    }

    private static String path(JsonNode draft) {
        return "/api/drafts/" + draft.path("id").asText();
    }

    private static Browser.Answer post(Browser browser, String path, String json) {
        return browser.post(path, json);
    }
}
