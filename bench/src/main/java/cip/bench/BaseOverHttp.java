package cip.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * P6 and P7 as a marketer meets them: questions to the running product over HTTP, about a million stored customers. Every
 * question has another threshold, so that no answer can be one that was kept.
 */
final class BaseOverHttp implements Measurement {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TIMES = 21;
    private static final int WARM_UP = 20;
    private static final int SIMULATIONS = 5;
    private static final String HEAP = "3g";

    @Override
    public List<String> rows() {
        return List.of("P6", "P7");
    }

    @Override
    public List<Figure> measure() throws Exception {
        Path folder = Files.createTempDirectory("bench");
        Path file = folder.resolve("customers.csv");
        GeneratedCustomers.write(file, WholeBase.CUSTOMERS);
        try (RunningProduct product = RunningProduct.start(folder, HEAP)) {
            product.importCustomers(file);
            product.decideAll();
            Draft draft = Draft.begin(product);
            Asked counts = asked(product, WARM_UP, TIMES, i -> product.post("/api/conditions/count", condition(i)));
            Asked effects = asked(product, WARM_UP, TIMES, i -> product.post("/api/drafts/effect", draft.with(i)));
            Asked simulations = asked(product, 1, SIMULATIONS, draft::simulated);
            return List.of(
                    figure(
                            "P7",
                            "a condition counted over HTTP, with its customers by segment and a sample",
                            counts,
                            20),
                    figure("P7", "whom a draft of 200 rules reaches, over HTTP, one threshold moved", effects, 20),
                    figure(
                            "P6",
                            "a draft of 200 rules simulated over HTTP, from the click to the answer",
                            simulations,
                            500));
        }
    }

    private static JsonNode condition(int i) {
        ObjectNode request = JSON.createObjectNode();
        request.putObject("condition")
                .put("term", "clv")
                .put("operator", "AT_LEAST")
                .put("value", 10 + i);
        return request;
    }

    /** What one question took: the middle one and the slowest, and the server's CPU time of each. */
    private record Asked(double medianMillis, double slowestMillis, double cpuMillis, int times) {}

    private interface Question {
        JsonNode ask(int i) throws Exception;
    }

    private static Asked asked(RunningProduct product, int warmUp, int times, Question question) throws Exception {
        for (int i = 0; i < warmUp; i++) {
            question.ask(i);
        }
        double[] millis = new double[times];
        Duration before = product.process().cpu();
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            question.ask(warmUp + i);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        double cpu = product.process().cpu().minus(before).toNanos() / 1e6 / times;
        Arrays.sort(millis);
        return new Asked(millis[times / 2], millis[times - 1], cpu, times);
    }

    private static Figure figure(String row, String work, Asked asked, double goalMillis) {
        return new Figure(
                row,
                String.format(Locale.ROOT, "%s, of %,d customers", work, WholeBase.CUSTOMERS),
                "",
                String.format(
                        Locale.ROOT,
                        "%.0f ms (slowest of %d: %.0f ms; %.0f ms of server CPU)",
                        asked.medianMillis(),
                        asked.times(),
                        asked.slowestMillis(),
                        asked.cpuMillis()),
                "",
                String.format(Locale.ROOT, "≤ %.0f ms", goalMillis),
                Figure.verdict(asked.medianMillis() <= goalMillis));
    }

    /** A draft of the live strategy of which one threshold of the first segment moves. */
    private record Draft(RunningProduct product, String path, String basedOn, ObjectNode document) {
        static Draft begin(RunningProduct product) throws Exception {
            JsonNode made = product.post("/api/drafts", JSON.createObjectNode().put("name", "measured"));
            String path = "/api/drafts/" + made.get("id").asText();
            JsonNode draft = product.get(path);
            return new Draft(product, path, draft.get("basedOn").asText(), (ObjectNode) draft.get("document"));
        }

        JsonNode with(int i) {
            ObjectNode moved = document.deepCopy();
            ObjectNode test = (ObjectNode) moved.at("/segments/segments/0/when/all/0");
            test.put("term", "clv").put("operator", "AT_LEAST").put("value", 20 + i);
            ObjectNode request = JSON.createObjectNode().put("basedOn", basedOn);
            request.set("document", moved);
            return request;
        }

        /** Saves the draft, simulates it and reads what came of it. */
        JsonNode simulated(int i) throws Exception {
            String revision = product.get(path).get("revision").asText();
            product.put(path, '"' + revision + '"', ((ObjectNode) with(i)).put("name", "measured"));
            JsonNode job = product.finished(product.post(path + "/review/simulation", JSON.createObjectNode()));
            return product.get("/api/simulations/" + job.get("id").asText());
        }
    }
}
