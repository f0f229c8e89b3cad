package cip.server.models;

import static org.assertj.core.api.Assertions.assertThat;

import cip.core.hash.Sha256;
import cip.server.app.Browser;
import cip.server.app.OnEveryEngine;
import cip.server.app.RunningEngine;
import cip.server.http.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** An analyst writes on a version what the figures do not say, and puts away what nobody will use. */
@OnEveryEngine
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ModelKeepingHttpTest {
    private static final String PMML = LogisticFile.of("tenure_days", 100);
    private static final String HASH = Sha256.hex(PMML);
    private static final String ARCHIVE = "/api/models/" + HASH + "/archive";
    private static final String NOTES = "/api/models/" + HASH + "/notes";
    private static final String SHADOW = "/api/models/churn_risk/aliases/SHADOW";

    private final RunningEngine engine;

    ModelKeepingHttpTest(RunningEngine engine) {
        this.engine = engine;
    }

    @Test
    @Order(1)
    void aNoteTakesThePlaceOfTheOneBeforeAndLeavesItInTheHistory() {
        Browser.Answer registered = engine.as(Role.ANALYST)
                .write("POST", "/api/models?score=churn_risk&version=tenure", PMML, Map.of("X-Requested-With", "cip"));
        assertThat(registered.status()).as(registered.body()).isEqualTo(201);
        assertThat(registered.json().path("note").isNull()).isTrue();

        assertThat(engine.as(Role.ANALYST)
                        .post(NOTES, "{\"text\":\"Tried by hand.\"}")
                        .status())
                .isEqualTo(201);
        engine.admin().post(NOTES, "{\"text\":\"  Too old-fashioned, kept to compare with.  \"}");

        JsonNode version = engine.as(Role.MARKETER).get("/api/models/" + HASH).json();
        assertThat(version.at("/note/text").asText()).isEqualTo("Too old-fashioned, kept to compare with.");
        assertThat(version.at("/note/by").asText()).isEqualTo("admin");
        JsonNode notes = engine.as(Role.MARKETER).get(NOTES).json();
        assertThat(notes.findValuesAsText("text"))
                .containsExactly("Too old-fashioned, kept to compare with.", "Tried by hand.");
        assertThat(notes.findValuesAsText("by")).containsExactly("admin", "analyst");
        assertThat(audited()).contains("MODEL_NOTE_WRITTEN");
    }

    @Test
    @Order(2)
    void onlyAnalystsWriteAndAnEmptyNoteTakesTheNoteAway() {
        assertThat(engine.as(Role.MARKETER).post(NOTES, "{\"text\":\"Mine\"}").status())
                .isEqualTo(403);
        assertThat(engine.as(Role.AGENT).get(NOTES).status()).isEqualTo(403);
        assertThat(engine.admin()
                        .post("/api/models/nothing/notes", "{\"text\":\"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(engine.admin()
                        .post(NOTES, "{\"text\":\"" + "x".repeat(4_001) + "\"}")
                        .status())
                .isEqualTo(400);

        engine.admin().post(NOTES, "{\"text\":\" \"}");

        assertThat(engine.admin().get("/api/models/" + HASH).json().path("note").isNull())
                .isTrue();
        assertThat(engine.admin().get(NOTES).json()).hasSize(3);
    }

    @Test
    @Order(3)
    void whatIsArchivedIsLeftOutUntilItIsTakenBack() {
        assertThat(archive(Role.MARKETER, true).status()).isEqualTo(403);
        assertThat(archive(Role.ANALYST, true).status()).isEqualTo(204);
        assertThat(archive(Role.ANALYST, true).status()).isEqualTo(204);

        assertThat(listed("")).doesNotContain(HASH);
        assertThat(listed("?archived=true")).contains(HASH);
        assertThat(engine.admin()
                        .get("/api/models/" + HASH)
                        .json()
                        .at("/archived/by")
                        .asText())
                .isEqualTo("analyst");
        Browser.Answer shadow = engine.admin().put(SHADOW, "{\"model\":\"" + HASH + "\",\"reason\":\"Watch it\"}");
        assertThat(shadow.status()).isEqualTo(409);
        assertThat(shadow.body()).contains("is archived", "Maybe take it back first.");
        assertThat(engine.admin().get("/api/models/" + HASH + "/pmml").body()).isEqualTo(PMML);

        assertThat(archive(Role.ANALYST, false).status()).isEqualTo(204);

        assertThat(listed("")).contains(HASH);
        assertThat(audited()).contains("MODEL_ARCHIVED", "MODEL_TAKEN_BACK");
    }

    @Test
    @Order(4)
    void aVersionInUseIsNotArchived() {
        engine.admin().put(SHADOW, "{\"model\":\"" + HASH + "\",\"reason\":\"Watch it\"}");
        Browser.Answer refused = archive(Role.ANALYST, true);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("is the shadow of churn_risk", "Maybe take that away first.");
        engine.admin().put(SHADOW, "{\"model\":null,\"reason\":\"Seen enough\"}");

        String champion = "";
        for (JsonNode model : engine.admin().get("/api/models?limit=200").json().path("items")) {
            champion = model.path("aliases").toString().contains("CHAMPION")
                    ? model.path("hash").asText()
                    : champion;
        }
        assertThat(engine.admin()
                        .put("/api/models/" + champion + "/archive", "{\"archived\":true,\"reason\":\"Away with it\"}")
                        .body())
                .contains("is the champion of");
    }

    @Test
    @Order(5)
    void agentsAreToldHowFarOffAScoreMayBe() {
        for (JsonNode model : engine.admin().get("/api/models?limit=200").json().path("items")) {
            JsonNode intervals = engine.as(Role.AGENT)
                    .get("/api/models/" + model.path("hash").asText() + "/intervals")
                    .json();
            String kind = model.path("kind").asText();
            if (model.path("version").asText().equals("tenure") || kind.equals("CLUSTER")) {
                assertThat(intervals.path("basis").asText()).isEqualTo("NONE");
            } else if (kind.equals("PROBABILITY")) {
                assertThat(intervals.path("basis").asText()).isEqualTo("OBSERVED_SHARE");
                assertThat(intervals.path("levels")).hasSize(10);
            } else {
                assertThat(intervals.path("basis").asText()).isEqualTo("BY_LEVEL");
                assertThat(intervals.path("levels")).hasSize(10);
                for (JsonNode level : intervals.path("levels")) {
                    assertThat(level.path("coverage").asDouble()).isBetween(0.77, 0.83);
                    assertThat(level.path("low").asDouble()).isNegative();
                    assertThat(level.path("high").asDouble()).isNotNegative();
                }
            }
        }
    }

    private Browser.Answer archive(Role role, boolean archived) {
        return engine.as(role).put(ARCHIVE, "{\"archived\":" + archived + ",\"reason\":\"Nobody will use it\"}");
    }

    private String listed(String query) {
        return engine.admin()
                .get("/api/models" + query)
                .json()
                .findValuesAsText("hash")
                .toString();
    }

    private String audited() {
        return engine.admin().get("/api/audit").body();
    }
}
