package cip.server.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cip.server.app.OnEveryEngine;
import cip.server.app.RunningEngine;
import cip.server.http.Role;
import cip.server.samples.SampleFiles;
import cip.server.samples.SampleRetailer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A run over the base of 370 days ago, looked at again once everything has happened. */
@OnEveryEngine
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealisedHttpTest {
    private final RunningEngine engine;

    RealisedHttpTest(RunningEngine engine) {
        this.engine = engine;
    }

    @Test
    @Order(1)
    void beforeAYearHasPassedThereIsNothingToCompare(@TempDir Path folder) throws IOException {
        SampleRetailer retailer = new SampleRetailer(SampleRetailer.DEFAULT_SEED);
        engine.setClockAhead(Duration.between(Instant.now(), retailer.asOf()));
        new SampleFiles(retailer, Runnable::run).write(folder, 1_000);
        engine.imported("customers", "customers.csv", Files.readString(folder.resolve("customers.csv")));
        engine.imported("transactions", "transactions.csv", Files.readString(folder.resolve("transactions.csv")));
        engine.awaitIdle();

        JsonNode monitoring = engine.admin().get("/api/monitoring").json();
        assertThat(monitoring.path("realised")).isEmpty();
        JsonNode next = monitoring.path("nextComparison");
        assertThat(instant(next, "dueAt")).isEqualTo(instant(next, "runAsOf").plus(Duration.ofDays(365)));
        assertThat(instant(next, "dueAt")).isAfter(retailer.asOf().plus(Duration.ofDays(364)));
        assertThat(instant(next, "transactionsUntil")).isBefore(retailer.asOf().plus(Duration.ofDays(1)));
    }

    @Test
    @Order(2)
    void theScoresOfAYearAgoAreComparedWithWhatHappened() {
        Instant end = new SampleRetailer(SampleRetailer.DEFAULT_SEED).asOf();
        engine.setClockAhead(Duration.between(Instant.now(), end.minus(Duration.ofDays(370))));
        engine.succeeded(engine.admin().post("/api/decision-runs", "{}").json());
        assertThat(engine.admin().get("/api/monitoring").json().path("realised"))
                .isEmpty();
        engine.setClockAhead(Duration.between(Instant.now(), end.plus(Duration.ofHours(1))));
        engine.succeeded(engine.admin().post("/api/decision-runs", "{}").json());
        engine.awaitIdle();

        JsonNode realised =
                engine.as(Role.MARKETER).get("/api/monitoring").json().path("realised");

        assertThat(realised.findValuesAsText("score")).containsExactly("churn_risk", "clv");
        JsonNode churn = realised.get(0);
        assertThat(churn.at("/quality/enough").asBoolean()).isTrue();
        assertThat(churn.at("/quality/customers").asInt()).isBetween(1_000, 1_100);
        assertThat(churn.at("/quality/happened").asInt()).isBetween(50, 900);
        // The imported attributes are those of the end, so the scores of a year before know more than they could.
        assertThat(figure(churn, "auc").path("value").asDouble()).isBetween(0.8, 1.0);
        assertThat(figure(churn, "auc").path("low").asDouble())
                .isLessThan(figure(churn, "auc").path("value").asDouble());
        assertThat(figure(churn, "brier").path("value").asDouble()).isBetween(0.05, 0.3);
        assertThat(figure(churn, "ece").isMissingNode()).isFalse();
        assertThat(churn.path("promised")).isNotEmpty();
        assertThat(churn.at("/quality/deciles")).hasSize(10);
        assertThat(churn.at("/quality/deciles/0/predicted").asDouble())
                .isLessThan(churn.at("/quality/deciles/9/predicted").asDouble());
        assertThat(churn.at("/quality/deciles/0/actual").asDouble()).isBetween(0.0, 1.0);
        JsonNode clv = realised.get(1);
        assertThat(figure(clv, "spearman").path("value").asDouble()).isBetween(0.2, 0.95);
        assertThat(figure(clv, "rmse").path("value").asDouble()).isPositive();
        assertThat(figure(clv, "bias").path("value").asDouble()).isBetween(-0.9, 2.0);
    }

    @Test
    @Order(3)
    void aRunIsComparedOnceAndItsScoreRemembersIt() {
        engine.succeeded(engine.admin().post("/api/decision-runs", "{}").json());
        engine.awaitIdle();

        JsonNode history = engine.as(Role.ANALYST)
                .get("/api/monitoring/realised?score=clv")
                .json();
        assertThat(history).hasSize(1);
        long comparisons = engine.admin().get("/api/jobs").json().path("items").findValuesAsText("kind").stream()
                .filter("REALISED_QUALITY"::equals)
                .count();
        assertThat(comparisons).isEqualTo(1);
        assertThat(engine.as(Role.AGENT)
                        .get("/api/monitoring/realised?score=clv")
                        .status())
                .isEqualTo(403);
    }

    private static Instant instant(JsonNode node, String name) {
        return Instant.parse(node.path(name).asText());
    }

    private static JsonNode figure(JsonNode score, String name) {
        for (JsonNode figure : score.at("/quality/figures")) {
            if (figure.path("name").asText().equals(name)) {
                return figure;
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }
}
