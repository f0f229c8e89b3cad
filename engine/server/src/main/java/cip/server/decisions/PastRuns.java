package cip.server.decisions;

import cip.core.customer.CustomerId;
import cip.core.decide.StrategyHash;
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
import java.util.Optional;
import java.util.function.Predicate;

/** The scores that finished runs gave to the customers, read back from the decision log. Thread-safe. */
public final class PastRuns {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final DecisionStore store = new DecisionStore();
    private final PastRunStore past = new PastRunStore();

    PastRuns(Database database) {
        this.database = database;
    }

    /** A run that came to its end. @param asOf the instant for which it decided */
    public record PastRun(String id, StrategySplit split, Instant asOf) {}

    /** @throws EngineException NOT_FOUND when no run of this id has finished */
    public PastRun run(String id) {
        return database.read(handle -> store.run(handle, id))
                .map(PastRuns::past)
                .orElseThrow(() -> new EngineException(ErrorCode.NOT_FOUND, "There is no finished run " + id + "."));
    }

    /** The latest run of strategies of which this is true. */
    Optional<PastRun> latestOf(Predicate<StrategySplit> which, Instant upTo) {
        return database.read(handle -> past.lastOfEachSplit(handle, upTo)).stream()
                .filter(run -> which.test(run.split()))
                .map(PastRuns::past)
                .findFirst();
    }

    /** What the publications of these versions decided, by version; without those that decided nothing. */
    Map<Integer, PastRunStore.RunsOfPublication> of(List<Integer> versions, Instant upTo) {
        return database.read(handle -> past.runsOf(handle, versions, upTo));
    }

    private static PastRun past(FinishedRun run) {
        return new PastRun(run.id(), run.split(), run.asOf());
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

    /**
     * A decision in short.
     *
     * @param segment label of it
     * @param action name of the one ranked first; empty = none was recommended
     */
    public record Brief(
            String decisionId,
            CustomerId customer,
            StrategyHash strategy,
            String segment,
            String action,
            Map<String, Double> scores) {}

    /** Decisions of a run in the order of the customers' ids, from behind one on; empty text = from the first on. */
    List<Brief> decisions(String runId, String afterCustomer, int limit) {
        return database
                .read(handle -> store.run(handle, runId)
                        .map(run -> store.decisions(handle, run, afterCustomer, limit))
                        .orElse(List.of()))
                .stream()
                .map(PastRuns::brief)
                .toList();
    }

    private static Brief brief(LoggedDecision decision) {
        JsonNode result = json(decision.result());
        return new Brief(
                decision.id(),
                decision.customer(),
                decision.strategy(),
                result.at("/segment/label").asText(),
                result.at("/actions/0/name").asText(),
                scoresOf(decision.result()));
    }

    private static JsonNode json(String result) {
        try {
            return JSON.readTree(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A logged decision is not JSON.", e);
        }
    }

    private static Map<String, Double> scoresOf(String result) {
        Map<String, Double> scores = new HashMap<>();
        for (JsonNode score : json(result).path("scores")) {
            if (score.path("value").isNumber()) {
                scores.put(score.path("name").asText(), score.path("value").asDouble());
            }
        }
        return scores;
    }
}
