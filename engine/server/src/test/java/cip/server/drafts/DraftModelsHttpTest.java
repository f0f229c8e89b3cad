package cip.server.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import cip.core.hash.Sha256;
import cip.server.app.Browser;
import cip.server.app.OnEveryEngine;
import cip.server.app.RunningEngine;
import cip.server.http.Role;
import cip.server.models.LogisticFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** A draft decides with other versions of the models; what it says follows them, and so does the champion. */
@OnEveryEngine
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DraftModelsHttpTest extends DraftStory {
    /** churn_risk = 1 / (1 + exp(3 - 0.02 × purchase_amount)). */
    private static final String BY_SPEND = LogisticFile.of("purchase_amount", 0);

    private static final String SPEND = Sha256.hex(BY_SPEND);
    private static final String BY_AGE = LogisticFile.of("age", 0);
    private static final String AGE = Sha256.hex(BY_AGE);

    DraftModelsHttpTest(RunningEngine engine) {
        super(engine);
    }

    @BeforeParameterizedClassInvocation
    static void customersAuthorsAndModels(RunningEngine engine) {
        importCustomers(engine);
        register(engine, "spend", BY_SPEND);
        register(engine, "age", BY_AGE);
    }

    @Test
    @Order(1)
    void whatADraftSaysFollowsItsModels() {
        Browser mia = as("mia");
        JsonNode draft = started(mia, "Risk by spend");
        assertThat(draft.at("/document/models").properties()).hasSize(3);
        assertThat(draft.at("/document/models/churn_risk").asText()).isEqualTo(champion());
        assertThat(draft.path("models")).isEmpty();

        JsonNode saved = saved(mia, draft, withRisk(draft, SPEND));

        assertThat(saved.path("problems")).isEmpty();
        JsonNode change = saved.at("/changes/0");
        assertThat(change.path("place").asText()).isEqualTo("models/churn_risk/version");
        assertThat(change.path("subject").asText()).isEqualTo("Model of Churn risk");
        assertThat(change.path("after").asText()).isEqualTo("spend (" + SPEND.substring(0, 8) + ")");
        assertThat(saved.path("changes")).hasSize(1);
        assertThat(saved.at("/models/0/hash").asText()).isEqualTo(SPEND);
        assertThat(saved.at("/models/0/promotion/state").asText()).isEqualTo("NOT_TESTED");
        assertThat(drl(mia, saved, saved.path("document"), "at_risk"))
                .contains("// churn_risk is given by version spend, " + SPEND);
    }

    @Test
    @Order(2)
    void customersAreCountedOnlyByWhatTheModelsOfTheDraftGive() throws InterruptedException {
        Browser mia = as("mia");
        JsonNode draft = started(mia, "Counted");
        JsonNode document = withRisk(draft, AGE);

        JsonNode first = effect(mia, draft, document);

        assertThat(first.at("/scoring/0/state").asText()).isEqualTo("SCORING");
        assertThat(first.at("/scoring/0/hash").asText()).isEqualTo(AGE);
        assertThat(first.path("segments").isNull()).isTrue();
        JsonNode counted = counted(mia, draft, document);
        assertThat(reached(counted)).isNotEqualTo(reached(effect(mia, draft, draft.path("document"))));
        assertThat(reached(counted)).isEqualTo(simulatedSegments(mia, saved(mia, draft, document)));
        ObjectNode place = content(draft, document).put("place", "segments/at_risk/when");
        place.remove("name");
        assertThat(post(mia, "/api/drafts/count", place.toString()).json().path("scoring"))
                .isEmpty();
        assertThat(asked(mia, "findings", draft, document).path("scoring")).isEmpty();
        JsonNode coverage = asked(mia, "coverage", draft, document);
        coverage.path("segments").forEach(segment -> assertThat(
                        segment.path("customers").asInt())
                .isEqualTo(reached(counted).getOrDefault(segment.path("id").asText(), 0)));
        assertThat(coverage.path("segments")).isNotEmpty();
    }

    @Test
    @Order(3)
    void scoringIsCancelledUntilSomebodyAsksAnew() throws InterruptedException {
        Browser mia = as("mia");
        JsonNode draft = started(mia, "Cancelled");
        String another = LogisticFile.of("annual_income", 1);
        register(engine, "income", another);
        JsonNode document = withRisk(draft, Sha256.hex(another));
        effect(mia, draft, document);
        String scores = "/api/drafts/scores/" + Sha256.hex(another);

        assertThat(mia.delete(scores).status()).isEqualTo(204);
        assertThat(engine.as(Role.AGENT).delete(scores).status()).isEqualTo(403);
        assertThat(mia.delete("/api/drafts/scores/" + "0".repeat(64)).status()).isEqualTo(404);
        String state = effect(mia, draft, document).at("/scoring/0/state").asText("counted");

        assertThat(state).isIn("CANCELLED", "counted");
        assertThat(post(mia, scores, "").status()).isEqualTo(204);
        assertThat(counted(mia, draft, document).path("segments")).isNotEmpty();
        assertThat(mia.get("/api/drafts/scores").json()).isEmpty();
    }

    @Test
    @Order(4)
    void aVersionThatCannotGiveTheScoreIsAProblemOfThatScore() {
        Browser mia = as("mia");
        JsonNode draft = started(mia, "Imported");
        String clv = draft.at("/document/models/clv").asText();
        Map<String, String> expected = new HashMap<>();
        expected.put("0".repeat(64), "There is no model with the hash");
        expected.put(clv, "gives clv (AMOUNT), expected churn_risk (PROBABILITY)");
        expected.put("seven", "no hash");
        expected.forEach((hash, words) -> {
            JsonNode saved = saved(mia, read(mia, draft), withRisk(draft, hash));
            assertThat(saved.at("/problems/0/place").asText()).isEqualTo("models/churn_risk");
            assertThat(saved.at("/problems/0/message").asText()).contains("Churn risk", words);
            assertThat(saved.path("strategyHash").isNull()).isTrue();
        });
        ObjectNode more = document(draft);
        ((ObjectNode) more.get("models")).put("shoe_size", SPEND);
        assertThat(saved(mia, read(mia, draft), more).at("/problems/0/message").asText())
                .contains("no score shoe_size");

        archive(AGE, true);
        JsonNode putAway = saved(mia, read(mia, draft), withRisk(draft, AGE));
        assertThat(putAway.at("/problems/0/message").asText()).contains("Version age", "was put away by analyst");
        assertThat(effect(mia, putAway, putAway.path("document"))
                        .path("segments")
                        .isNull())
                .isTrue();
        archive(AGE, false);
        assertThat(read(mia, draft).path("problems")).isEmpty();
    }

    @Test
    @Order(5)
    void aDocumentWithoutModelsHasThoseOfTheStrategyBehindIt() {
        Browser mia = as("mia");
        JsonNode draft = started(mia, "From before");
        ObjectNode document = document(draft);
        document.remove("models");

        JsonNode saved = saved(mia, draft, document);

        assertThat(saved.at("/document/models")).isEqualTo(draft.at("/document/models"));
        assertThat(saved.path("revision")).isEqualTo(draft.path("revision"));
        assertThat(mia.get(path(draft) + "/revisions/1").json().at("/document/models"))
                .isEqualTo(draft.at("/document/models"));
    }

    @Test
    @Order(6)
    void theChampionMovesWithThePublicationAndBack() {
        String shipped = champion();
        JsonNode draft = submitted("By spend", SPEND);
        JsonNode late = started(as("mia"), "Too late");
        approve(as("paul"), draft);
        Browser.Answer shared = step(as("paul"), draft, "publication", "{\"reason\":\"A tenth first\",\"share\":0.1}");
        assertThat(shared.status()).isEqualTo(409);
        assertThat(shared.body()).contains("other models are published for everybody");
        Instant before = later(1);

        Browser.Answer published = publish(as("paul"), draft);

        assertThat(published.status()).as(published.body()).isEqualTo(200);
        engine.awaitIdle();
        assertThat(champion()).isEqualTo(SPEND);
        assertThat(aliases(SPEND, "")).isEqualTo("[\"CHAMPION\"]");
        assertThat(aliases(SPEND, "?asOf=" + before)).isEqualTo("[]");
        assertThat(aliases(shipped, "?asOf=" + before)).isEqualTo("[\"CHAMPION\"]");
        assertThat(read(as("mia"), late).path("upToDate").asBoolean(true)).isFalse();
        assertThat(read(as("mia"), late).path("models")).isEmpty();
        assertThat(post(as("mia"), path(late) + "/review/simulation", "").status())
                .isEqualTo(412);
        later(2);

        JsonNode back = rolledBack(published.json(), late.path("basedOn").asText());

        assertThat(back.path("version").asInt())
                .isEqualTo(published.json().path("version").asInt() + 1);
        assertThat(champion()).isEqualTo(shipped);
        assertThat(aliases(SPEND, "")).isEqualTo("[]");
        archive(SPEND, true);
        JsonNode over = read(as("mia"), draft);
        assertThat(over.path("problems")).isEmpty();
        assertThat(over.path("strategyHash")).isEqualTo(draft.path("strategyHash"));
        archive(SPEND, false);
    }

    private static void register(RunningEngine engine, String version, String pmml) {
        Browser.Answer registered = engine.as(Role.ANALYST)
                .write(
                        "POST",
                        "/api/models?score=churn_risk&version=" + version,
                        pmml,
                        Map.of("X-Requested-With", "cip"));
        assertThat(registered.status()).as(registered.body()).isIn(201, 409);
    }

    private void archive(String hash, boolean archived) {
        Browser.Answer answer = engine.as(Role.ANALYST)
                .put("/api/models/" + hash + "/archive", "{\"archived\":" + archived + ",\"reason\":\"Tidying\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    private static ObjectNode withRisk(JsonNode draft, String hash) {
        ObjectNode document = document(draft);
        ((ObjectNode) document.get("models")).put("churn_risk", hash);
        return document;
    }

    /** A draft of mia's with another model of the risk, simulated and submitted. */
    private JsonNode submitted(String name, String hash) {
        Browser mia = as("mia");
        JsonNode draft = started(mia, name);
        ObjectNode document = withRisk(draft, hash);
        document.putObject("examples").putArray("examples");
        JsonNode saved = saved(mia, draft, document);
        simulated(mia, saved);
        Browser.Answer submitted = submit(mia, saved);
        assertThat(submitted.status()).as(submitted.body()).isEqualTo(200);
        return submitted.json();
    }

    private static JsonNode counted(Browser browser, JsonNode draft, JsonNode document) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            JsonNode effect = effect(browser, draft, document);
            if (effect.path("scoring").isEmpty()) {
                return effect;
            }
            Thread.sleep(50);
        }
        throw new AssertionError(effect(browser, draft, document).toString());
    }

    private static Map<String, Integer> reached(JsonNode effect) {
        Map<String, Integer> reached = new HashMap<>();
        for (JsonNode segment : effect.path("segments")) {
            reached.put(segment.path("id").asText(), segment.path("reached").asInt());
        }
        reached.values().removeIf(customers -> customers == 0);
        return reached;
    }

    private Map<String, Integer> simulatedSegments(Browser browser, JsonNode draft) {
        Map<String, Integer> after = new HashMap<>();
        for (JsonNode cell : simulated(browser, draft).at("/result/segments/cells")) {
            after.merge(cell.path("to").asText(), cell.path("customers").asInt(), Integer::sum);
        }
        return after;
    }

    private String champion() {
        for (JsonNode model : engine.admin().get("/api/strategies/live").json().path("models")) {
            if (model.path("name").asText().equals("churn_risk")) {
                return model.path("hash").asText();
            }
        }
        throw new AssertionError("The live strategy has no churn_risk.");
    }

    private String aliases(String hash, String query) {
        for (JsonNode model : engine.admin().get("/api/models" + query).json().path("items")) {
            if (model.path("hash").asText().equals(hash)) {
                return model.path("aliases").toString();
            }
        }
        throw new AssertionError("The model " + hash + " is not listed.");
    }

    /** An instant after all that was done, and before all that will be. */
    private Instant later(int hours) {
        engine.setClockAhead(Duration.ofHours(hours));
        return Instant.now().plus(Duration.ofHours(hours)).minusSeconds(30);
    }
}
