package cip.server.shadows;

import cip.core.decide.StrategyHash;
import cip.core.monitor.Drift;
import cip.core.simulate.Simulation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the decisions of one run would have been with a shadow in the champion's place.
 *
 * @param run whose base was compared
 * @param model hash of the shadow
 * @param champion hash of the model that decided
 * @param strategy by which the run decided, the champion's
 * @param asOf the instant for which the run decided
 * @param failure why there is no result; {@code null} = there is one
 * @param counts without groups of customers; {@code null} = it failed
 * @param drift of the shadow's scores from the champion's, of the same customers; {@code null} = it failed, or the numbers of
 *     clusters cannot be compared
 */
record ShadowComparison(
        String run,
        String score,
        String model,
        String champion,
        StrategyHash strategy,
        Instant asOf,
        Instant comparedAt,
        @Nullable String failure,
        @Nullable Simulation counts,
        @Nullable Drift drift) {}
