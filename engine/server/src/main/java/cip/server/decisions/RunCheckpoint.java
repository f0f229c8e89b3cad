package cip.server.decisions;

import cip.core.customer.CustomerId;
import cip.core.decide.ChallengerShare;
import cip.core.decide.StrategyHash;
import cip.core.decide.StrategySplit;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a run over the whole base is, and what it must keep to from its beginning to its end.
 *
 * @param split the strategies it decides by
 * @param customersRevision that of the customers when it began; {@code null} = it was not counted yet
 * @param after the last customer logged; {@code null} = none yet
 */
record RunCheckpoint(
        StrategySplit split, Instant asOf, @Nullable Long customersRevision, @Nullable String after, long done) {
    private static final ObjectMapper JSON = new ObjectMapper();

    RunCheckpoint after(CustomerId last, int more) {
        return new RunCheckpoint(split, asOf, customersRevision, last.value(), done + more);
    }

    /** Whether the run decides by these strategies for customers of this revision. */
    boolean isOf(StrategySplit strategies, long revision) {
        return split.equals(strategies) && Objects.equals(customersRevision, revision);
    }

    static RunCheckpoint parse(String checkpoint) {
        try {
            JsonNode json = JSON.readTree(checkpoint);
            JsonNode revision = json.path("customersRevision");
            JsonNode after = json.path("after");
            return new RunCheckpoint(
                    new StrategySplit(
                            new StrategyHash(json.path("strategy").asText()), challenger(json.path("challenger"))),
                    Instant.parse(json.path("asOf").asText()),
                    revision.isNumber() ? revision.asLong() : null,
                    after.isTextual() ? after.asText() : null,
                    json.path("done").asLong());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The checkpoint of a run is not JSON.", e);
        }
    }

    private static @Nullable ChallengerShare challenger(JsonNode json) {
        return json.isObject()
                ? new ChallengerShare(
                        new StrategyHash(json.path("strategy").asText()),
                        json.path("share").asDouble(),
                        json.path("salt").asText())
                : null;
    }

    String json() {
        ObjectNode json =
                JSON.createObjectNode().put("strategy", split.champion().value());
        split.challenged().ifPresent(challenger -> json.putObject("challenger")
                .put("strategy", challenger.strategy().value())
                .put("share", challenger.share())
                .put("salt", challenger.salt()));
        return json.put("asOf", asOf.toString())
                .put("customersRevision", customersRevision)
                .put("after", after)
                .put("done", done)
                .toString();
    }
}
