package cip.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * P2: one customer in, ranked actions out, over HTTP on 16 connections, the server in a process of its own; beside it, on
 * the same stack in another process, an echo of the same JSON and the three calls that score one model each. P3: the same
 * with reasons.
 */
final class DecisionsOverHttp implements Measurement {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CUSTOMERS = 200;
    private static final String HEAP = "1g";
    private static final Duration WARM_UP = Duration.ofSeconds(150);
    private static final int ROUNDS = 5;
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final List<String> MODELS = List.of("clv", "churn_risk", "cluster");
    private static final String WORK = "decision over HTTP: 3 models, 200 rules, ranked JSON, 16 connections";

    @Override
    public List<String> rows() {
        return List.of("P2", "P3");
    }

    @Override
    public List<Figure> measure() throws Exception {
        Path folder = Files.createTempDirectory("bench");
        List<ObjectNode> customers = customers();
        Load first;
        List<Load> loads;
        try (StartedProcess peer = peer(folder);
                RunningProduct product = RunningProduct.start(folder, HEAP)) {
            product.process().awaitPrinted("Ready:");
            Load.Target decisions =
                    new Load.Target(product.process(), decisions(customers, product.authorization(), false));
            first = Load.inTurns(List.of(decisions), Duration.ZERO, 1, ROUND).get(0);
            loads = Load.inTurns(
                    List.of(
                            new Load.Target(peer, echoes(customers)),
                            new Load.Target(peer, calls(customers)),
                            decisions,
                            new Load.Target(product.process(), decisions(customers, product.authorization(), true))),
                    WARM_UP,
                    ROUNDS,
                    ROUND);
        }
        Load echo = loads.get(0);
        Load calls = loads.get(1);
        Load ours = loads.get(2);
        return List.of(
                cpu(ours, calls), besideEcho(ours, echo), afterReady(first, ours), explained(loads.get(3), ours));
    }

    private static Figure besideEcho(Load ours, Load echo) {
        return new Figure(
                "P2",
                "the same, beside an echo of the JSON",
                text("echo %,.0f/s, p99 %.1f ms, %.0f µs", echo),
                text("%,.0f/s, p99 %.1f ms, %.0f µs", ours),
                String.format(
                        Locale.ROOT,
                        "%.2f times its rate, %.1f times its p99",
                        ours.perSecond() / echo.perSecond(),
                        ours.p99Millis() / echo.p99Millis()),
                "≥ 0.8 times its rate, p99 ≤ 1.5 times",
                Figure.verdict(
                        ours.perSecond() >= 0.8 * echo.perSecond() && ours.p99Millis() <= 1.5 * echo.p99Millis()));
    }

    private static Figure afterReady(Load first, Load later) {
        return new Figure(
                "P2",
                "the first five seconds after the product said that it is ready",
                text("later %,.0f/s, p99 %.1f ms, %.0f µs", later),
                text("%,.0f/s, p99 %.1f ms, %.0f µs", first),
                String.format(Locale.ROOT, "%.1f times the p99 of later", first.p99Millis() / later.p99Millis()),
                "no cold tail: ≤ 1.5 times",
                Figure.verdict(first.p99Millis() <= 1.5 * later.p99Millis()));
    }

    private static Figure explained(Load explained, Load bare) {
        double ratio = explained.serverMicros() / bare.serverMicros();
        return new Figure(
                "P3",
                "the same over HTTP with the trace of 200 rules and the attributions of two sums of trees",
                text("without %,.0f/s, p99 %.1f ms, %.0f µs", bare),
                text("%,.0f/s, p99 %.1f ms, %.0f µs", explained),
                String.format(Locale.ROOT, "%.2f times the CPU", ratio),
                "≤ 2 times",
                Figure.verdict(ratio <= 2));
    }

    private static Figure cpu(Load ours, Load oneCall) {
        double three = MODELS.size() * oneCall.serverMicros();
        double ratio = ours.serverMicros() / three;
        return new Figure(
                "P2",
                WORK,
                String.format(Locale.ROOT, "three one-model calls %.0f µs of server CPU", three),
                String.format(Locale.ROOT, "%.0f µs", ours.serverMicros()),
                String.format(Locale.ROOT, "%.2f times the CPU", ratio),
                "≤ 0.2 times; first: ≤ 1",
                ratio <= 0.2 ? "met" : Figure.verdict(ratio <= 1) + " (first)");
    }

    private static String text(String pattern, Load load) {
        return String.format(Locale.ROOT, pattern, load.perSecond(), load.p99Millis(), load.serverMicros());
    }

    private static StartedProcess peer(Path folder) throws Exception {
        int port = StartedProcess.freePort();
        Path configuration = Files.writeString(
                folder.resolve("peer.yml"),
                """
                server:
                  maxThreads: 64
                  applicationConnectors:
                    - {type: http, bindHost: 127.0.0.1, port: %d}
                  adminConnectors:
                    - {type: http, bindHost: 127.0.0.1, port: %d}
                  requestLog: {appenders: []}
                logging:
                  level: WARN
                """
                        .formatted(port, StartedProcess.freePort()));
        return StartedProcess.start(
                PeerApplication.class, port, folder.resolve("peer.log"), HEAP, "server", configuration.toString());
    }

    static List<byte[]> decisions(List<ObjectNode> customers, String headers, boolean reasons) {
        return customers.stream()
                .map(attributes -> {
                    ObjectNode request = JSON.createObjectNode().put("reasons", reasons);
                    ObjectNode customer = request.putObject("customer").put("id", "C1");
                    customer.set("attributes", attributes);
                    customer.putArray("transactions");
                    return KeptConnection.post("/api/decisions", headers, request.toString());
                })
                .toList();
    }

    private static List<byte[]> echoes(List<ObjectNode> customers) {
        return customers.stream()
                .map(attributes -> KeptConnection.post("/echo", "", attributes.toString()))
                .toList();
    }

    private static List<byte[]> calls(List<ObjectNode> customers) {
        List<byte[]> requests = new ArrayList<>();
        for (ObjectNode attributes : customers) {
            ObjectNode body = JSON.createObjectNode().put("id", "C1");
            body.set("arguments", attributes);
            for (String model : MODELS) {
                requests.add(KeptConnection.post("/model/" + model, "", body.toString()));
            }
        }
        return requests;
    }

    static List<ObjectNode> customers() {
        Random random = new Random(17);
        List<ObjectNode> customers = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            ObjectNode attributes = JSON.createObjectNode();
            for (int feature = 0; feature < GeneratedModels.FEATURES; feature++) {
                attributes.put(GeneratedModels.feature(feature), Math.round(random.nextGaussian() * 1e4) / 1e4);
            }
            customers.add(attributes);
        }
        return customers;
    }
}
