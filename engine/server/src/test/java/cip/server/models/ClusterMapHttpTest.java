package cip.server.models;

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
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The clusters of the shipped model on a plane. */
@OnEveryEngine
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterMapHttpTest {
    private final RunningEngine engine;

    ClusterMapHttpTest(RunningEngine engine) {
        this.engine = engine;
    }

    @Test
    @Order(1)
    void everyCustomerShownHasAPlaceAndItsClusterACentre(@TempDir Path folder) throws IOException {
        new SampleFiles(new SampleRetailer(SampleRetailer.DEFAULT_SEED), Runnable::run).write(folder, 300);
        engine.imported("customers", "customers.csv", Files.readString(folder.resolve("customers.csv")));
        engine.imported("transactions", "transactions.csv", Files.readString(folder.resolve("transactions.csv")));
        engine.awaitIdle();
        engine.succeeded(engine.admin().post("/api/decision-runs", "{}").json());

        JsonNode map = engine.as(Role.MARKETER)
                .get(path("cluster") + "?limit=200&features=monetary_365&features=recency_days")
                .json();

        assertThat(map.path("customers").asInt()).isGreaterThanOrEqualTo(300);
        assertThat(map.path("x")).hasSize(200);
        assertThat(map.path("cluster")).hasSize(200);
        double first = map.at("/axes/0/explained").asDouble();
        assertThat(first).isBetween(map.at("/axes/1/explained").asDouble(), 1.0);
        assertThat(map.at("/axes/0/weights")).hasSize(5);
        assertThat(map.path("centres").findValuesAsText("customers").stream()
                        .mapToInt(Integer::parseInt)
                        .sum())
                .isEqualTo(200);
        assertThat(map.path("pairs").findValuesAsText("name")).containsExactly("monetary_365", "recency_days");
        assertThat(map.at("/pairs/0/values")).hasSize(200);
        assertThat(engine.admin().get(path("cluster") + "?limit=200").json().path("x"))
                .isEqualTo(map.path("x"));
    }

    @Test
    @Order(2)
    void whatIsNoClusterNoNumberOrTooManyIsRefused() {
        assertThat(engine.admin().get(path("churn_risk")).status()).isEqualTo(400);
        assertThat(engine.admin().get(path("cluster") + "?features=region").status())
                .isEqualTo(400);
        assertThat(engine.as(Role.AGENT).get(path("cluster")).status()).isEqualTo(403);
    }

    private String path(String score) {
        for (JsonNode model : engine.admin().get("/api/models?limit=200").json().path("items")) {
            if (model.path("name").asText().equals(score)) {
                return "/api/models/" + model.path("hash").asText() + "/cluster-map";
            }
        }
        throw new AssertionError("There is no model " + score);
    }
}
