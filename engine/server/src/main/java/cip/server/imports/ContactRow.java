package cip.server.imports;

import cip.server.customers.CustomerContact;

/** One row of a file of contacts. */
record ContactRow(long line, CustomerContact contact) {}
