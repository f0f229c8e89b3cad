package cip.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** The 238 customers of the purchasing-behaviours data from the file to decisions, the way people and systems do it. */
@OnEveryEngine
class RealCustomersHttpTest {
    private static final int CUSTOMERS = 238;

    private final RunningEngine engine;

    RealCustomersHttpTest(RunningEngine engine) {
        this.engine = engine;
    }

    @BeforeParameterizedClassInvocation
    static void importAndDecide(RunningEngine engine) throws IOException {
        Path file = Path.of(System.getProperty("cip.root"))
                .resolveSibling("shared/data/customer-purchasing-behaviors/customer-purchasing-behaviors.csv");
        engine.imported("customers", "behaviours.csv", Files.readString(file));
        engine.awaitIdle();
    }

    @Test
    void everyCustomerIsDecidedWithASegmentThreeScoresAndAnAction() {
        Set<String> seen = new HashSet<>();
        String cursor = "";
        do {
            JsonNode page = engine.admin()
                    .get("/api/customers?limit=100" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .json();
            for (JsonNode row : page.path("items")) {
                seen.add(row.path("id").asText());
                JsonNode decision = engine.admin()
                        .get("/api/customers/" + row.path("id").asText())
                        .json()
                        .path("decision");
                assertThat(decision.at("/segment/name").asText()).isNotEmpty();
                assertThat(decision.path("scores")).hasSize(3).allSatisfy(score -> assertThat(
                                score.path("value").isNumber())
                        .isTrue());
                assertThat(decision.path("actions")).isNotEmpty();
                assertThat(decision.at("/trace/segments")).hasSize(6);
            }
            cursor = page.path("nextCursor").asText("");
            cursor = cursor.equals("null") ? "" : cursor;
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(CUSTOMERS);
    }

    @Test
    void whatEachInputAddsToAScoreAddsUpToTheScore() {
        JsonNode decision = engine.admin().get("/api/customers/42").json().path("decision");
        JsonNode explained = decision.at("/trace/scores");

        assertThat(explained)
                .extracting(score -> score.path("score").asText())
                .containsExactly("clv", "churn_risk", "cluster");
        for (JsonNode score : explained) {
            if (score.path("scale").asText().equals("DISTANCE")) {
                assertClusterIsNearest(
                        score, score(decision, score.path("score").asText()));
                continue;
            }
            double sum = score.path("baseline").asDouble();
            for (JsonNode part : score.path("attributions")) {
                assertThat(part.path("label").asText()).isNotEmpty();
                sum += part.path("attribution").asDouble();
            }
            double value = score.path("scale").asText().equals("LOG") ? Math.exp(sum) : 1 / (1 + Math.exp(-sum));
            assertThat(value).isCloseTo(score(decision, score.path("score").asText()), within(1e-3));
            assertThat(score.path("sentence").asText()).contains("on average it is");
        }
    }

    private static void assertClusterIsNearest(JsonNode explained, double cluster) {
        double nearer = 0;
        for (JsonNode part : explained.path("attributions")) {
            nearer += part.path("attribution").asDouble();
        }
        assertThat(nearer).isPositive();
        assertThat(explained.path("baselineScore").asDouble()).isNotEqualTo(cluster);
        assertThat(explained.path("sentence").asText()).contains("rather than");
    }

    private static double score(JsonNode decision, String name) {
        for (JsonNode score : decision.path("scores")) {
            if (score.path("name").asText().equals(name)) {
                return score.path("value").asDouble();
            }
        }
        throw new AssertionError("The decision has no score " + name + ".");
    }

    @Test
    void anIdThatCannotBeOneIsRefusedAsSuch() {
        for (String id : List.of("", " ", "x".repeat(65), "a\\tb")) {
            Browser.Answer byId = engine.admin().post("/api/decisions", "{\"customerId\":\"" + id + "\"}");
            Browser.Answer brought = engine.admin().post("/api/decisions", "{\"customer\":{\"id\":\"" + id + "\"}}");

            assertThat(List.of(byId.status(), brought.status())).containsOnly(400);
            assertThat(byId.body()).contains("A customer id");
        }
        assertThat(engine.admin().get("/api/customers/%20").status()).isEqualTo(400);
    }

    @Test
    void aStoredDecisionReplaysToTheSameBytes() {
        String id = engine.admin()
                .get("/api/customers/42")
                .json()
                .at("/decision/decisionId")
                .asText();

        JsonNode replay =
                engine.admin().post("/api/decisions/" + id + "/replay", "{}").json();

        assertThat(replay.path("identical").asBoolean()).isTrue();
    }

    @Test
    void aDecisionAsOfAnInstantFinerThanTheLogKeepsReplaysToTheSameBytes() {
        String id = engine.admin()
                .post(
                        "/api/decisions",
                        "{\"customerId\":\"42\",\"asOf\":\"2026-06-30T00:00:00.123456789Z\",\"store\":true}")
                .json()
                .path("decisionId")
                .asText();

        JsonNode replay =
                engine.admin().post("/api/decisions/" + id + "/replay", "{}").json();

        assertThat(replay.at("/decision/asOf").asText()).isEqualTo("2026-06-30T00:00:00.123456Z");
        assertThat(replay.path("identical").asBoolean()).isTrue();
    }

    @Test
    void aRecordThatIsNotInTheBaseIsDecidedLikeTheSameCustomerInIt() {
        JsonNode known = engine.admin()
                .post("/api/decisions", "{\"customerId\":\"42\",\"asOf\":\"2026-06-30T00:00:00Z\"}")
                .json();
        StringBuilder attributes = new StringBuilder();
        for (JsonNode attribute : engine.admin().get("/api/customers/42").json().path("attributes")) {
            if (!attribute.path("value").isNull()) {
                attributes
                        .append(attributes.isEmpty() ? "" : ",")
                        .append('"')
                        .append(attribute.path("name").asText())
                        .append("\":")
                        .append(attribute.path("value"));
            }
        }

        JsonNode brought = engine.admin()
                .post(
                        "/api/decisions",
                        "{\"customer\":{\"id\":\"42\",\"attributes\":{" + attributes
                                + "}},\"asOf\":\"2026-06-30T00:00:00Z\"}")
                .json();

        assertThat(brought).isEqualTo(known);
    }

    @Test
    void theOverviewCountsEveryCustomerOnce() {
        JsonNode overview = engine.admin().get("/api/overview").json();

        int inSegments = 0;
        for (JsonNode segment : overview.path("segments")) {
            inSegments += segment.path("customers").asInt();
        }
        int withAction = 0;
        for (JsonNode action : overview.path("actions")) {
            withAction += action.path("customers").asInt();
        }
        assertThat(overview.path("decided").asInt()).isEqualTo(CUSTOMERS);
        assertThat(inSegments).isEqualTo(CUSTOMERS);
        assertThat(withAction).isEqualTo(CUSTOMERS);
    }

    @Test
    void theLiveStrategySaysThatItsBaseIsCountedByColumnsProvenEqualToDrools() {
        JsonNode base = engine.admin().get("/api/strategies/live").json().path("base");

        assertThat(base.path("decidedBy").asText()).isEqualTo("COLUMNS");
        assertThat(base.path("comparedCustomers").asInt()).isEqualTo(10_000);
        assertThat(base.path("difference").isNull()).isTrue();
    }

    @Test
    void aConditionCountsLikeTheListOfCustomers() {
        JsonNode count = engine.admin()
                .post(
                        "/api/conditions/count",
                        "{\"condition\":{\"term\":\"region\",\"operator\":\"EQUALS\",\"value\":\"West\"}}")
                .json();

        assertThat(count.path("total").asInt()).isEqualTo(CUSTOMERS);
        assertThat(count.path("customers").asInt()).isBetween(1, CUSTOMERS);
        int bySegment = 0;
        for (JsonNode segment : count.path("bySegment")) {
            bySegment += segment.path("customers").asInt();
        }
        assertThat(bySegment).isEqualTo(count.path("customers").asInt());
    }

    @Test
    void whatIsNotARequestIsRefusedWithItsReason() {
        assertThat(engine.admin().post("/api/decisions", "{}").status()).isEqualTo(400);
        assertThat(engine.admin()
                        .post("/api/decisions", "{\"customerId\":\"no-such-customer\"}")
                        .status())
                .isEqualTo(404);
        assertThat(engine.admin()
                        .post(
                                "/api/conditions/count",
                                "{\"condition\":{\"term\":\"regoin\",\"operator\":\"EQUALS\",\"value\":\"West\"}}")
                        .body())
                .contains("regoin", "region");
    }
}
