package cip.server.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import cip.server.app.Browser;
import cip.server.app.RunningEngine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sixty customers without transactions, so that a customer brought along is decided like the one of the base. */
class NearestChangesHttpTest {
    private static final int CUSTOMERS = 60;

    @RegisterExtension
    static final RunningEngine ENGINE = RunningEngine.onH2();

    @BeforeAll
    static void importAndDecide() {
        StringBuilder csv = new StringBuilder(
                "user_id,age,annual_income,purchase_amount,loyalty_score,region,purchase_frequency,consent_email\n");
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < CUSTOMERS; i++) {
            csv.append("c%d,%d,%d,%d,%.1f,%s,%d,true\n"
                    .formatted(
                            i,
                            random.nextInt(20, 70),
                            random.nextInt(20_000, 90_000),
                            random.nextInt(50, 700),
                            random.nextInt(10, 100) / 10.0,
                            random.nextBoolean() ? "North" : "South",
                            random.nextInt(1, 30)));
        }
        ENGINE.imported("customers", "sixty.csv", csv.toString());
        ENGINE.succeeded(ENGINE.admin().post("/api/decision-runs", "{}").json());
    }

    @Test
    void aCustomerSoChangedIsDecidedOnTheOtherSideOfTheThreshold() {
        int named = 0;
        for (int i = 0; i < CUSTOMERS; i++) {
            JsonNode answer = ENGINE.admin()
                    .get("/api/customers/c" + i + "/nearest-changes")
                    .json();
            for (JsonNode goal : answer.path("goals")) {
                for (JsonNode change : goal.path("changes")) {
                    assertThat(change.at("/steps/0/attribute").asText()).isNotIn("age", "region", "name", "contact");
                    JsonNode decision = decided(i, answer.path("asOf").asText(), change);
                    double score = score(decision, goal.path("score").asText());
                    assertThat(score).isEqualTo(change.path("score").asDouble());
                    assertThat(score < goal.path("threshold").asDouble())
                            .isEqualTo(goal.path("side").asText().equals("BELOW"));
                    assertThat(decision.at("/segment/label").asText())
                            .isEqualTo(change.path("segment").asText());
                    named++;
                }
            }
        }
        assertThat(named).isGreaterThan(CUSTOMERS / 2);
    }

    @Test
    void aThresholdOfTheAskersOwnIsAcross() {
        JsonNode goals = ENGINE.admin()
                .get("/api/customers/c1/nearest-changes?score=clv&threshold=1")
                .json()
                .path("goals");
        assertThat(goals).hasSize(1);
        assertThat(goals.get(0).path("side").asText()).isEqualTo("BELOW");
    }

    @Test
    void whatCannotBeAskedIsSaid() {
        assertRefused("/api/customers/nobody/nearest-changes", 404, "nobody");
        assertRefused("/api/customers/c1/nearest-changes?score=clv", 400, "belong together");
        assertRefused("/api/customers/c1/nearest-changes?score=luck&threshold=1", 400, "no such score");
    }

    @Test
    void theLookUpIsOnRecord() {
        ENGINE.admin().get("/api/customers/c7/nearest-changes");
        assertThat(ENGINE.admin().get("/api/audit?limit=50").body()).contains("\"c7\"");
    }

    private static void assertRefused(String path, int status, String message) {
        Browser.Answer answer = ENGINE.admin().get(path);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().path("detail").asText()).contains(message);
    }

    private static JsonNode decided(int customer, String asOf, JsonNode change) {
        ObjectNode attributes = new ObjectMapper().createObjectNode();
        for (JsonNode fact :
                ENGINE.admin().get("/api/customers/c" + customer).json().path("attributes")) {
            attributes.set(fact.path("name").asText(), fact.path("value"));
        }
        attributes.put("consent_email", true);
        change.path("steps")
                .forEach(step -> attributes.set(step.path("attribute").asText(), step.path("to")));
        attributes.remove(List.of("name", "contact", "signup_date"));
        ObjectNode request = new ObjectMapper().createObjectNode().put("asOf", asOf);
        request.putObject("customer").put("id", "c" + customer).set("attributes", attributes);
        Browser.Answer answer = ENGINE.admin().post("/api/decisions", request.toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static double score(JsonNode decision, String name) {
        for (JsonNode score : decision.path("scores")) {
            if (score.path("name").asText().equals(name)) {
                return score.path("value").asDouble();
            }
        }
        throw new AssertionError("There is no score " + name + " in " + decision);
    }
}
