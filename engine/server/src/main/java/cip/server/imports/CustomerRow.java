package cip.server.imports;

import cip.core.customer.CustomerId;
import java.util.Map;

/**
 * One row of a file of customers.
 *
 * @param values by attribute, without the identifier; an attribute of the file without an entry has no value
 */
record CustomerRow(long line, CustomerId id, Map<String, Object> values) {}
