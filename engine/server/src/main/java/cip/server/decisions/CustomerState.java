package cip.server.decisions;

import cip.core.customer.CustomerId;
import java.time.Instant;

/**
 * The latest decision of a customer in short.
 *
 * @param scores JSON object from score name to value, {@code null} = no score
 */
record CustomerState(
        CustomerId customer,
        String decision,
        Instant asOf,
        String segment,
        String topAction,
        double expectedValue,
        String scores) {}
