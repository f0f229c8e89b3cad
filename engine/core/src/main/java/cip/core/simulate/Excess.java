package cip.core.simulate;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A limit that a simulation goes beyond.
 *
 * @param channel id of the channel that gets more contacts; {@code null} = the limit is not about one
 * @param limit as set; 0 for a channel that is new, which has no limit of its own
 * @param measured as a share like the limit; {@code null} = there was nothing before that it could be a share of
 * @param text both in a sentence
 */
public record Excess(Kind kind, @Nullable String channel, double limit, @Nullable Double measured, String text) {
    /** What is limited, see {@link ChangeLimits}. */
    public enum Kind {
        SEGMENT_CHANGES,
        ACTION_CHANGES,
        VALUE_LOSS,
        COST_INCREASE,
        CONTACTS
    }

    /** Whether it is about the same as another one and goes no further. */
    public boolean isWithin(Excess other) {
        boolean same = kind == other.kind && Objects.equals(channel, other.channel);
        if (!same || other.measured == null) {
            return same;
        }
        return measured != null && measured <= other.measured;
    }
}
