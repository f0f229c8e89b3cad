package cip.server.simulations;

import cip.core.error.EngineException;
import org.jspecify.annotations.Nullable;

/**
 * Whether the caller may do something now: what the server would answer.
 *
 * @param why why not, in a sentence or two; {@code null} = it is allowed
 */
public record Allowance(boolean allowed, @Nullable String why) {
    /** @param checks throw what the act itself would throw */
    static Allowance unlessRefused(Runnable checks) {
        try {
            checks.run();
            return new Allowance(true, null);
        } catch (EngineException refusal) {
            return new Allowance(false, refusal.getMessage());
        }
    }
}
