package cip.server.decisions;

import cip.core.decide.StrategySplit;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run over the whole base that came to its end.
 *
 * @param customersRevision that of the customers when it began; {@code null} = it was not counted yet
 */
record FinishedRun(String id, StrategySplit split, Instant asOf, Instant finishedAt, @Nullable Long customersRevision) {
    /** Whether it decided by these strategies for customers of this revision. */
    boolean isOf(StrategySplit strategies, long revision) {
        return split.equals(strategies) && Objects.equals(customersRevision, revision);
    }
}
