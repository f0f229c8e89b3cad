/**
 * Takes a seed, makes the customers, transactions and known truth of a retailer that does not exist, the same bytes on every
 * machine: {@link cip.server.samples.SampleRetailer#customers} streams them, the command {@code sample} writes them as files.
 * Never reads a clock or a database.
 */
@NullMarked
package cip.server.samples;

import org.jspecify.annotations.NullMarked;
