package cip.server.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** A browser: keeps its cookies, says that its writes come from the console. */
public final class Browser {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String origin;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    Browser(String origin) {
        this.origin = origin;
    }

    /** This browser after somebody signed in with it. */
    public Browser signedIn(String username, String password) {
        Answer answer = signIn(username, password);
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
        return this;
    }

    public Answer signIn(String username, String password) {
        return post(
                "/api/session",
                JSON.createObjectNode()
                        .put("username", username)
                        .put("password", password)
                        .toString());
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer get(String path, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).GET();
        headers.forEach(request::header);
        return send(request);
    }

    public Answer post(String path, String json) {
        return write("POST", path, json, Map.of("X-Requested-With", "cip"));
    }

    public Answer put(String path, String json) {
        return write("PUT", path, json, Map.of("X-Requested-With", "cip"));
    }

    public Answer patch(String path, String json) {
        return write("PATCH", path, json, Map.of("X-Requested-With", "cip"));
    }

    public Answer delete(String path) {
        return write("DELETE", path, "", Map.of("X-Requested-With", "cip"));
    }

    /** A write with exactly these headers, beside Content-Type. */
    public Answer write(String method, String path, String json, Map<String, String> headers) {
        HttpRequest.Builder request =
                request(path).method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (!json.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        return send(request);
    }

    /** Sends a file as the whole body. */
    public Answer upload(String path, String type, byte[] file) {
        return send(request(path)
                .POST(BodyPublishers.ofByteArray(file))
                .header("Content-Type", type)
                .header("X-Requested-With", "cip"));
    }

    /** The bytes that a POST answers. */
    public byte[] download(String path, String json) {
        HttpRequest request = request(path)
                .POST(BodyPublishers.ofString(json))
                .header("Content-Type", "application/json")
                .header("X-Requested-With", "cip")
                .build();
        try {
            return client.send(request, BodyHandlers.ofByteArray()).body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public JsonNode json() {
            try {
                return JSON.readTree(body());
            } catch (IOException failure) {
                throw new UncheckedIOException(status() + " " + body(), failure);
            }
        }

        /** Empty when the header is missing. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
