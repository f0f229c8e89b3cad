package cip.server.drafts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an approved draft is to be published.
 *
 * @param share of the customers on whom it is tried as the challenger; {@code null} = it is for everybody
 * @param by user name of whoever scheduled it, and in whose name it is published
 * @param simulation id of the one that was repeated because customers changed; {@code null} = none was yet
 * @param repeats how often that happened
 */
record DraftSchedule(
        String draft,
        Instant at,
        @Nullable Double share,
        String reason,
        String by,
        Instant scheduledAt,
        @Nullable String simulation,
        int repeats) {}
