package cip.server.audiences;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An audience as it is shown.
 *
 * @param sentence the choice in words; empty before the first run
 * @param customers whom it chooses in the base of the last run, before anybody is suppressed; {@code null} = not known
 * @param lastExport the last one whose file was written; {@code null} = none
 */
public record AudienceView(
        String id,
        String name,
        JsonNode source,
        String sentence,
        Instant createdAt,
        String createdBy,
        @Nullable Integer customers,
        @Nullable ExportView lastExport) {}
