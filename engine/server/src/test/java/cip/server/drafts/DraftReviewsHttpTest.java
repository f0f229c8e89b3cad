package cip.server.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import cip.server.app.Browser;
import cip.server.app.OnEveryEngine;
import cip.server.app.RunningEngine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** A marketer changes the strategy, somebody else approves it, and it decides. */
@OnEveryEngine
class DraftReviewsHttpTest extends DraftStory {
    DraftReviewsHttpTest(RunningEngine engine) {
        super(engine);
    }

    @BeforeParameterizedClassInvocation
    static void customersAndAuthors(RunningEngine engine) {
        importCustomers(engine);
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
        assertThat(underKey(mia, saved, "publication", reason(), "\"1\"").status())
                .isEqualTo(412);
        assertThat(post(mia, path(saved) + "/review/publication", reason()).body())
                .contains("If-Match");
        assertThat(post(mia, path(saved) + "/review/refusal", "{\"text\":\"No\"}")
                        .status())
                .isEqualTo(400);
        String seen = "\"" + saved.path("revision").asText() + "\"";
        Browser.Answer published = underKey(mia, saved, "publication", reason(), seen);

        assertThat(published.status()).isEqualTo(200);
        Browser.Answer again = underKey(mia, saved, "publication", reason(), seen);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(published.json());
        assertThat(published.json().at("/strategy/value").asText())
                .isEqualTo(saved.path("strategyHash").asText());
        assertThat(segmentDecided("D001")).isEqualTo("champions");
        assertThat(read(mia, saved).path("state").asText()).isEqualTo("PUBLISHED");
        assertThat(save(mia, saved, document).status()).isEqualTo(409);
        JsonNode back = rolledBack(published.json(), saved.path("basedOn").asText());
        assertThat(back.path("reason").asText()).startsWith("Back to version ");
        String forth = "/api/strategies/" + saved.path("strategyHash").asText() + "/rollback";
        String request = "{\"expectedVersion\":" + back.path("version").asInt() + ",\"reason\":\"No, mine\"}";
        Browser.Answer mine = post(mia, forth, request);
        assertThat(mine.status()).isEqualTo(403);
        assertThat(mine.body()).contains("published by you and somebody went back from it");
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
    void aSimulationAskedForTwiceUnderOneKeyIsOneAndWhatHappenedIsReadPageByPage() {
        Browser mia = as("mia");
        JsonNode draft = started(mia, "Asked twice");
        ObjectNode document = document(draft);
        segment(document, "champions").put("label", "Twice");
        JsonNode saved = saved(mia, draft, document);
        Browser.Answer first = underKey(mia, saved, "simulation", "", "\"2\"");
        Browser.Answer second = underKey(mia, saved, "simulation", "", "\"2\"");
        assertThat(first.status()).as(first.body()).isEqualTo(202);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        engine.succeeded(first.json());

        for (int i = 1; i <= 3; i++) {
            post(mia, path(saved) + "/review/comments", "{\"text\":\"Remark " + i + "\"}");
        }
        JsonNode page = mia.get(path(saved) + "/events?limit=2").json();
        assertThat(page.at("/items/0/text").asText()).isEqualTo("Remark 3");
        JsonNode rest = mia.get(path(saved) + "/events?limit=2&cursor="
                        + page.path("nextCursor").asText())
                .json();
        assertThat(rest.path("items")).hasSize(1);
        assertThat(rest.path("nextCursor").isNull()).isTrue();
        assertThat(underKey(mia, saved, "submission", remark(), "\"1\"").status())
                .isEqualTo(412);
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

    private static Browser.Answer underKey(Browser browser, JsonNode draft, String step, String json, String seen) {
        return browser.write(
                "POST",
                path(draft) + "/review/" + step,
                json,
                Map.of("X-Requested-With", "cip", "Idempotency-Key", "once", "If-Match", seen));
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
}
