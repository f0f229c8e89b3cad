package cip.server.strategies;

import cip.core.decide.ChallengerShare;
import cip.core.decide.StrategyHash;
import cip.core.decide.StrategySplit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A strategy going live, for everybody or together with another one that a share of the customers gets.
 *
 * @param version counted from 1; the highest one is live
 * @param strategy decides for everybody whom the challenger does not have
 * @param publishedBy user name, or {@code rules folder} when the operator changed the files
 * @param challenger tried on a share of the customers; {@code null} = none
 */
public record Publication(
        int version,
        StrategyHash strategy,
        Instant publishedAt,
        String publishedBy,
        String reason,
        @Nullable ChallengerShare challenger) {
    /** Which strategy decides for whom while this is live. */
    public StrategySplit split() {
        return new StrategySplit(strategy, challenger);
    }
}
