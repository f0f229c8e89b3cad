/**
 * Takes the declared schema and the values known of one customer, makes checked {@link cip.core.customer.CustomerRecord}s.
 * Never reads a clock, a file or a database.
 */
@NullMarked
package cip.core.customer;

import org.jspecify.annotations.NullMarked;
