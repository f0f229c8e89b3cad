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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MlflowLogTest {
    private static final String JOB = "0190d2f2-0000-7000-8000-000000000001";
    private static final ShippedModel MODEL =
            new ModelFolder(Path.of(System.getProperty("cip.root"), "pmml")).read("clv", "1");

    private final Database database = TestDatabases.h2();
    private SmallMlflow mlflow;

    @BeforeEach
    void start() throws IOException {
        mlflow = new SmallMlflow();
    }

    @AfterEach
    void stop() {
        mlflow.close();
        database.close();
    }

    private MlflowLog log(String url) {
        return log(url, Duration.seconds(5));
    }

    private MlflowLog log(String url, Duration timeout) {
        MlflowConfiguration configuration = MlflowConfiguration.of(url, "our models", "s3cret", timeout);
        Optional<MlflowRuns> runs = configuration
                .url()
                .map(uri -> new MlflowRuns(new MlflowServer(uri, configuration), "our models", Clock.systemUTC()));
        return new MlflowLog(database, Clock.systemUTC(), runs);
    }

    @Test
    void aTrainedModelBecomesARunWithFiguresFilesAndAVersion() throws IOException {
        MlflowLog log = log(mlflow.url() + "/");

        log.trained(JOB, MODEL);

        assertThat(mlflow.calls())
                .containsExactly(
                        "GET /api/2.0/mlflow/experiments/get-by-name?experiment_name=our+models",
                        "POST /api/2.0/mlflow/experiments/create",
                        "POST /api/2.0/mlflow/runs/create",
                        "POST /api/2.0/mlflow/runs/log-batch",
                        "PUT /api/2.0/mlflow-artifacts/artifacts/7/run1/artifacts/model.pmml",
                        "PUT /api/2.0/mlflow-artifacts/artifacts/7/run1/artifacts/card.json",
                        "POST /api/2.0/mlflow/registered-models/create",
                        "POST /api/2.0/mlflow/model-versions/create",
                        "POST /api/2.0/mlflow/runs/update");
        assertThat(mlflow.request("runs/create").authorization()).isEqualTo("Bearer s3cret");
        assertThat(mlflow.request("model.pmml").body()).isEqualTo(new String(MODEL.pmml(), StandardCharsets.UTF_8));
        assertThat(mlflow.request("card.json").body()).isEqualTo(MODEL.cardJson());
        JsonNode batch = new ObjectMapper().readTree(mlflow.request("log-batch").body());
        assertThat(batch.path("metrics").findValuesAsText("key"))
                .contains(
                        MODEL.card().metrics().get(0).name(),
                        MODEL.card().metrics().get(0).name() + ".low");
        assertThat(batch.path("params").findValuesAsText("key")).contains("seed", "trainer", "data.hash", "features");
        assertThat(mlflow.request("model-versions").body())
                .contains("\"name\":\"clv\"", "\"run_id\":\"run1\"", MODEL.hash());
        assertThat(log.entries(JOB)).singleElement().satisfies(entry -> {
            assertThat(entry.runId()).isEqualTo("run1");
            assertThat(entry.problem()).isNull();
            assertThat(entry.model()).isEqualTo(MODEL.hash());
        });
    }

    @Test
    void aTrainingThatBeginsAgainIsLoggedOnceButAFailedAttemptIsRepeated() {
        MlflowLog log = log(mlflow.url());
        mlflow.failAt("artifacts/");
        log.trained(JOB, MODEL);
        mlflow.failAt("");
        log.trained(JOB, MODEL);
        int calls = mlflow.calls().size();
        log.trained(JOB, MODEL);

        assertThat(mlflow.calls()).hasSize(calls);
        assertThat(log.entries(JOB)).singleElement().satisfies(entry -> assertThat(entry.runId())
                .isEqualTo("run1"));
    }

    @Test
    void whatGoesWrongIsSaidOfTheTrainingAndStopsNothing() {
        MlflowLog log = log(mlflow.url());
        mlflow.failAt("log-batch");

        log.trained(JOB, MODEL);

        assertThat(log.entries(JOB)).singleElement().satisfies(entry -> {
            assertThat(entry.runId()).isNull();
            assertThat(entry.problem())
                    .contains("answered 500", "The disk is full.", "runs/log-batch", "127.0.0.1")
                    .doesNotContain("s3cret");
        });
    }

    @Test
    void aServerThatIsNotThereIsSaidToo() {
        URI gone = URI.create(mlflow.url());
        mlflow.close();
        MlflowLog log = log(gone.toString());

        log.trained(JOB, MODEL);

        assertThat(log.entries(JOB)).singleElement().satisfies(entry -> assertThat(entry.problem())
                .contains("did not answer"));
    }

    @Test
    @Timeout(30)
    void anAnswerThatBeginsAndNeverEndsIsHungUpOn() {
        MlflowLog log = log(mlflow.url(), Duration.seconds(1));
        mlflow.stallIn("experiments/create");

        log.trained(JOB, MODEL);

        assertThat(log.entries(JOB)).singleElement().satisfies(entry -> assertThat(entry.problem())
                .contains("did not answer", "experiments/create"));
    }

    @Test
    void filesThatOnlyClientsOfMlflowCanWriteAreAProblemThatSaysSo() {
        mlflow.keepArtifactsAt("s3://bucket/7/run1/artifacts");
        MlflowLog log = log(mlflow.url());

        log.trained(JOB, MODEL);

        assertThat(log.entries(JOB)).singleElement().satisfies(entry -> assertThat(entry.problem())
                .contains("--serve-artifacts"));
    }

    @Test
    void withoutAnAddressNothingIsLogged() {
        MlflowLog log = log("");

        log.trained(JOB, MODEL);

        assertThat(mlflow.calls()).isEmpty();
        assertThat(log.entries(JOB)).isEmpty();
    }
}
