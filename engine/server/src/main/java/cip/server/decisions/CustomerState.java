package cip.server.decisions;

import cip.core.customer.CustomerId;

/**
 * What a run decided about a customer, in short.
 *
 * @param scores JSON object from score name to value, {@code null} = no score
 */
record CustomerState(CustomerId customer, String segment, String topAction, double expectedValue, String scores) {}
