package cip.server.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** A program that calls with an API key and sends bytes. */
public final class Program {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String origin;
    private final String key;

    private Program(String origin, String key) {
        this.origin = origin;
        this.key = key;
    }

    /** @param role of its key, which the administrator makes */
    public static Program of(RunningEngine engine, String role) {
        Browser.Answer made = engine.admin()
                .post("/api/api-keys", "{\"name\":\"program " + role + "\",\"roles\":[\"" + role + "\"]}");
        return new Program(
                "http://127.0.0.1:" + engine.port(), made.json().path("key").asText());
    }

    public Browser.Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    public Browser.Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody(), Map.of());
    }

    public Browser.Answer json(String path, String json) {
        return send("POST", path, BodyPublishers.ofString(json), Map.of("Content-Type", "application/json"));
    }

    public Browser.Answer send(String method, String path, byte[] body) {
        return send(method, path, BodyPublishers.ofByteArray(body), Map.of());
    }

    public Browser.Answer send(String method, String path, BodyPublisher body, Map<String, String> headers) {
        return new Browser.Answer(sent(method, path, body, headers, BodyHandlers.ofString()));
    }

    /** The answer as it comes. */
    public InputStream stream(String method, String path, BodyPublisher body) {
        return sent(method, path, body, Map.of(), BodyHandlers.ofInputStream()).body();
    }

    private <T> HttpResponse<T> sent(
            String method,
            String path,
            BodyPublisher body,
            Map<String, String> headers,
            HttpResponse.BodyHandler<T> handler) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path))
                .method(method, body)
                .header("Authorization", "Bearer " + key);
        headers.forEach(request::header);
        try {
            return client.send(request.build(), handler);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
