package cip.server.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import cip.server.models.ModelFolder;
import cip.server.models.ShippedModel;
import cip.server.store.Database;
import cip.server.store.TestDatabases;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.util.Duration;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Against a real MLflow server that is running at {@code -Dmlflow.url}: see scripts/mlflow-check. */
class MlflowServerCheck {
    private static final String URL = System.getProperty("mlflow.url", "");
    private static final ModelFolder FOLDER = new ModelFolder(Path.of(System.getProperty("cip.root"), "pmml"));

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void whatWasLoggedIsReadBackFromTheServer() throws Exception {
        try (Database database = TestDatabases.h2()) {
            MlflowConfiguration configuration =
                    MlflowConfiguration.of(URL, "customer-intelligence", "", Duration.seconds(60));
            MlflowRuns runs = new MlflowRuns(
                    new MlflowServer(configuration.url().orElseThrow(), configuration),
                    configuration.experiment(),
                    Clock.systemUTC());
            MlflowLog log = new MlflowLog(database, Clock.systemUTC(), Optional.of(runs));
            for (String score : List.of("clv", "churn_risk", "cluster", "clv")) {
                ShippedModel model = FOLDER.read(score, "1");
                String job = "job " + System.nanoTime();
                log.trained(job, model);
                MlflowEntry entry = log.entries(job).get(0);
                assertThat(entry.problem()).isNull();
                assertIsThere(String.valueOf(entry.runId()), model);
            }
        }
    }

    private void assertIsThere(String runId, ShippedModel model) throws Exception {
        JsonNode run = json("/api/2.0/mlflow/runs/get?run_id=" + runId).path("run");
        assertThat(run.at("/info/status").asText()).isEqualTo("FINISHED");
        assertThat(run.at("/data/metrics").findValuesAsText("key"))
                .containsAll(model.card().metrics().stream()
                        .map(metric -> metric.name())
                        .toList());
        assertThat(run.at("/data/params").findValuesAsText("key")).contains("seed", "features", "data.hash");
        assertThat(run.at("/data/tags").findValuesAsText("value")).contains(model.hash());
        String files = run.at("/info/artifact_uri").asText().replaceFirst("mlflow-artifacts:/+", "");
        assertThat(get("/api/2.0/mlflow-artifacts/artifacts/" + files + "/model.pmml"))
                .isEqualTo(model.pmml());
        assertThat(get("/api/2.0/mlflow-artifacts/artifacts/" + files + "/card.json"))
                .isEqualTo(model.cardJson().getBytes(StandardCharsets.UTF_8));
        JsonNode versions = json("/api/2.0/mlflow/model-versions/search?filter=name%3D%27" + model.score() + "%27");
        assertThat(versions.path("model_versions").findValuesAsText("run_id")).contains(runId);
        System.out.println(model.score() + ": run " + runId + ", "
                + run.at("/data/metrics").size() + " metrics, "
                + run.at("/data/params").size() + " parameters, "
                + versions.path("model_versions").size() + " registered versions");
    }

    private JsonNode json(String path) throws Exception {
        return new ObjectMapper().readTree(get(path));
    }

    private byte[] get(String path) throws IOException, InterruptedException {
        var answer = client.send(HttpRequest.newBuilder(URI.create(URL + path)).build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return answer.body();
    }
}
