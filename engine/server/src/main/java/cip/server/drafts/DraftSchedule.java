package cip.server.drafts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an approved draft is to be published.
 *
 * @param way how it becomes live then
 * @param by user name of whoever scheduled it, and in whose name it is published
 * @param simulation id of the one that was repeated because customers changed; {@code null} = none was yet
 * @param repeats how often that happened
 */
record DraftSchedule(
        String draft,
        Instant at,
        DraftPublications.Way way,
        String by,
        Instant scheduledAt,
        @Nullable String simulation,
        int repeats) {}
