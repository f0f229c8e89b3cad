package cip.bench;

import cip.server.app.EngineApplication;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/** The product in a process of its own, from a {@link ProductFolder}, and a caller with an API key for every route. */
final class RunningProduct implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private final StartedProcess process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String key;

    private RunningProduct(StartedProcess process) throws IOException {
        this.process = process;
        this.key = key(process.port());
    }

    /** Starts the product and makes an API key. @param heap as Java's option has it, e.g. {@code 512m} */
    static RunningProduct start(Path folder, String heap) throws Exception {
        int port = StartedProcess.freePort();
        Path configuration = ProductFolder.write(folder, port, StartedProcess.freePort());
        return new RunningProduct(again(folder, configuration, port, heap));
    }

    /** Starts the product in a folder that was written before. */
    static StartedProcess again(Path folder, Path configuration, int port, String heap) throws Exception {
        return StartedProcess.start(
                EngineApplication.class, port, folder.resolve("product.log"), heap, "server", configuration.toString());
    }

    StartedProcess process() {
        return process;
    }

    /** The line that identifies the caller. */
    String authorization() {
        return "Authorization: Bearer " + key + "\r\n";
    }

    JsonNode upload(Path file) throws Exception {
        return send(request("/api/imports/files")
                .header("X-File-Name", file.getFileName().toString())
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofFile(file)));
    }

    JsonNode post(String path, JsonNode body) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    JsonNode get(String path) throws Exception {
        return send(request(path).GET());
    }

    JsonNode put(String path, String etag, JsonNode body) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", etag)
                .PUT(BodyPublishers.ofString(body.toString())));
    }

    /** Imports a file of customers. @return the job of the import, which has ended */
    JsonNode importCustomers(Path file) throws Exception {
        JsonNode uploaded = upload(file);
        ObjectNode request = JSON.createObjectNode()
                .put("fileId", uploaded.get("fileId").asText())
                .put("table", "customers")
                .put("dryRun", false);
        request.set("mapping", uploaded.get("detected").get("mapping"));
        return finished(post("/api/imports", request));
    }

    /** Decides for everybody: the run that the import asked for, or one of our own. @return its job, which has ended */
    JsonNode decideAll() throws Exception {
        for (JsonNode job : get("/api/jobs").get("items")) {
            if (job.get("kind").asText().equals("DECISION_RUN")) {
                return finished(job);
            }
        }
        return finished(post("/api/decision-runs", JSON.createObjectNode()));
    }

    /** Waits for the end of a job. @return the job @throws IOException when it did not succeed */
    JsonNode finished(JsonNode job) throws Exception {
        while (true) {
            JsonNode now = get("/api/jobs/" + job.get("id").asText());
            String state = now.get("state").asText();
            if (state.equals("SUCCEEDED")) {
                return now;
            }
            if (!state.equals("QUEUED") && !state.equals("RUNNING")) {
                throw new IOException("The job ended otherwise than expected: " + now);
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + process.port() + path))
                .header("Authorization", "Bearer " + key);
    }

    private JsonNode send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer.request().uri() + ": " + answer.statusCode() + "\n" + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private static String key(int port) throws IOException {
        String guard = "X-Requested-With: cip\r\n";
        ObjectNode account = JSON.createObjectNode().put("username", "admin").put("password", ProductFolder.PASSWORD);
        try (KeptConnection connection = new KeptConnection(port)) {
            connection.send(KeptConnection.post("/api/session", guard, account.toString()));
            ObjectNode key = JSON.createObjectNode().put("name", "bench");
            key.putArray("roles").add("ADMIN");
            String cookie = "Cookie: " + connection.cookie() + "\r\n";
            return JSON.readTree(connection.send(KeptConnection.post("/api/api-keys", guard + cookie, key.toString())))
                    .get("key")
                    .asText();
        }
    }

    @Override
    public void close() throws Exception {
        process.close();
    }
}
