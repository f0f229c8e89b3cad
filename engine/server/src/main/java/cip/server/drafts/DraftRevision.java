package cip.server.drafts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A draft as it was saved once.
 *
 * @param basedOn hash of the strategy it changed then
 * @param document see {@link DraftDocument}
 */
public record DraftRevision(int revision, String basedOn, JsonNode document, Instant savedAt, String savedBy) {}
