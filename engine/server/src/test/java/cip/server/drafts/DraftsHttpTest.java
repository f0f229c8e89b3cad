package cip.server.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import cip.server.app.Browser;
import cip.server.app.OnEveryEngine;
import cip.server.app.RunningEngine;
import cip.server.http.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** What is typed into a draft is kept, counted and said to be right or wrong. */
@OnEveryEngine
class DraftsHttpTest extends DraftStory {
    DraftsHttpTest(RunningEngine engine) {
        super(engine);
    }

    @BeforeParameterizedClassInvocation
    static void customersAndAuthors(RunningEngine engine) {
        importCustomers(engine);
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
    void whoeverHasADraftOpenIsNamedToTheOthersUntilTheyLeave() {
        JsonNode draft = started(as("mia"), "Open twice");
        Map<String, String> mark = Map.of("X-Requested-With", "cip");
        String path = path(draft) + "/presence";
        as("paul").write("PUT", path, "", mark);

        JsonNode seen = as("mia").write("PUT", path, "", mark).json();

        assertThat(seen.path("others").toString()).isEqualTo("[\"paul\"]");
        assertThat(seen.path("revision").asInt()).isEqualTo(1);
        assertThat(as("paul").write("DELETE", path, "", mark).status()).isEqualTo(204);
        assertThat(as("mia").write("PUT", path, "", mark).json().path("others")).isEmpty();
        assertThat(engine.as(Role.AGENT).write("PUT", path, "", mark).status()).isEqualTo(403);
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
}
