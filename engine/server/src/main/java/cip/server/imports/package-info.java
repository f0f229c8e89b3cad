/**
 * Takes files and plugin sources of customers and transactions, checks every row against the declared schema, and writes
 * the good ones in batches that can be repeated. Never guesses a value and never writes before the whole file was read once.
 */
@NullMarked
package cip.server.imports;

import org.jspecify.annotations.NullMarked;
