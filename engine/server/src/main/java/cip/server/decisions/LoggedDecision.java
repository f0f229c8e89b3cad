package cip.server.decisions;

import cip.core.customer.CustomerId;
import cip.core.decide.Arm;
import cip.core.decide.StrategyHash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the decision log.
 *
 * @param arm {@code null} = one strategy decided for everybody
 * @param run the job that decided for the whole base; {@code null} = decided alone
 * @param inputs the customer record as JSON
 * @param result the decision without reasons as canonical JSON
 */
record LoggedDecision(
        String id,
        CustomerId customer,
        Instant asOf,
        Instant decidedAt,
        StrategyHash strategy,
        @Nullable Arm arm,
        @Nullable String run,
        String inputs,
        String result) {}
