package cip.server.simulations;

import cip.core.decide.StrategyHash;
import cip.core.simulate.Simulation;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A simulation over the whole base, asked for or finished; once finished it never changes.
 *
 * @param id also that of its job
 * @param before the strategy that was live when it was asked for
 * @param label what is tried, as shown
 * @param responsible the person who asked for it, also by an API key of theirs; {@code null} = it was not kept yet
 * @param draft id of the draft that is tried; {@code null} = the live strategy with other models
 * @param finished empty = it has not finished
 */
public record StoredSimulation(
        String id,
        StrategyHash before,
        StrategyHash after,
        String label,
        Instant createdAt,
        String createdBy,
        @Nullable String responsible,
        @Nullable String draft,
        Optional<Finished> finished) {
    /**
     * @param asOf the instant for which both strategies decided
     * @param customersRevision that of the customers before the first of them was read; {@code null} = it was not counted yet
     */
    public record Finished(Instant asOf, Simulation counts, Instant at, @Nullable Long customersRevision) {}
}
