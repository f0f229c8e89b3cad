package cip.server.publishing;

import cip.core.simulate.ChangeLimits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Limits as somebody set them.
 *
 * @param revision counted from 1; 0 = nobody has set any yet
 * @param changedAt {@code null} at revision 0, as are the others
 */
record LimitsRevision(
        int revision,
        ChangeLimits limits,
        @Nullable Instant changedAt,
        @Nullable String changedBy,
        @Nullable String reason) {
    static LimitsRevision none() {
        return new LimitsRevision(0, ChangeLimits.none(), null, null, null);
    }
}
