package cip.server.decisions;

import cip.core.customer.CustomerId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a run over the whole base is, and what it must keep to from its beginning to its end.
 *
 * @param strategy hash of the one it decides by
 * @param customersRevision that of the customers when it began; {@code null} = it was not counted yet
 * @param after the last customer logged; {@code null} = none yet
 */
record RunCheckpoint(
        String strategy, Instant asOf, @Nullable Long customersRevision, @Nullable String after, long done) {
    private static final ObjectMapper JSON = new ObjectMapper();

    RunCheckpoint after(CustomerId last, int more) {
        return new RunCheckpoint(strategy, asOf, customersRevision, last.value(), done + more);
    }

    /** Whether the run decides by this strategy for customers of this revision. */
    boolean isOf(String strategyHash, long revision) {
        return strategy.equals(strategyHash) && Objects.equals(customersRevision, revision);
    }

    static RunCheckpoint parse(String checkpoint) {
        try {
            JsonNode json = JSON.readTree(checkpoint);
            JsonNode revision = json.path("customersRevision");
            JsonNode after = json.path("after");
            return new RunCheckpoint(
                    json.path("strategy").asText(),
                    Instant.parse(json.path("asOf").asText()),
                    revision.isNumber() ? revision.asLong() : null,
                    after.isTextual() ? after.asText() : null,
                    json.path("done").asLong());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The checkpoint of a run is not JSON.", e);
        }
    }

    String json() {
        return JSON.createObjectNode()
                .put("strategy", strategy)
                .put("asOf", asOf.toString())
                .put("customersRevision", customersRevision)
                .put("after", after)
                .put("done", done)
                .toString();
    }
}
