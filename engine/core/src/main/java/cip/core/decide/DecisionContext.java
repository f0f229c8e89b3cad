package cip.core.decide;

import java.time.Instant;

/**
 * What a decision depends on beside strategy and customer.
 *
 * @param asOf the instant features are computed for
 */
public record DecisionContext(Instant asOf) {}
