package cip.server.customers;

import cip.core.customer.CustomerId;
import cip.core.customer.Transaction;

/** A transaction and whose it is. */
public record CustomerTransaction(CustomerId customer, Transaction transaction) {}
