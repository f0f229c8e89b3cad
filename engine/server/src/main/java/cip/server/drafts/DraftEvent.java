package cip.server.drafts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step on the way to the live strategy, or a remark.
 *
 * @param number counted from 1
 * @param revision of the draft when it happened
 * @param strategyHash what was submitted, approved or published; {@code null} = the step is not about one content
 * @param simulation id of the one that showed the effect; {@code null} = none did
 * @param place what a comment is about, e.g. {@code segments/at_risk}; {@code null} = the whole
 */
public record DraftEvent(
        int number,
        Kind kind,
        Instant at,
        String by,
        int revision,
        @Nullable String strategyHash,
        @Nullable String simulation,
        @Nullable String place,
        String text) {
    /** What happened. */
    public enum Kind {
        SUBMITTED,
        COMMENTED,
        CHANGES_ASKED,
        APPROVED,
        /** To be published at an instant. */
        SCHEDULED,
        /** Somebody took it off the schedule. */
        UNSCHEDULED,
        /** At its time something stood in the way. */
        STOPPED,
        /** Saved while in review or approved, so an approval is void. */
        REOPENED,
        PUBLISHED,
        DISCARDED,
        RESTORED
    }
}
