package cip.server.customers;

import cip.core.customer.CustomerId;

/**
 * A customer in a list.
 *
 * @param name empty = unknown
 */
public record CustomerHit(CustomerId id, String name) {}
