package cip.server.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import cip.server.app.Browser;
import cip.server.app.OnEveryEngine;
import cip.server.app.RunningEngine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** Large drafts are saved and asked about by what changed in a revision. */
@OnEveryEngine
class DraftPatchHttpTest extends DraftStory {
    private static final String LABEL = "/segments/segments/0/label";

    DraftPatchHttpTest(RunningEngine engine) {
        super(engine);
    }

    @BeforeParameterizedClassInvocation
    static void customersAndAuthors(RunningEngine engine) {
        importCustomers(engine);
    }

    @Test
    void aPatchSavesWhatTheWholeDocumentWouldAndOnce() {
        Browser mia = as("mia");
        JsonNode draft = started(mia, "Patched");
        String patch = "[" + replaced("/document" + LABEL, "Best") + "," + replaced("/name", "Patched well") + "]";

        Browser.Answer first = patch(mia, draft, patch);
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.header("ETag")).isEqualTo("\"2\"");
        assertThat(first.json().path("document").isNull()).isTrue();
        assertThat(first.json().at("/changes/0/after").asText()).isEqualTo("Best");
        ObjectNode expected = document(draft);
        ((ObjectNode) expected.at("/segments/segments/0")).put("label", "Best");
        JsonNode stored = read(mia, draft);
        assertThat(document(stored)).isEqualTo(expected);
        assertThat(stored.path("name").asText()).isEqualTo("Patched well");

        assertThat(patch(mia, draft, patch).json().path("revision").asInt())
                .as("the answer was lost and the patch came again")
                .isEqualTo(2);
        Browser.Answer late = patch(as("paul"), draft, "[" + replaced("/document" + LABEL, "Mine") + "]");
        assertThat(late.status()).isEqualTo(412);
        assertThat(patch(mia, stored, "[{\"op\":\"remove\",\"path\":\"/document/segments\"}]")
                        .status())
                .isEqualTo(400);
        assertThat(patch(mia, stored, "[" + replaced("/document/none/at/all", "x") + "]")
                        .body())
                .contains("names a place that is not there");
        assertThat(patch(mia, stored, "[" + replaced("/name", " ") + "]").status())
                .isEqualTo(400);
        assertThat(read(mia, draft)).isEqualTo(stored);
    }

    @Test
    void aQuestionAboutChangesOfARevisionIsAnsweredLikeOneAboutTheWholeDocument() {
        Browser mia = as("mia");
        JsonNode draft = started(mia, "Asked by changes");
        ObjectNode document = document(draft);
        segment(document, "new").set("when", agedAtLeast(40));
        int at = document.at("/segments/segments").findValuesAsText("id").indexOf("new");
        ObjectNode asked = ((ObjectNode) draft).objectNode();
        asked.put("basedOn", draft.path("basedOn").asText());
        ObjectNode changes = asked.putObject("changes");
        changes.put("draft", draft.path("id").asText()).put("revision", 1);
        changes.putArray("patch")
                .addObject()
                .put("op", "replace")
                .put("path", "/segments/segments/" + at + "/when")
                .set("value", agedAtLeast(40));

        for (String question : List.of("effect", "findings", "coverage", "examples")) {
            assertThat(post(mia, "/api/drafts/" + question, asked.toString()).json())
                    .as(question)
                    .isEqualTo(asked(mia, question, draft, document));
        }
        changes.put("revision", 9);
        assertThat(post(mia, "/api/drafts/effect", asked.toString()).status()).isEqualTo(412);
        asked.set("document", document);
        assertThat(post(mia, "/api/drafts/effect", asked.toString()).status()).isEqualTo(400);
        asked.remove(List.of("document", "changes"));
        assertThat(post(mia, "/api/drafts/effect", asked.toString()).status()).isEqualTo(400);
    }

    private static String replaced(String path, String value) {
        return "{\"op\":\"replace\",\"path\":\"" + path + "\",\"value\":\"" + value + "\"}";
    }

    private static Browser.Answer patch(Browser browser, JsonNode seen, String patch) {
        return browser.write(
                "PATCH",
                path(seen),
                patch,
                Map.of(
                        "X-Requested-With",
                        "cip",
                        "If-Match",
                        "\"" + seen.path("revision").asText() + "\""));
    }
}
