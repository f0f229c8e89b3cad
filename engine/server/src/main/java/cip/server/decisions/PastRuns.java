package cip.server.decisions;

import cip.core.customer.CustomerId;
import cip.core.decide.StrategySplit;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.store.Database;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The scores that finished runs gave to the customers, read back from the decision log. Thread-safe. */
public final class PastRuns {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final DecisionStore store = new DecisionStore();

    PastRuns(Database database) {
        this.database = database;
    }

    /** A run that came to its end. @param asOf the instant for which it decided */
    public record PastRun(String id, StrategySplit split, Instant asOf) {}

    /** Runs as of an instant or before, the latest first. */
    public List<PastRun> upTo(Instant latest) {
        return database.read(handle -> store.runsUpTo(handle, latest)).stream()
                .map(run -> new PastRun(run.id(), run.split(), run.asOf()))
                .toList();
    }

    /**
     * The scores of some customers by name; who was not decided in that run, and what could not be scored, is left out.
     *
     * @throws EngineException NOT_FOUND when there is no such run
     */
    public Map<CustomerId, Map<String, Double>> scores(String runId, List<CustomerId> customers) {
        Map<String, String> results = database.read(handle -> {
            FinishedRun run = store.run(handle, runId)
                    .orElseThrow(
                            () -> new EngineException(ErrorCode.NOT_FOUND, "There is no finished run " + runId + "."));
            return store.results(
                    handle,
                    run,
                    customers.stream().<Object>map(CustomerId::value).toList());
        });
        Map<CustomerId, Map<String, Double>> scores = new HashMap<>();
        results.forEach((customer, result) -> scores.put(new CustomerId(customer), scoresOf(result)));
        return scores;
    }

    private static Map<String, Double> scoresOf(String result) {
        try {
            Map<String, Double> scores = new HashMap<>();
            for (JsonNode score : JSON.readTree(result).path("scores")) {
                if (score.path("value").isNumber()) {
                    scores.put(score.path("name").asText(), score.path("value").asDouble());
                }
            }
            return scores;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A logged decision is not JSON.", e);
        }
    }
}
