package cip.server.decisions;

import cip.core.customer.CustomerId;
import cip.core.decide.StrategyHash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the decision log.
 *
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
        @Nullable String run,
        String inputs,
        String result) {}
