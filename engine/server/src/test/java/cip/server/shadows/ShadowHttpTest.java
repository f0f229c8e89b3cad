package cip.server.shadows;

import static org.assertj.core.api.Assertions.assertThat;

import cip.core.hash.Sha256;
import cip.server.app.Browser;
import cip.server.app.OnEveryEngine;
import cip.server.app.RunningEngine;
import cip.server.http.Role;
import cip.server.models.LogisticFile;
import cip.server.samples.SampleFiles;
import cip.server.samples.SampleRetailer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A churn model made elsewhere is watched for a year beside the champion; another one cannot be compared. */
@OnEveryEngine
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ShadowHttpTest {
    private static final String RECENCY = LogisticFile.of("recency_days", 365);
    private static final String HASH = Sha256.hex(RECENCY);

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** An amount where the strategy wants a probability. */
    private static final String AMOUNT =
            """
            <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/>
            <DataDictionary><DataField name="age" optype="continuous" dataType="double"/>
              <DataField name="y" optype="continuous" dataType="double"/></DataDictionary>
            <RegressionModel functionName="regression">
              <MiningSchema><MiningField name="y" usageType="target"/><MiningField name="age"/></MiningSchema>
              <RegressionTable intercept="1"><NumericPredictor name="age" coefficient="2"/></RegressionTable>
            </RegressionModel></PMML>
            """;

    @TempDir
    static Path folder;

    private final RunningEngine engine;
    private final Instant end = new SampleRetailer(SampleRetailer.DEFAULT_SEED).asOf();

    ShadowHttpTest(RunningEngine engine) {
        this.engine = engine;
    }

    @Test
    @Order(1)
    void aVersionThatBecomesAShadowIsComparedAtOnce() throws IOException {
        Instant begin = end.minus(Duration.ofDays(370));
        engine.setClockAhead(Duration.between(Instant.now(), begin));
        new SampleFiles(new SampleRetailer(SampleRetailer.DEFAULT_SEED), Runnable::run).write(folder, 1_000);
        importUntil(begin);
        assertThat(engine.admin().get("/api/shadows").json()).isEmpty();
        register("recency", RECENCY, "&kind=PROBABILITY");

        watch(HASH);
        engine.awaitIdle();

        JsonNode shadow = engine.as(Role.MARKETER).get("/api/shadows").json().get(0);
        assertThat(shadow.path("hash").asText()).isEqualTo(HASH);
        assertThat(shadow.path("watched").asBoolean()).isTrue();
        assertThat(shadow.path("underWay").asBoolean()).isFalse();
        assertThat(shadow.path("realised").isNull()).isTrue();
        JsonNode changes = shadow.at("/latest/changes");
        long customers =
                engine.admin().get("/api/overview").json().path("customers").asLong();
        assertThat(changes.path("customers").asLong()).isEqualTo(customers);
        assertThat(sum(changes.at("/segments/cells"))).isEqualTo(customers);
        assertThat(sum(changes.at("/actions/cells"))).isEqualTo(customers);
        assertThat(changes.path("changed").asLong()).isPositive();
        assertThat(shadow.at("/latest/scores/psi/value").asDouble()).isPositive();
        assertThat(shadow.at("/latest/scores/ks/value").asDouble()).isBetween(0.0, 1.0);
        assertThat(shadow.at("/latest/champion").asText()).isNotEqualTo(HASH);
        assertThat(engine.as(Role.AGENT).get("/api/shadows").status()).isEqualTo(403);
    }

    @Test
    @Order(2)
    void itCountsWhatTheSimulationOfTheSwapCounts() {
        engine.succeeded(engine.admin().post("/api/decision-runs", "{}").json());
        engine.awaitIdle();
        JsonNode job = engine.succeeded(engine.admin()
                .post("/api/simulations", "{\"models\":{\"churn_risk\":\"" + HASH + "\"}}")
                .json());

        JsonNode simulated = engine.admin()
                .get("/api/simulations/" + job.path("id").asText())
                .json()
                .path("result");
        JsonNode shadow = engine.admin().get("/api/shadows/" + HASH).json();

        assertThat(shadow.path("recent")).hasSizeGreaterThan(1);
        JsonNode changes = shadow.at("/latest/changes");
        assertThat(shadow.at("/latest/runAsOf")).isEqualTo(simulated.path("asOf"));
        assertThat(changes.path("changed")).isEqualTo(simulated.path("changed"));
        assertThat(changes.at("/segments/cells")).isEqualTo(simulated.at("/segments/cells"));
        assertThat(changes.at("/actions/cells")).isEqualTo(simulated.at("/actions/cells"));
    }

    @Test
    @Order(3)
    void onceAYearHasPassedBothAreComparedWithWhatHappened() throws IOException {
        Instant now = end.plus(Duration.ofHours(1));
        engine.setClockAhead(Duration.between(Instant.now(), now));
        importUntil(now);
        engine.succeeded(engine.admin().post("/api/decision-runs", "{}").json());
        engine.awaitIdle();

        JsonNode realised =
                engine.as(Role.ANALYST).get("/api/shadows/" + HASH).json().path("realised");

        assertThat(realised.at("/champion/enough").asBoolean()).isTrue();
        assertThat(realised.at("/champion/customers").asLong())
                .isEqualTo(realised.at("/shadow/customers").asLong())
                .isGreaterThan(500);
        assertThat(realised.at("/champion/happened")).isEqualTo(realised.at("/shadow/happened"));
        assertThat(realised.at("/shadow/figures").findValuesAsText("name")).contains("auc", "brier", "ece");
        assertThat(realised.at("/contest/loss").asText()).isEqualTo("log_loss");
        JsonNode watchedAlone = engine.admin().get("/api/monitoring").json().path("realised");
        assertThat(watchedAlone.findValuesAsText("hash")).doesNotContain(HASH);
    }

    @Test
    @Order(4)
    void onDemandAnyVersionIsComparedButNotTheChampion() {
        String champion = engine.admin()
                .get("/api/shadows/" + HASH)
                .json()
                .at("/latest/champion")
                .asText();
        engine.admin().put("/api/models/churn_risk/aliases/SHADOW", "{\"model\":null,\"reason\":\"Seen enough\"}");

        assertThat(engine.admin().get("/api/shadows").json()).isEmpty();
        assertThat(engine.admin()
                        .get("/api/shadows/" + HASH)
                        .json()
                        .path("watched")
                        .asBoolean())
                .isFalse();
        assertThat(compare(Role.ANALYST, champion).status()).isEqualTo(400);
        assertThat(compare(Role.MARKETER, HASH).status()).isEqualTo(403);
        engine.succeeded(compare(Role.ANALYST, HASH).json());
    }

    @Test
    @Order(5)
    void aShadowThatFailsDisturbsNoDecision() {
        register("amount", AMOUNT, "&kind=AMOUNT");
        watch(Sha256.hex(AMOUNT));

        engine.succeeded(engine.admin().post("/api/decision-runs", "{}").json());
        JsonNode job = engine.admin().get("/api/jobs").json().path("items").get(0);
        assertThat(job.path("kind").asText()).isEqualTo("SHADOW_COMPARISON");
        assertThat(engine.ended(job).path("state").asText()).isEqualTo("FAILED");

        JsonNode shadow = engine.admin().get("/api/shadows").json().get(0);
        assertThat(shadow.at("/latest/failure").asText()).contains("AMOUNT", "expected churn_risk");
        assertThat(shadow.at("/latest/changes").isNull()).isTrue();
        JsonNode customer = engine.admin().get("/api/customers?limit=1").json().at("/items/0");
        assertThat(engine.admin()
                        .post(
                                "/api/decisions",
                                "{\"customerId\":\"" + customer.path("id").asText() + "\"}")
                        .status())
                .isEqualTo(200);
    }

    private void importUntil(Instant day) throws IOException {
        for (String table : List.of("customers", "transactions")) {
            engine.imported(
                    table,
                    table + ".csv",
                    Files.readAllLines(folder.resolve(table + ".csv")).stream()
                            .filter(line -> DAY.matcher(line)
                                    .results()
                                    .allMatch(found -> found.group()
                                                    .compareTo(day.toString().substring(0, 10))
                                            < 0))
                            .collect(Collectors.joining("\n", "", "\n")));
        }
        engine.awaitIdle();
    }

    private Browser.Answer compare(Role role, String model) {
        return engine.as(role).post("/api/shadows/" + model + "/comparisons", "{}");
    }

    private void watch(String model) {
        assertThat(engine.as(Role.ANALYST)
                        .put(
                                "/api/models/churn_risk/aliases/SHADOW",
                                "{\"model\":\"" + model + "\",\"reason\":\"Watch it\"}")
                        .status())
                .isEqualTo(204);
    }

    private void register(String version, String pmml, String more) {
        Browser.Answer answer = engine.as(Role.ANALYST)
                .write(
                        "POST",
                        "/api/models?score=churn_risk&version=" + version + more,
                        pmml,
                        Map.of("X-Requested-With", "cip"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private static long sum(JsonNode cells) {
        long sum = 0;
        for (JsonNode cell : cells) {
            sum += cell.path("customers").asLong();
        }
        return sum;
    }
}
