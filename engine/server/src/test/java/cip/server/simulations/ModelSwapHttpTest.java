package cip.server.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import cip.core.hash.Sha256;
import cip.server.app.Browser;
import cip.server.app.RunningEngine;
import cip.server.http.Role;
import cip.server.models.LogisticFile;
import com.fasterxml.jackson.databind.JsonNode;
import io.dropwizard.testing.ConfigOverride;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An analyst brings another churn model, sees whom it would move, and an approver makes it the champion. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ModelSwapHttpTest {
    /** churn_risk = 1 / (1 + exp(3 - 0.02 × recency_days)). */
    private static final String BY_RECENCY = LogisticFile.of("recency_days", 365);

    private static Instant beforeTheSwap = Instant.EPOCH;

    @RegisterExtension
    static final RunningEngine ENGINE = RunningEngine.onH2(ConfigOverride.config("sample.customers", "150"));

    @Test
    @Order(1)
    void aModelFromElsewhereIsCheckedAndRegisteredWithItsBytes() throws InterruptedException {
        awaitDecidedBase();
        Browser.Answer registered = register(ENGINE.as(Role.ANALYST), "churn_risk", "recency", BY_RECENCY);

        assertThat(registered.status()).isEqualTo(201);
        JsonNode model = registered.json();
        assertThat(model.path("hash").asText()).isEqualTo(Sha256.hex(BY_RECENCY));
        assertThat(model.path("kind").asText()).isEqualTo("PROBABILITY");
        assertThat(model.at("/card/notices/0").asText()).contains("Made elsewhere");
        assertThat(ENGINE.admin()
                        .get("/api/models/" + Sha256.hex(BY_RECENCY) + "/pmml")
                        .body())
                .isEqualTo(BY_RECENCY);
    }

    @Test
    @Order(2)
    void theSameFileOrAVersionThatExistsIsRefused() {
        assertThat(register(ENGINE.admin(), "churn_risk", "other", BY_RECENCY).status())
                .isEqualTo(409);
        assertThat(register(ENGINE.admin(), "churn_risk", "recency", BY_RECENCY.replace("0.02", "0.03"))
                        .body())
                .contains("a version never changes");
    }

    @Test
    @Order(2)
    void aModelThatReadsWhatWeDoNotHaveIsRefusedByName() {
        Browser.Answer refused = register(ENGINE.admin(), "churn_risk", "shoe", LogisticFile.of("shoe_size", 365));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("shoe_size", "neither an attribute nor a feature");
    }

    @Test
    @Order(2)
    void whatIsNoModelIsRefusedAndMarketersRegisterNone() {
        assertThat(register(ENGINE.admin(), "churn_risk", "x", "<html/>").status())
                .isEqualTo(422);
        assertThat(register(ENGINE.admin(), "Churn Risk", "x", BY_RECENCY).status())
                .isEqualTo(400);
        assertThat(register(ENGINE.as(Role.MARKETER), "churn_risk", "x", BY_RECENCY)
                        .status())
                .isEqualTo(403);
    }

    @Test
    @Order(3)
    void aliasesAreGivenTakenAndRemembered() throws InterruptedException {
        String path = "/api/models/churn_risk/aliases/CHALLENGER";
        String hash = Sha256.hex(BY_RECENCY);
        assertThat(ENGINE.admin()
                        .put(path, "{\"model\":\"" + hash + "\",\"reason\":\"Simpler\"}")
                        .status())
                .isEqualTo(204);
        assertThat(aliases(hash, "")).isEqualTo("[\"CHALLENGER\"]");
        Instant then = laterFromNowOn(1);
        ENGINE.admin().put(path, "{\"model\":null,\"reason\":\"Not now\"}");

        assertThat(aliases(hash, "")).isEqualTo("[]");
        assertThat(aliases(hash, "?asOf=" + then)).isEqualTo("[\"CHALLENGER\"]");
        assertThat(ENGINE.admin()
                        .put("/api/models/clv/aliases/SHADOW", "{\"model\":\"" + hash + "\",\"reason\":\"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(ENGINE.admin()
                        .put("/api/models/churn_risk/aliases/CHAMPION", "{\"model\":\"" + hash + "\",\"reason\":\"x\"}")
                        .body())
                .contains("Maybe simulate the version");
    }

    @Test
    @Order(4)
    void theSimulationCountsEveryCustomerOnceAndNamesThoseWhoChange() throws InterruptedException {
        JsonNode simulation = simulate();

        JsonNode result = simulation.path("result");
        long customers =
                ENGINE.admin().get("/api/overview").json().path("customers").asLong();
        assertThat(result.path("customers").asLong()).isEqualTo(customers);
        assertThat(sum(result.at("/segments/cells"), "customers")).isEqualTo(customers);
        assertThat(sum(result.at("/actions/cells"), "customers")).isEqualTo(customers);
        assertThat(result.path("changed").asLong()).isPositive();
        assertThat(simulation.path("obstacle").isNull()).isTrue();
        assertThat(simulation.path("label").asText()).isEqualTo("Churn risk version recency");
        String changes = "/api/simulations/" + simulation.path("id").asText() + "/changes?limit=200";
        assertThat(ENGINE.admin().get(changes).json().path("items"))
                .hasSize((int) result.path("changed").asLong());
        JsonNode moving = firstMove(result.at("/segments/cells"));
        String cell = "&segmentBefore=" + moving.path("from").asText() + "&segmentAfter="
                + moving.path("to").asText();
        JsonNode movers = ENGINE.admin().get(changes + cell).json().path("items");
        assertThat(movers).hasSize(moving.path("customers").asInt());
        assertThat(sum(result.at("/load/channels"), "before")).isEqualTo(customers);
        assertThat(sum(result.at("/load/channels"), "after")).isEqualTo(customers);
        assertThat(result.at("/groups").findValuesAsText("attribute")).contains("age", "region");
        for (JsonNode attribute : result.path("groups")) {
            assertThat(sum(attribute.path("groups"), "customers")).isBetween(customers - 9, customers);
        }
        String mover = movers.get(0).path("customerId").asText();
        JsonNode both = ENGINE.admin()
                .get("/api/simulations/" + simulation.path("id").asText() + "/customers/" + mover)
                .json();
        assertThat(both.at("/before/segment/name").asText())
                .isEqualTo(moving.path("from").asText());
        assertThat(both.at("/after/segment/name").asText())
                .isEqualTo(moving.path("to").asText());
        assertThat(both.at("/after/trace/segments")).isNotEmpty();
    }

    @Test
    @Order(3)
    void anApproverWhoAskedForASimulationMayCancelIt() {
        Browser approver = ENGINE.as(Role.APPROVER);
        JsonNode job = approver.post(
                        "/api/simulations", "{\"models\":{\"churn_risk\":\"" + Sha256.hex(BY_RECENCY) + "\"}}")
                .json();

        assertThat(approver.delete("/api/jobs/" + job.path("id").asText()).status())
                .isEqualTo(204);
        assertThat(ENGINE.ended(job).path("id")).isEqualTo(job.path("id"));
    }

    @Test
    @Order(5)
    void onlyApproversPublishAndThenTheModelDecides() throws InterruptedException {
        JsonNode simulation = simulate();
        String path = "/api/simulations/" + simulation.path("id").asText() + "/publication";
        assertThat(ENGINE.as(Role.ANALYST).post(path, "{\"reason\":\"Mine\"}").status())
                .isEqualTo(403);
        String shown = "/api/simulations/" + simulation.path("id").asText();
        assertThat(ENGINE.as(Role.ANALYST)
                        .get(shown)
                        .json()
                        .at("/mayPublish/allowed")
                        .asBoolean(true))
                .isFalse();
        assertThat(ENGINE.as(Role.APPROVER)
                        .get(shown)
                        .json()
                        .at("/mayPublish/allowed")
                        .asBoolean())
                .isTrue();
        beforeTheSwap = laterFromNowOn(2);

        Browser.Answer published = ENGINE.as(Role.APPROVER).post(path, "{\"reason\":\"Fewer inputs\"}");

        assertThat(published.status()).isEqualTo(200);
        assertThat(published.json().path("version").asInt()).isEqualTo(2);
        JsonNode decision = ENGINE.admin()
                .post("/api/decisions", "{\"customerId\":\"" + anyCustomer() + "\"}")
                .json();
        assertThat(decision.at("/modelHashes/churn_risk").asText()).isEqualTo(Sha256.hex(BY_RECENCY));
        assertThat(decision.path("strategyHash").asText())
                .isEqualTo(simulation.path("strategyAfter").asText());
        assertThat(aliases(Sha256.hex(BY_RECENCY), "")).isEqualTo("[\"CHAMPION\"]");
        assertThat(aliases(Sha256.hex(BY_RECENCY), "?asOf=" + beforeTheSwap)).isEqualTo("[]");
    }

    @Test
    @Order(6)
    void aModelLeadsToTheStrategiesThatPinItAndToTheirRuns() throws InterruptedException {
        String before = ENGINE.admin().get("/api/models?asOf=" + beforeTheSwap).json().findParents("aliases").stream()
                .filter(model -> model.path("name").asText().equals("churn_risk"))
                .filter(model -> model.path("aliases").toString().contains("CHAMPION"))
                .map(model -> model.path("hash").asText())
                .findFirst()
                .orElseThrow();
        JsonNode now = publications(Sha256.hex(BY_RECENCY)).json().path("items");
        for (int i = 0; i < 1200 && now.at("/0/runs").asInt() == 0; i++) {
            Thread.sleep(50);
            now = publications(Sha256.hex(BY_RECENCY)).json().path("items");
        }

        assertThat(now).hasSize(1);
        assertThat(now.at("/0/version").asInt()).isEqualTo(2);
        assertThat(now.at("/0/until").isNull()).isTrue();
        assertThat(now.at("/0/runs").asInt()).isEqualTo(1);
        JsonNode earlier = publications(before).json().path("items");
        assertThat(earlier).hasSize(1);
        assertThat(earlier.at("/0/until").asText())
                .isEqualTo(now.at("/0/publishedAt").asText());
        assertThat(earlier.at("/0/runs").asInt()).isPositive();
        assertThat(earlier.at("/0/customers").asInt()).isZero();
        assertThat(publications(pinnedInBoth()).json().path("items")).hasSize(2);
        JsonNode decided = ENGINE.admin()
                .get("/api/models/" + Sha256.hex(BY_RECENCY) + "/decisions?limit=2")
                .json();
        assertThat(decided.path("items")).hasSize(2);
        assertThat(decided.path("items").get(0).path("score").asDouble()).isBetween(0.0, 1.0);
        assertThat(decided.at("/items/0/segment").asText()).isNotEmpty();
        JsonNode next = ENGINE.admin()
                .get("/api/models/" + Sha256.hex(BY_RECENCY) + "/decisions?limit=2&cursor="
                        + decided.path("nextCursor").asText())
                .json();
        assertThat(next.at("/items/0/customerId").asText())
                .isGreaterThan(decided.at("/items/1/customerId").asText());
        JsonNode ofEarlier = ENGINE.admin()
                .get("/api/models/" + before + "/decisions?limit=1")
                .json();
        assertThat(ofEarlier.at("/items/0/asOf").asText())
                .isLessThan(decided.at("/items/0/asOf").asText());
        assertThat(publications("0".repeat(64)).status()).isEqualTo(404);
        assertThat(ENGINE.as(Role.AGENT)
                        .get("/api/models/" + before + "/publications")
                        .status())
                .isEqualTo(403);
    }

    private static Browser.Answer publications(String hash) {
        return ENGINE.admin().get("/api/models/" + hash + "/publications");
    }

    /** The model of another score, which was not swapped. */
    private static String pinnedInBoth() {
        for (JsonNode model : ENGINE.admin().get("/api/strategies/live").json().path("models")) {
            if (model.path("name").asText().equals("clv")) {
                return model.path("hash").asText();
            }
        }
        throw new AssertionError("The live strategy has no model of clv.");
    }

    @Test
    @Order(7)
    void whatWasSimulatedAgainstAnotherStrategyIsNotPublished() {
        String first =
                ENGINE.admin().get("/api/simulations").json().at("/items/1/id").asText();

        Browser.Answer refused =
                ENGINE.admin().post("/api/simulations/" + first + "/publication", "{\"reason\":\"Again\"}");

        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.body()).contains("made against another one");
        assertThat(ENGINE.admin()
                        .post("/api/simulations", "{\"models\":{\"churn_risk\":\"" + Sha256.hex(BY_RECENCY) + "\"}}")
                        .body())
                .contains("nothing would change");
    }

    /** An instant after all that was done, and before all that will be. */
    private static Instant laterFromNowOn(int minutes) {
        ENGINE.setClockAhead(Duration.ofMinutes(minutes));
        return Instant.now().plus(Duration.ofMinutes(minutes)).minusSeconds(30);
    }

    private static JsonNode simulate() throws InterruptedException {
        JsonNode job = ENGINE.as(Role.ANALYST)
                .post("/api/simulations", "{\"models\":{\"churn_risk\":\"" + Sha256.hex(BY_RECENCY) + "\"}}")
                .json();
        String id = job.path("id").asText();
        for (int i = 0; i < 1200; i++) {
            JsonNode simulation = ENGINE.admin().get("/api/simulations/" + id).json();
            if (simulation.path("result").isObject()) {
                return simulation;
            }
            Thread.sleep(50);
        }
        throw new AssertionError(ENGINE.admin().get("/api/jobs/" + id).body());
    }

    private static void awaitDecidedBase() throws InterruptedException {
        for (int i = 0; i < 1200; i++) {
            if (ENGINE.admin().get("/api/overview").json().path("decided").asInt() > 0) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError(ENGINE.admin().get("/api/jobs").body());
    }

    private static Browser.Answer register(Browser browser, String score, String version, String pmml) {
        String query = "?score=" + score.replace(" ", "%20") + "&version=" + version;
        return browser.write("POST", "/api/models" + query, pmml, Map.of("X-Requested-With", "cip"));
    }

    private static String aliases(String hash, String query) {
        for (JsonNode model : ENGINE.admin().get("/api/models" + query).json().path("items")) {
            if (model.path("hash").asText().equals(hash)) {
                return model.path("aliases").toString();
            }
        }
        throw new AssertionError("The model " + hash + " is not listed.");
    }

    private static String anyCustomer() {
        return ENGINE.admin()
                .get("/api/customers?limit=1")
                .json()
                .at("/items/0/id")
                .asText();
    }

    private static JsonNode firstMove(JsonNode cells) {
        for (JsonNode cell : cells) {
            if (!cell.path("from").equals(cell.path("to"))) {
                return cell;
            }
        }
        throw new AssertionError("Nobody moves: " + cells);
    }

    private static long sum(JsonNode cells, String field) {
        long sum = 0;
        for (JsonNode cell : cells) {
            sum += cell.path(field).asLong();
        }
        return sum;
    }
}
