package cip.server.imports;

import cip.core.customer.CustomerId;
import cip.core.customer.Transaction;

/** One row of a file of transactions. */
record TransactionRow(long line, CustomerId customer, Transaction transaction) {}
