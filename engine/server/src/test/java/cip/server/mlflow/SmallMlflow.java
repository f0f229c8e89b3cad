package cip.server.mlflow;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** As much of an MLflow tracking server as logging needs; remembers what it was sent. */
final class SmallMlflow implements AutoCloseable {
    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile String failing = "";
    private volatile String stalling = "";
    private volatile String artifacts = "mlflow-artifacts:/7/run1/artifacts";

    record Request(String call, String authorization, String body) {}

    SmallMlflow() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on calls that contain this fail. */
    void failAt(String call) {
        failing = call;
    }

    /** From now on answers to calls that contain this begin and never end. */
    void stallIn(String call) {
        stalling = call;
    }

    void keepArtifactsAt(String place) {
        artifacts = place;
    }

    List<String> calls() {
        return requests.stream().map(Request::call).toList();
    }

    Request request(String call) {
        return requests.stream()
                .filter(request -> request.call().contains(call))
                .findFirst()
                .orElseThrow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(new Request(
                call,
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                        .orElse(""),
                body));
        if (!stalling.isEmpty() && call.contains(stalling)) {
            stall(exchange);
        } else if (!failing.isEmpty() && call.contains(failing)) {
            send(exchange, 500, "{\"error_code\":\"INTERNAL_ERROR\",\"message\":\"The disk is full.\"}");
        } else if (call.contains("get-by-name")) {
            send(exchange, 404, "{\"error_code\":\"RESOURCE_DOES_NOT_EXIST\",\"message\":\"No experiment\"}");
        } else if (call.contains("experiments/create")) {
            send(exchange, 200, "{\"experiment_id\":\"7\"}");
        } else if (call.contains("runs/create")) {
            send(exchange, 200, "{\"run\":{\"info\":{\"run_id\":\"run1\",\"artifact_uri\":\"" + artifacts + "\"}}}");
        } else if (call.contains("registered-models/create")) {
            send(exchange, 400, "{\"error_code\":\"RESOURCE_ALREADY_EXISTS\",\"message\":\"It is there.\"}");
        } else {
            send(exchange, 200, "{}");
        }
    }

    private void stall(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1_000);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
