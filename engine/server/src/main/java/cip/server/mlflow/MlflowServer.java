package cip.server.mlflow;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * An MLflow tracking server, as its REST API 2.0 describes it (mlflow.org, "REST API"). Follows no redirects. Every failure
 * is an {@link EngineException} SOURCE_UNAVAILABLE that says what was asked and what came back. Thread-safe.
 */
final class MlflowServer {
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final int LONGEST_ANSWER = 1 << 20;
    private static final int LONGEST_REASON = 300;
    private static final int OK = 200;
    private static final int MULTIPLE_CHOICES = 300;
    private static final String API = "/api/2.0/mlflow/";
    private static final String ARTIFACTS = "/api/2.0/mlflow-artifacts/artifacts/";
    private static final String SCHEME = "mlflow-artifacts:/";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTING)
            .build();
    private final ObjectMapper json = new ObjectMapper();
    private final URI url;
    private final String token;
    private final Duration timeout;

    MlflowServer(URI url, MlflowConfiguration configuration) {
        this.url = url;
        this.token = configuration.token();
        this.timeout = configuration.timeout();
    }

    /** @param artifacts where its files go, e.g. {@code mlflow-artifacts:/1/<run>/artifacts} */
    record Run(String id, String artifacts) {}

    ObjectNode body() {
        return json.createObjectNode();
    }

    /** The id of the experiment, which is made when there is none of this name. */
    String experiment(String name) {
        String query = "experiment_name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        Optional<JsonNode> known = send(
                        "experiments/get-by-name",
                        request(API + "experiments/get-by-name?" + query).GET(),
                        "RESOURCE_DOES_NOT_EXIST")
                .map(answer -> answer.at("/experiment/experiment_id"));
        return known.orElseGet(() ->
                        post("experiments/create", body().put("name", name)).path("experiment_id"))
                .asText();
    }

    Run createRun(ObjectNode run) {
        JsonNode info = post("runs/create", run).at("/run/info");
        return new Run(info.path("run_id").asText(), info.path("artifact_uri").asText());
    }

    JsonNode post(String call, ObjectNode body) {
        return post(call, body, "").orElse(MissingNode.getInstance());
    }

    /** @param harmless code of the one refusal that means nothing; then the answer is empty */
    Optional<JsonNode> post(String call, ObjectNode body, String harmless) {
        HttpRequest.Builder request = request(API + call)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(written(body)));
        return send(call, request, harmless);
    }

    /** Sends a file of a run through the tracking server. */
    void upload(Run run, String name, byte[] file) {
        if (!run.artifacts().startsWith(SCHEME)) {
            throw new EngineException(
                    ErrorCode.SOURCE_UNAVAILABLE,
                    "MLflow keeps the files of its runs at " + run.artifacts().replaceAll(":.*", ":…")
                            + ", which only its own clients can write.\nMaybe start it with --serve-artifacts.");
        }
        String path = run.artifacts().substring(SCHEME.length()).replaceAll("^/+", "");
        HttpRequest.Builder request = request(ARTIFACTS + path + "/" + name)
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofByteArray(file));
        send("artifacts/" + name, request, "");
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(timeout);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private Optional<JsonNode> send(String call, HttpRequest.Builder request, String harmless) {
        HttpResponse<InputStream> response;
        String text;
        try {
            response = client.send(request.build(), BodyHandlers.ofInputStream());
            text = text(response);
        } catch (IOException e) {
            String how = "did not answer (" + e.getClass().getSimpleName() + ")";
            throw new EngineException(ErrorCode.SOURCE_UNAVAILABLE, said(call, how), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(ErrorCode.SOURCE_UNAVAILABLE, said(call, "was not waited for"), e);
        }
        JsonNode answer = read(text);
        if (response.statusCode() >= OK && response.statusCode() < MULTIPLE_CHOICES) {
            return Optional.of(answer);
        }
        String code = answer.path("error_code").asText();
        if (!harmless.isEmpty() && code.equals(harmless)) {
            return Optional.empty();
        }
        String reason = (code + " " + answer.path("message").asText()).strip();
        String shown = reason.substring(0, Math.min(LONGEST_REASON, reason.length()));
        String how = "answered " + response.statusCode() + (shown.isEmpty() ? "" : ": " + shown);
        throw new EngineException(ErrorCode.SOURCE_UNAVAILABLE, said(call, how));
    }

    /** The client's own timeout ends with the headers; a body that takes longer is hung up on. */
    private String text(HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body()) {
            CompletableFuture<Void> end = CompletableFuture.runAsync(
                    () -> hangUp(body), CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS));
            try {
                return new String(body.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
            } finally {
                end.cancel(false);
            }
        }
    }

    private static void hangUp(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is no JSON says nothing. */
    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private byte[] written(ObjectNode body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String said(String call, String how) {
        String address = url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
        return "MLflow at " + address + " " + how + ", asked for " + call + ".";
    }
}
