package cip.server.decisions;

import cip.core.decide.StrategyHash;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run over the whole base that came to its end.
 *
 * @param customersRevision that of the customers when it began; {@code null} = it was not counted yet
 */
record FinishedRun(
        String id, StrategyHash strategy, Instant asOf, Instant finishedAt, @Nullable Long customersRevision) {
    /** Whether it decided by this strategy for customers of this revision. */
    boolean isOf(String strategyHash, long revision) {
        return strategy.value().equals(strategyHash) && Objects.equals(customersRevision, revision);
    }
}
